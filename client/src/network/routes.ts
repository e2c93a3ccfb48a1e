import { query } from '#app/api.ts'
import { page } from '#app/page-route.ts'

export const networkRoutes = [
  page('/privacy', {
    words: ['network', 'erasure', 'learning'],
    page: () => import('./privacy/PrivacyPage.tsx').then((module) => module.PrivacyPage),
    ahead: (client) => client.ensureQueryData(query('GET /privacy')),
  }),
  page('/sources', {
    words: ['network'],
    page: () => import('./sources/SourcesPage.tsx').then((module) => module.SourcesPage),
    ahead: (client) => client.ensureQueryData(query('GET /sources')),
  }),
  page('/sources/$source', {
    words: ['network'],
    page: () => import('./sources/SourcePage.tsx').then((module) => module.SourcePage),
    ahead: (client, { source }) => client.ensureQueryData(query('GET /sources/{source}', { params: { source } })),
  }),
]
