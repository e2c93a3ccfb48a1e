import { deskOperations } from '@mortar/contract/desk'
import { asking, endpoints } from '#platform/endpoint.ts'
import type { Marking } from '#organization/index.ts'
import { communityCare } from './care.ts'
import { communityHome } from './community.ts'
import { communityNews } from './news.ts'
import { homeOf } from './home.ts'
import { manageFor } from './manage.ts'
import { communitiesAt, workFor } from './sections.ts'
import { sponsorFor } from './sponsor.ts'

export const deskEndpoints = (marking: Marking) =>
  endpoints(deskOperations, {
    'GET /home': asking(({ db, ask }) => homeOf(db, ask, marking)),
    'GET /communities/{community}/home': asking(({ db, ask, params }) => communityHome(db, ask, params.community)),
    'GET /sponsor': ({ db, actor }) => sponsorFor(db, actor),
    'GET /manage': ({ db, actor }) => manageFor(db, actor),
    'GET /communities/{community}/care': ({ db, actor, params }) => communityCare(db, actor, params.community),
    'GET /communities/{community}/news': ({ db, actor, params }) => communityNews(db, actor, params.community),
    'GET /units/{unit}/communities': ({ db, actor, params }) => communitiesAt(db, actor, params.unit),
    'GET /people/{person}/work': ({ db, actor, params }) => workFor(db, actor, params.person),
  })
