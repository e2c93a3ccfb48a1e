import { record } from '#activity/index.ts'
import { type Database, inTransaction } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'
import { carriedFor } from '../access.ts'
import { isAlive } from '../community.ts'
import { saveGreeting } from '../queries/greetings.ts'
import { rolesOf } from '../queries/memberships.ts'
import { refuse } from '../refusals.ts'

/** Welcomes somebody who joined. The first welcome reaches them; who comes second has nothing left to do. */
export const greetMember = (db: Database, actor: Actor, id: string, personId: string): Promise<void> =>
  inTransaction(db, async (tx) => {
    const { community } = await carriedFor(tx, actor, id)
    if (!isAlive(community)) throw refuse.conflict('closed', { on: community.closedAt })
    if (personId === actor.id || !(await rolesOf(tx, id, personId))) throw refuse.notFound('notMember')
    if (!(await saveGreeting(tx, id, personId, actor.id))) return
    await record(tx, {
      actor: actor.id,
      verb: 'community.greeted',
      subject: { kind: 'community', id },
      communities: [id],
      people: [personId],
    })
  })
