import { query } from '#app/api.ts'
import { page } from '#app/page-route.ts'

const words = ['measurement', 'constellation'] as const

export const measurementRoutes = [
  page('/communities/$community/indicators', {
    words: [...words, 'community'],
    page: () => import('./CommunityIndicatorsPage.tsx').then((module) => module.CommunityIndicatorsPage),
    ahead: (client, params) => client.ensureQueryData(query('GET /communities/{community}/indicators', { params })),
  }),
  page('/indicators', {
    words,
    page: () => import('./IndicatorsPage.tsx').then((module) => module.IndicatorsPage),
    ahead: (client) => client.ensureQueryData(query('GET /indicators')),
  }),
]
