import { query } from '#app/api.ts'
import { page } from '#app/page-route.ts'

export const deskRoutes = [
  page('/', {
    words: ['desk', 'attention', 'community', 'inquiry'],
    page: () => import('./HomePage.tsx').then((module) => module.HomePage),
    ahead: (client) => client.ensureQueryData(query('GET /home')),
  }),
  page('/sponsor', {
    words: ['desk', 'sensing', 'measurement', 'community'],
    page: () => import('./SponsorPage.tsx').then((module) => module.SponsorPage),
    ahead: (client) => client.ensureQueryData(query('GET /sponsor')),
  }),
  page('/manage', {
    words: ['desk', 'sensing', 'practice', 'measurement'],
    page: () => import('./ManagePage.tsx').then((module) => module.ManagePage),
    ahead: (client) => client.ensureQueryData(query('GET /manage')),
  }),
]
