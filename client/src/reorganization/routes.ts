import { query } from '#app/api.ts'
import { page } from '#app/page-route.ts'

export const reorganizationRoutes = [
  page('/constellation/reorganizations', {
    words: ['reorganization', 'found'],
    page: () => import('./ReorganizationsPage.tsx').then((module) => module.ReorganizationsPage),
    ahead: (client) => client.ensureQueryData(query('GET /reorganizations')),
  }),
  page('/constellation/reorganizations/$reorganization', {
    words: ['reorganization', 'found', 'constellation'],
    page: () => import('./ReorganizationPage.tsx').then((module) => module.ReorganizationPage),
    ahead: (client, params) => client.ensureQueryData(query('GET /reorganizations/{reorganization}', { params })),
  }),
]
