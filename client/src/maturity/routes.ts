import { query } from '#app/api.ts'
import { page } from '#app/page-route.ts'

export const maturityRoutes = [
  page('/communities/$community/maturity', {
    words: ['maturity', 'community'],
    page: () => import('./CommunityMaturityPage.tsx').then((module) => module.CommunityMaturityPage),
    ahead: (client, params) => client.ensureQueryData(query('GET /communities/{community}/maturity', { params })),
  }),
  page('/maturity', {
    words: ['maturity'],
    page: () => import('./MaturityPage.tsx').then((module) => module.MaturityPage),
    ahead: (client) => client.ensureQueryData(query('GET /maturity')),
  }),
]
