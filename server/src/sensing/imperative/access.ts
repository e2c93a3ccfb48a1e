import type { Reader } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'
import { refuse } from '../refusals.ts'
import { type Imperative, mayRead } from './imperative.ts'
import { findImperative, imperativesByIds, isPerson } from './queries.ts'

export interface ImperativeFor {
  imperative: Imperative
  who: { office: boolean }
}

/** The only way to an aim on somebody's behalf. Everybody who works here may read each of them; a guest none. */
export async function imperativeFor(db: Reader, actor: Actor, id: string): Promise<ImperativeFor> {
  const imperative = await findImperative(db, id)
  if (!imperative || !(await worksHere(db, actor)) || !mayRead(imperative, actor)) throw refuse.notFound('noAim')
  return { imperative, who: { office: actor.office } }
}

export const worksHere = (db: Reader, actor: Actor): Promise<boolean> => isPerson(db, actor.id)

/** Titles of aims, for lists that tell of them. */
export const imperativesFor = async (
  db: Reader,
  actor: Actor,
  ids: string[],
): Promise<{ id: string; title: string }[]> =>
  ids.length > 0 && (await worksHere(db, actor))
    ? (await imperativesByIds(db, ids)).filter((row) => mayRead(row, actor)).map(({ id, title }) => ({ id, title }))
    : []
