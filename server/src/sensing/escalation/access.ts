import { mayReadSteering } from '#community/index.ts'
import type { Reader, Writer } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'
import { refuse } from '../refusals.ts'
import { mayRead, type Standing } from './escalation.ts'
import { type EscalationRow, escalationsByIds, findEscalation } from './queries.ts'

export interface EscalationFor {
  escalation: EscalationRow
  who: Standing
}

export const standing = (actor: Actor, row: EscalationRow): EscalationFor => ({
  escalation: row,
  who: {
    manager: row.managerId === actor.id,
    delegate: row.delegateId === actor.id,
    facilitator: row.facilitates,
    inside: mayReadSteering(row, { member: row.member, guest: actor.guest }),
    office: actor.office,
    author: row.sentBy === actor.id,
  },
})

/** The only way to an escalation on somebody's behalf. One they may not read looks exactly like one that does not exist. */
export const escalationFor = async (db: Reader, actor: Actor, id: string): Promise<EscalationFor> =>
  admitted(actor, await findEscalation(db, actor.id, id))

/** The same, held until the verb ends. */
export const escalationToMove = async (tx: Writer, actor: Actor, id: string): Promise<EscalationFor> =>
  admitted(actor, await findEscalation(tx, actor.id, id, true))

function admitted(actor: Actor, row: EscalationRow | undefined): EscalationFor {
  const found = row && standing(actor, row)
  if (!found || !mayRead(found.escalation, found.who)) throw refuse.notFound('noEscalation')
  return found
}

/** Those of many escalations that somebody may read. */
export const escalationsFor = async (db: Reader, actor: Actor, ids: string[]): Promise<EscalationFor[]> =>
  (await escalationsByIds(db, actor.id, ids))
    .map((row) => standing(actor, row))
    .filter(({ escalation, who }) => mayRead(escalation, who))
