import { communityOperations } from '@mortar/contract/community'
import { peopleFor } from '#organization/index.ts'
import { pageFrom, readCursor } from '#platform/cursor.ts'
import { endpoints } from '#platform/endpoint.ts'
import { communityFor } from './access.ts'
import { closeCommunity, createCommunity, joinCommunity, leaveCommunity, writeCharter } from './actions.ts'
import { maySeeMembers } from './community.ts'
import { presentCommunity, presentLine } from './present.ts'
import { directoryOf, membersOf } from './queries.ts'
import { refuse } from './refusals.ts'

export const communityEndpoints = endpoints(communityOperations, {
  async 'GET /communities'({ db, actor, query }) {
    const rows = await directoryOf(db, actor.id, { ...query, after: readCursor(query.after, 2) })
    const { items, next } = pageFrom(rows, query.limit, (row) => [row.name.toLowerCase(), row.id])
    return { items: items.map(presentLine), next }
  },

  'POST /communities': ({ db, actor, body }) => createCommunity(db, actor, body),

  async 'GET /communities/{community}'({ db, actor, params }) {
    return presentCommunity(db, actor, await communityFor(db, actor, params.community))
  },

  async 'GET /communities/{community}/members'({ db, actor, params, query }) {
    const { community, who } = await communityFor(db, actor, params.community)
    if (!maySeeMembers(community, who)) throw refuse.notFound('notFound')

    const rows = await membersOf(db, community.id, readCursor(query.after, 2), query.limit)
    const { items, next } = pageFrom(rows, query.limit, (row) => [row.sortName, row.personId])
    const person = await peopleFor(
      db,
      items.map(({ personId }) => personId),
    )
    return {
      items: items.map((row) => ({ ...person(row.personId)!, roles: row.roles, since: row.joinedAt.toISOString() })),
      next,
    }
  },

  'PUT /communities/{community}/membership': ({ db, actor, params }) => joinCommunity(db, actor, params.community),

  'DELETE /communities/{community}/membership': ({ db, actor, params }) => leaveCommunity(db, actor, params.community),

  'PUT /communities/{community}/charter': ({ db, actor, params, body }) =>
    writeCharter(db, actor, params.community, body),

  'PUT /communities/{community}/ending': ({ db, actor, params, body }) =>
    closeCommunity(db, actor, params.community, body.note),
})
