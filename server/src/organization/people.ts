import type { PersonLink } from '@mortar/contract/common'
import type { Reader } from '#platform/database.ts'
import { type PersonRow, peopleByIds } from './queries/people.ts'

/** How a page shows the people on it: by id, or not at all. */
export type Person = (id: string | null) => PersonLink | null

/** People that a page's own statement brought along. */
export function shown(rows: PersonRow[]): Person {
  const people = new Map(rows.map((row) => [row.id, row]))
  return (id) => (id && people.get(id)) || null
}

/** Everything that shows a person by name asks here: one read for a whole page. */
export async function peopleFor(db: Reader, ids: Iterable<string | null>): Promise<Person> {
  const wanted = [...new Set(ids)].filter((id) => id !== null)
  return shown(await peopleByIds(db, wanted))
}
