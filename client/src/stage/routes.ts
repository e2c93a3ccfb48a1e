import { query } from '#app/api.ts'
import { page } from '#app/page-route.ts'

export const stageRoutes = [
  page('/communities/$community/stage', {
    words: ['stage', 'community', 'measurement'],
    page: () => import('./StagePage.tsx').then((module) => module.StagePage),
    ahead: (client, params) => client.ensureQueryData(query('GET /communities/{community}/stage', { params })),
  }),
]
