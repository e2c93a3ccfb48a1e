import type { PersonLink } from '@mortar/contract/common'
import type { Reader } from '#platform/database.ts'
import { peopleByIds } from './queries/people.ts'

/** Everything that shows a person by name asks here: one read for a whole page. */
export async function peopleFor(
  db: Reader,
  ids: Iterable<string | null>,
): Promise<(id: string | null) => PersonLink | null> {
  const wanted = [...new Set(ids)].filter((id) => id !== null)
  const people = new Map((await peopleByIds(db, wanted)).map((row) => [row.id, row]))
  return (id) => (id && people.get(id)) || null
}
