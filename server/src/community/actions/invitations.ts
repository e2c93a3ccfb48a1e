import { record } from '#activity/index.ts'
import { type Database, inTransaction } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'
import { communityFor } from '../access.ts'
import { invitationsTo, saveReply, withdrawInvitation as withdraw } from '../queries/invitations.ts'
import { saveMembership } from '../queries/memberships.ts'
import { refuse } from '../refusals.ts'
import { facilitated } from './facilitated.ts'

/** A person accepts or lets it be; only accepting is seen by others. */
export async function answerInvitation(db: Database, actor: Actor, id: string, accepted: boolean): Promise<void> {
  await inTransaction(db, async (tx) => {
    const invitation = (await invitationsTo(tx, actor.id)).find((open) => open.id === id)
    if (!invitation) throw refuse.notFound('noInvitation')
    if (!(await saveReply(tx, id, actor.id, accepted)) || !accepted) return

    const { communityId } = invitation
    await saveMembership(tx, { communityId, personId: actor.id, roles: [], byAct: 'accepted' })
    const subject = { kind: 'community', id: communityId } as const
    await record(tx, { actor: actor.id, verb: 'community.joined', subject, communities: [communityId] })
  })
}

export async function withdrawInvitation(db: Database, actor: Actor, communityId: string, id: string): Promise<void> {
  await inTransaction(db, async (tx) => {
    await communityFor(tx, actor, communityId)
    await facilitated(tx, actor, communityId)
    if (!(await withdraw(tx, communityId, id))) throw refuse.notFound('noInvitation')
  })
}
