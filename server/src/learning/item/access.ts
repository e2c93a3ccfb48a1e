import type { Reader } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'
import { practicesFor } from '#practice/index.ts'
import { worksHere } from '../queries.ts'
import { refuse } from '../refusals.ts'
import { type LearningItem, mayKnowOf } from './item.ts'
import { findItem } from './queries.ts'

/** The only way to an item on somebody's behalf. A practice that they may not read is not there for them. */
export async function itemFor(db: Reader, actor: Actor, id: string): Promise<LearningItem> {
  const item = await findItem(db, id)
  if (!item || !mayKnowOf(item, actor) || !(await worksHere(db, actor.id))) throw refuse.notFound('noItem')
  if (item.practiceId && (await practicesFor(db, actor, [item.practiceId])).length === 0)
    throw refuse.notFound('noItem')
  return item
}
