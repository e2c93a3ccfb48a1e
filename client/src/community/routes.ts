import { query } from '#app/api.ts'
import { page } from '#app/page-route.ts'
import { homeQuery } from './use-community.ts'

const communityQuery = (community: string) => query('GET /communities/{community}', { params: { community } })

export const communityRoutes = [
  page('/communities', {
    words: ['community'],
    page: () => import('./CommunitiesPage.tsx').then((module) => module.CommunitiesPage),
  }),
  page('/communities/new', {
    words: ['community'],
    page: () => import('./NewCommunityPage.tsx').then((module) => module.NewCommunityPage),
  }),
  page('/communities/$community', {
    words: ['community', 'attention', 'desk', 'sensing'],
    page: () => import('./CommunityPage.tsx').then((module) => module.CommunityPage),
    ahead: (client, { community }) => client.ensureQueryData(homeQuery(community)),
  }),
  page('/communities/$community/people', {
    words: ['community'],
    page: () => import('./PeoplePage.tsx').then((module) => module.PeoplePage),
    ahead: (client, { community }) => client.ensureQueryData(communityQuery(community)),
  }),
  page('/communities/$community/charter', {
    words: ['community'],
    page: () => import('./CharterPage.tsx').then((module) => module.CharterPage),
    ahead: (client, { community }) => client.ensureQueryData(communityQuery(community)),
  }),
  page('/communities/$community/settings', {
    words: ['community'],
    page: () => import('./CommunitySettingsPage.tsx').then((module) => module.CommunitySettingsPage),
    ahead: (client, { community }) => client.ensureQueryData(communityQuery(community)),
  }),
]
