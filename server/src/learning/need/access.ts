import type { Reader } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'
import { refuse } from '../refusals.ts'
import { findOwnNeed, type NeedRow } from './queries.ts'

/** The only way to a need: it is somebody's own, or it does not exist. */
export async function ownNeedFor(db: Reader, actor: Actor, id: string): Promise<NeedRow> {
  const need = await findOwnNeed(db, actor.id, id)
  if (!need) throw refuse.notFound('noNeed')
  return need
}
