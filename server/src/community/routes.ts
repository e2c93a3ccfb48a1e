import { communityOperations } from '@mortar/contract/community-operations'
import { peopleFor } from '#organization/index.ts'
import { pageFrom, readCursor } from '#platform/cursor.ts'
import { asking, endpoints } from '#platform/endpoint.ts'
import { communityFor } from './access.ts'
import { writeCharter } from './actions/charters.ts'
import { changeCommunity, createCommunity, visitCommunity } from './actions/communities.ts'
import { greetMember } from './actions/greetings.ts'
import { facilitated } from './actions/facilitated.ts'
import { answerInvitation, withdrawInvitation } from './actions/invitations.ts'
import {
  askToJoin,
  decideJoinRequest,
  invite,
  joinCommunity,
  leaveCommunity,
  setRoles,
  withdrawJoinRequest,
} from './actions/memberships.ts'
import { addTopic, removeTopic, renameTopic, restoreTopic } from './actions/topics.ts'
import { maySeeMembers } from './community.ts'
import { invitationsFor, presentCharter, presentCommunity, presentInvitations } from './present.ts'
import { participationOf } from './participation.ts'
import { charterVersions, findCharter } from './queries/charters.ts'
import { headOf } from './queries/communities.ts'
import { directoryRead } from './queries/directory.ts'
import { invitationsOf, waitingRequests } from './queries/invitations.ts'
import { membersOf } from './queries/memberships.ts'
import { topicsOf } from './queries/topics.ts'
import { refuse } from './refusals.ts'

export const communityEndpoints = endpoints(communityOperations, {
  'GET /communities': asking(async ({ ask, query: { after, limit, mine, ...query } }) => {
    const [name, id] = readCursor(after, 2) ?? []
    const given = { ...query, mine: mine ? 'true' : undefined, name, id, rows: String(limit + 1) }
    const { row } = await ask(directoryRead(given), given)
    return pageFrom(row!.lines, limit, (line) => [line.name, line.id])
  }),

  'POST /communities': ({ db, actor, body }) => createCommunity(db, actor, body),

  async 'GET /communities/{community}'({ db, actor, params }) {
    return presentCommunity(db, actor, await communityFor(db, actor, params.community))
  },

  'PATCH /communities/{community}': ({ db, actor, params, body }) => changeCommunity(db, actor, params.community, body),

  'PUT /communities/{community}/visit': ({ db, actor, params }) => visitCommunity(db, actor, params.community),

  async 'GET /communities/{community}/participation'({ db, actor, params }) {
    const { community } = await communityFor(db, actor, params.community)
    return participationOf(community, await headOf(db, actor.id, community.id))
  },

  async 'GET /communities/{community}/members'({ db, actor, params, query }) {
    const { community, who } = await communityFor(db, actor, params.community)
    if (!maySeeMembers(community, who)) throw refuse.notFound('notFound')

    const rows = await membersOf(db, community.id, { ...query, after: readCursor(query.after, 2) })
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

  'PUT /communities/{community}/members/{person}/roles': ({ db, actor, params, body }) =>
    setRoles(db, actor, params.community, params.person, body.roles),

  'PUT /communities/{community}/members/{person}/greeting': ({ db, actor, params }) =>
    greetMember(db, actor, params.community, params.person),

  'PUT /communities/{community}/membership': ({ db, actor, params }) => joinCommunity(db, actor, params.community),

  'DELETE /communities/{community}/membership': ({ db, actor, params }) => leaveCommunity(db, actor, params.community),

  'PUT /communities/{community}/charter': ({ db, actor, params, body }) =>
    writeCharter(db, actor, params.community, body),

  async 'GET /communities/{community}/charters'({ db, actor, params }) {
    const { community } = await communityFor(db, actor, params.community)
    const versions = await charterVersions(db, community.id)
    const person = await peopleFor(
      db,
      versions.map(({ byId }) => byId),
    )
    return {
      items: versions.map(({ version, note, byId, at }) => ({ version, note, by: person(byId), at: at.toISOString() })),
    }
  },

  async 'GET /communities/{community}/charters/{version}'({ db, actor, params }) {
    const { community } = await communityFor(db, actor, params.community)
    const charter = await findCharter(db, community.id, params.version)
    if (!charter) throw refuse.notFound('noCharter')
    return presentCharter(charter, await peopleFor(db, [charter.byId]))
  },

  async 'GET /communities/{community}/requests'({ db, actor, params }) {
    const { community } = await facilitated(db, actor, params.community)
    const rows = await waitingRequests(db, community.id)
    const person = await peopleFor(
      db,
      rows.map(({ personId }) => personId),
    )
    return {
      items: rows.map(({ id, personId, message, at }) => ({
        id,
        person: person(personId)!,
        message,
        at: at.toISOString(),
      })),
    }
  },

  'POST /communities/{community}/requests': ({ db, actor, params, body }) =>
    askToJoin(db, actor, params.community, body.message),

  'DELETE /communities/{community}/requests/mine': ({ db, actor, params }) =>
    withdrawJoinRequest(db, actor, params.community),

  'PUT /communities/{community}/requests/{request}/decision': ({ db, actor, params, body }) =>
    decideJoinRequest(db, actor, params.community, params.request, body),

  async 'GET /communities/{community}/invitations'({ db, actor, params }) {
    const { community, who } = await communityFor(db, actor, params.community)
    if (!who.member) throw refuse.forbidden('notMemberYourself')
    return { items: await presentInvitations(db, actor, await invitationsOf(db, community.id)) }
  },

  'POST /communities/{community}/invitations': ({ db, actor, params, body }) =>
    invite(db, actor, params.community, body),

  'DELETE /communities/{community}/invitations/{invitation}': ({ db, actor, params }) =>
    withdrawInvitation(db, actor, params.community, params.invitation),

  async 'GET /invitations'({ db, actor }) {
    return { items: await invitationsFor(db, actor) }
  },

  'PUT /invitations/{invitation}/reply': ({ db, actor, params, body }) =>
    answerInvitation(db, actor, params.invitation, body.accepted),

  async 'GET /communities/{community}/topics'({ db, actor, params, query }) {
    const { community } = await communityFor(db, actor, params.community)
    const topics = await topicsOf(db, community.id, { removed: query.removed ?? false })
    return { items: topics.map(({ id, name, parentId }) => ({ id, name, parent: parentId })) }
  },

  'POST /communities/{community}/topics': ({ db, actor, params, body }) =>
    addTopic(db, actor, params.community, body.name, body.parent),

  'PUT /communities/{community}/topics/{topic}': ({ db, actor, params, body }) =>
    renameTopic(db, actor, params.community, params.topic, body.name),

  'PUT /communities/{community}/topics/{topic}/removal': ({ db, actor, params }) =>
    removeTopic(db, actor, params.community, params.topic),

  'DELETE /communities/{community}/topics/{topic}/removal': ({ db, actor, params }) =>
    restoreTopic(db, actor, params.community, params.topic),
})
