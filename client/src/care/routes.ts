import { query } from '#app/api.ts'
import { page } from '#app/page-route.ts'

export const careRoutes = [
  page('/communities/$community/care', {
    words: ['care', 'community', 'measurement'],
    page: () => import('./CarePage.tsx').then((module) => module.CarePage),
    ahead: (client, params) => client.ensureQueryData(query('GET /communities/{community}/care', { params })),
  }),
]
