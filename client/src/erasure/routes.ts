import { query } from '#app/api.ts'
import { page } from '#app/page-route.ts'

export const erasureRoutes = [
  page('/people/$person/erasure', {
    words: ['erasure'],
    page: () => import('./ErasurePage.tsx').then((module) => module.ErasurePage),
    ahead: (client, { person }) =>
      client.ensureQueryData(query('GET /people/{person}/erasure', { params: { person } })),
  }),
]
