import type { PersonLink } from '@mortar/contract/common'
import type { RevisionView } from '@mortar/contract/practice'
import { peopleFor } from '#organization/index.ts'
import type { Reader } from '#platform/database.ts'
import type { PracticeFor } from '../access.ts'
import { maySeeCommunity } from '../practice.ts'
import type { RevisionRow } from '../queries/practices.ts'

export type People = (id: string | null) => PersonLink | null

/** People as a reader may see them: those of a private community stay without names for whom a unit brought here. */
export const asSeenBy = ({ practice, who }: PracticeFor, person: People): People =>
  maySeeCommunity(practice, who) ? person : (id) => (id === who.personId ? person(id) : null)

export const peopleOf = async (db: Reader, found: PracticeFor, ids: (string | null)[]): Promise<People> =>
  asSeenBy(found, await peopleFor(db, ids))

export const shapeRevision = (row: Omit<RevisionRow, 'at'> & { at: Date | string }, person: People): RevisionView => {
  const text = (part: keyof RevisionRow['html']) => ({ markdown: row[part], html: row.html[part] })
  return {
    revision: row.revision,
    title: row.title,
    problem: text('problem'),
    worksWhen: text('worksWhen'),
    worksNot: text('worksNot'),
    how: text('how'),
    steps: row.steps,
    sources: text('sources'),
    note: row.note,
    by: person(row.byId),
    takenBy: person(row.takenBy),
    at: new Date(row.at).toISOString(),
  }
}

export const presentRevision = async (db: Reader, found: PracticeFor, row: RevisionRow): Promise<RevisionView> =>
  shapeRevision(row, await peopleOf(db, found, [row.byId, row.takenBy]))
