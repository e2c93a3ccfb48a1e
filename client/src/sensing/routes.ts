import { query } from '#app/api.ts'
import { page } from '#app/page-route.ts'

export const sensingRoutes = [
  page('/signals', {
    words: ['sensing'],
    page: () => import('./signal/SignalsPage.tsx').then((module) => module.SignalsPage),
  }),
  page('/signals/new', {
    words: ['sensing'],
    page: () => import('./signal/NewSignalPage.tsx').then((module) => module.NewSignalPage),
    ahead: (client) => client.ensureQueryData(query('GET /signals')),
  }),
  page('/signals/feeds', {
    words: ['sensing'],
    page: () => import('./signal/FeedsPage.tsx').then((module) => module.FeedsPage),
  }),
  page('/signals/$signal', {
    words: ['sensing'],
    page: () => import('./signal/SignalPage.tsx').then((module) => module.SignalPage),
    ahead: (client, { signal }) => client.ensureQueryData(query('GET /signals/{signal}', { params: { signal } })),
  }),
  page('/escalations', {
    words: ['sensing'],
    page: () => import('./escalation/EscalationsPage.tsx').then((module) => module.EscalationsPage),
  }),
  page('/escalations/new', {
    words: ['sensing'],
    page: () => import('./escalation/EscalatePage.tsx').then((module) => module.EscalatePage),
  }),
  page('/escalations/$escalation', {
    words: ['sensing'],
    page: () => import('./escalation/EscalationPage.tsx').then((module) => module.EscalationPage),
    ahead: (client, { escalation }) =>
      client.ensureQueryData(query('GET /escalations/{escalation}', { params: { escalation } })),
  }),
  page('/imperatives', {
    words: ['sensing'],
    page: () => import('./imperative/ImperativesPage.tsx').then((module) => module.ImperativesPage),
    ahead: (client) => client.ensureQueryData(query('GET /imperatives')),
  }),
  page('/imperatives/$imperative', {
    words: ['sensing'],
    page: () => import('./imperative/ImperativePage.tsx').then((module) => module.ImperativePage),
    ahead: (client, { imperative }) =>
      client.ensureQueryData(query('GET /imperatives/{imperative}', { params: { imperative } })),
  }),
]
