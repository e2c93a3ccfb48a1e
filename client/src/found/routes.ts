import { query } from '#app/api.ts'
import { page } from '#app/page-route.ts'

export const foundRoutes = [
  page('/constellation/found', {
    words: ['found'],
    page: () => import('./FoundPage.tsx').then((module) => module.FoundPage),
    ahead: (client) => client.ensureQueryData(query('GET /found')),
  }),
  page('/constellation/found/$found', {
    words: ['found'],
    page: () => import('./CardPage.tsx').then((module) => module.CardPage),
    ahead: (client, { found }) => client.ensureQueryData(query('GET /found/{found}', { params: { found } })),
  }),
  page('/constellation/you', {
    words: ['found'],
    page: () => import('./you/YouPage.tsx').then((module) => module.YouPage),
    ahead: (client) => client.ensureQueryData(query('GET /found')),
  }),
  page('/constellation/runs', {
    words: ['found'],
    page: () => import('./RunsPage.tsx').then((module) => module.RunsPage),
    ahead: (client) => client.ensureQueryData(query('GET /discovery/runs')),
  }),
  page('/recognition/$recognition', {
    words: ['found'],
    page: () => import('./RecognitionPage.tsx').then((module) => module.RecognitionPage),
    ahead: (client, { recognition }) =>
      client.ensureQueryData(query('GET /recognitions/{recognition}', { params: { recognition } })),
  }),
]
