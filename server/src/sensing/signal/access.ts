import { mayReadSteering } from '#community/index.ts'
import type { Reader, Writer } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'
import { refuse } from '../refusals.ts'
import { findSignal, type SignalRow, signalsByIds } from './queries.ts'
import { mayEscalate, mayRead, mayTriage, type Standing } from './signal.ts'

export interface SignalFor {
  signal: SignalRow
  who: Standing
}

export const standing = (actor: Actor, row: SignalRow): SignalFor => ({
  signal: row,
  who: {
    author: row.addedBy === actor.id,
    office: actor.office,
    here: row.here,
    inside:
      row.visibility !== null &&
      mayReadSteering({ visibility: row.visibility }, { member: row.member, guest: actor.guest }),
    member: row.member,
    facilitator: row.facilitates,
    alive: row.alive,
  },
})

/** The only way to a signal on somebody's behalf. One they may not read looks exactly like one that does not exist. */
export const signalFor = async (db: Reader, actor: Actor, id: string): Promise<SignalFor> =>
  admitted(actor, await findSignal(db, actor.id, id))

/** The same, held until the verb ends. */
export const signalToChange = async (tx: Writer, actor: Actor, id: string): Promise<SignalFor> =>
  admitted(actor, await findSignal(tx, actor.id, id, true))

function admitted(actor: Actor, row: SignalRow | undefined): SignalFor {
  const found = row && standing(actor, row)
  if (!found || !mayRead(found.signal, found.who)) throw refuse.notFound('noSignal')
  return found
}

/** A signal that somebody may triage now; into an escalation only who facilitates the community it is escalated from. */
export async function signalToTriage(tx: Writer, actor: Actor, id: string, escalatedFrom?: string): Promise<SignalFor> {
  const found = await signalToChange(tx, actor, id)
  const { signal, who } = found
  if (escalatedFrom && signal.communityId !== escalatedFrom) throw refuse.invalid('signalElsewhere')
  if (!who.member) throw refuse.forbidden(signal.communityId ? 'memberOnly' : 'takeUpFirst')
  if (!(escalatedFrom ? mayEscalate(signal, who) : mayTriage(signal, who))) throw refuse.conflict('alreadyTriaged')
  return found
}

/** Those of many signals that somebody may read. */
export const signalsFor = async (db: Reader, actor: Actor, ids: string[]): Promise<SignalRow[]> =>
  (await signalsByIds(db, actor.id, ids))
    .map((row) => standing(actor, row))
    .filter(({ signal, who }) => mayRead(signal, who))
    .map(({ signal }) => signal)
