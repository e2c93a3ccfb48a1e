import type { Reader, Writer } from '#platform/database.ts'
import { peopleFor } from '#organization/index.ts'
import type { Actor } from '#platform/endpoint.ts'
import { refuse } from '../refusals.ts'
import { holdPair, othersIn, type OwnPair, pairsOf } from './queries/pairs.ts'

/** The only way to a pair: one is one of the two, or it does not exist. It is held until what is said of it is written. */
export async function ownPairFor(tx: Writer, actor: Actor, id: string): Promise<OwnPair> {
  await holdPair(tx, id)
  const [pair] = await pairsOf(tx, actor.id, id)
  if (!pair) throw refuse.notFound('noPair')
  return pair
}

/** Of these pairs those that somebody is in, each with the name of the other. */
export async function pairsAskedOf(
  db: Reader,
  actor: Actor,
  ids: string[],
): Promise<{ id: string; title: string | null }[]> {
  const rows = await othersIn(db, actor.id, ids)
  const person = await peopleFor(
    db,
    rows.map(({ other }) => other),
  )
  return rows.map(({ id, other }) => ({ id, title: person(other)?.name ?? null }))
}
