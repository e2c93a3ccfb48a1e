import type { Role } from '@mortar/contract/community'
import { record } from '#activity/index.ts'
import { type Database, inTransaction } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'
import { communityFor } from '../access.ts'
import { isAlive, mayAskToJoin, mayJoin, mayStepDown, mayTakeUp } from '../community.ts'
import { decideRequest, saveInvitation, saveRequest, withdrawRequest } from '../queries/invitations.ts'
import { endMembership, facilitatorsOf, rolesOf, saveMembership, saveRoles } from '../queries/memberships.ts'
import { refuse } from '../refusals.ts'
import { facilitated } from './facilitated.ts'

export async function joinCommunity(db: Database, actor: Actor, id: string): Promise<void> {
  await inTransaction(db, async (tx) => {
    const { community, who } = await communityFor(tx, actor, id)
    if (who.member) return
    if (!isAlive(community)) throw refuse.conflict('closed', { on: community.closedAt })
    if (!mayJoin(community, who)) {
      throw refuse.forbidden(community.visibility === 'by_request' ? 'byRequestOnly' : 'inviteOnly')
    }
    const byAct = who.invited ? 'accepted' : 'joined'
    if (!(await saveMembership(tx, { communityId: id, personId: actor.id, roles: [], byAct }))) return
    await withdrawRequest(tx, id, actor.id)
    await record(tx, {
      actor: actor.id,
      verb: 'community.joined',
      subject: { kind: 'community', id },
      communities: [id],
    })
  })
}

/** One click, and nobody's news: the trail keeps it with the person, not with the community. */
export async function leaveCommunity(db: Database, actor: Actor, id: string): Promise<void> {
  await inTransaction(db, async (tx) => {
    await communityFor(tx, actor, id)
    if (!(await endMembership(tx, id, actor.id))) return
    const subject = { kind: 'person', id: actor.id } as const
    await record(tx, { actor: actor.id, verb: 'person.left_community', subject, detail: { community: id } })
  })
}

export async function askToJoin(db: Database, actor: Actor, id: string, message: string) {
  return inTransaction(db, async (tx) => {
    const { community, who } = await communityFor(tx, actor, id)
    if (!mayAskToJoin(community, who)) throw refuse.conflict('noRequestNeeded')
    const request = await saveRequest(tx, id, actor.id, message)
    await record(tx, {
      actor: actor.id,
      verb: 'community.join_asked',
      subject: { kind: 'community', id },
      communities: [id],
      people: await facilitatorsOf(tx, id),
    })
    return request
  })
}

export const withdrawJoinRequest = (db: Database, actor: Actor, id: string): Promise<void> =>
  inTransaction(db, async (tx) => {
    await communityFor(tx, actor, id)
    await withdrawRequest(tx, id, actor.id)
  })

export interface Decision {
  accepted: boolean
  reason: string
}

/** A facilitator opens the door; it becomes an invitation, so that joining stays the person's own act. */
export async function decideJoinRequest(db: Database, actor: Actor, id: string, requestId: string, decision: Decision) {
  await inTransaction(db, async (tx) => {
    await facilitated(tx, actor, id)
    const { accepted, reason } = decision
    const state = accepted ? 'accepted' : 'refused'
    const request = await decideRequest(tx, id, requestId, { state, decidedBy: actor.id, reason })
    if (!request) throw refuse.conflict('requestDecided')

    const { personId } = request
    if (accepted) {
      // Asking to join was the person's own act already.
      await saveMembership(tx, { communityId: id, personId, roles: [], byAct: 'joined' })
      await record(tx, {
        actor: personId,
        verb: 'community.joined',
        subject: { kind: 'community', id },
        communities: [id],
      })
    }
    await record(tx, {
      actor: actor.id,
      verb: accepted ? 'community.request_accepted' : 'community.request_refused',
      subject: { kind: 'community', id },
      communities: [id],
      people: [personId],
    })
  })
}

/** Facilitators give roles to members; anybody lays down their own, the last facilitator too; who wants takes an orphan up. */
export async function setRoles(db: Database, actor: Actor, id: string, personId: string, roles: Role[]): Promise<void> {
  await inTransaction(db, async (tx) => {
    const { community, who } = await communityFor(tx, actor, id)
    const before = await rolesOf(tx, id, personId)
    if (!before) throw refuse.notFound('notMember')
    if (before.guest && roles.length > 0) throw refuse.conflict('guestsCarryNothing')
    const taken = personId === actor.id && mayTakeUp(community, who, (await facilitatorsOf(tx, id)).length)
    const known = taken ? [...before.roles, 'facilitator' as const] : before.roles
    if (!mayStepDown(who, personId, known, roles)) await facilitated(tx, actor, id)

    await saveRoles(tx, id, personId, [...new Set(roles)])
    await record(tx, {
      actor: actor.id,
      verb: 'community.roles_set',
      subject: { kind: 'community', id },
      communities: [id],
      people: personId === actor.id ? [] : [personId],
      detail: { person: personId, roles: roles.join(',') },
    })
  })
}

export interface Invite {
  person?: string | undefined
  unit?: string | undefined
  occupation?: string | undefined
  message: string
}

/** Invites a person, a unit or an occupation. Nobody becomes a member by it. */
export async function invite(db: Database, actor: Actor, id: string, { person, unit, occupation, message }: Invite) {
  return inTransaction(db, async (tx) => {
    const { community, who } = await communityFor(tx, actor, id)
    if (!who.member) throw refuse.forbidden('notMemberYourself')
    if (!isAlive(community)) throw refuse.conflict('closed', { on: community.closedAt })
    const row = { personId: person ?? null, unitId: unit ?? null, occupationId: occupation ?? null, message }
    const invitation = await saveInvitation(tx, { ...row, communityId: id, byId: actor.id }).catch((error: unknown) => {
      throw (error as { code?: string }).code === '23503' ? refuse.notFound('nobodyToInvite') : error
    })
    await record(tx, {
      actor: actor.id,
      verb: 'community.invited',
      subject: { kind: 'community', id },
      communities: [id],
      unit: unit ?? null,
      people: person ? [person] : [],
      detail: { invitation: invitation.id },
    })
    return invitation
  })
}
