import { query } from '#app/api.ts'
import { page } from '#app/page-route.ts'

const words = ['measurement', 'constellation'] as const

export const measurementRoutes = [
  page('/communities/$community/indicators', {
    words: [...words, 'community'],
    page: () => import('./CommunityIndicatorsPage.tsx').then((module) => module.CommunityIndicatorsPage),
    ahead: (client, params) => client.ensureQueryData(query('GET /communities/{community}/indicators', { params })),
  }),
  page('/communities/$community/pulse', {
    words: ['measurement', 'community'],
    page: () => import('./pulse/CommunityPulsePage.tsx').then((module) => module.CommunityPulsePage),
    ahead: (client, params) => client.ensureQueryData(query('GET /communities/{community}/pulse', { params })),
  }),
  page('/pulse', {
    words: ['measurement'],
    page: () => import('./pulse/PulsePage.tsx').then((module) => module.PulsePage),
    ahead: (client) => client.ensureQueryData(query('GET /pulse')),
  }),
  page('/pulse/$wave', {
    words: ['measurement'],
    page: () => import('./pulse/AnswerPage.tsx').then((module) => module.AnswerPage),
  }),
  page('/indicators', {
    words,
    page: () => import('./IndicatorsPage.tsx').then((module) => module.IndicatorsPage),
    ahead: (client) => client.ensureQueryData(query('GET /indicators')),
  }),
]
