import { query } from '#app/api.ts'
import { page } from '#app/page-route.ts'

export const constellationRoutes = [
  page('/constellation', {
    words: ['constellation', 'found'],
    page: () => import('./ConstellationPage.tsx').then((module) => module.ConstellationPage),
    ahead: (client) => client.ensureQueryData(query('GET /constellation', { query: {} })),
  }),
  page('/constellation/communities/$community', {
    words: ['constellation', 'found'],
    page: () => import('./people/PeoplePage.tsx').then((module) => module.PeoplePage),
  }),
]
