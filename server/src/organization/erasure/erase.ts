import type { Writer } from '#platform/database.ts'
import { sentence } from '#platform/words.ts'
import { isAnyInOffice, lockOffice, officeIsStaffed } from '../queries/office.ts'
import { settingsOf } from '../queries/settings.ts'
import { refuse } from '../refusals.ts'
import type { Marking } from './marks.ts'
import {
  coverImports,
  coverPositions,
  discardStaged,
  type KnownAs,
  namelessNow,
  removeOffices,
  removeWaysIn,
  saveMarks,
} from './queries.ts'

export interface Erasing {
  person: string
  known: KnownAs
  /** Finds the names and addresses in running text, and what stands there afterwards. */
  pattern: string
  cover: string
  at: Date
  marking: Marking
}

/** Takes from the organization all that tells who somebody was. For whoever erases a person, within that transaction. */
export async function eraseFromOrganization(tx: Writer, { person, known, pattern, cover, at, marking }: Erasing) {
  await lockOffice(tx)
  const { language } = await settingsOf(tx)
  const inOffice = await isAnyInOffice(tx, [person])
  await removeOffices(tx, person)
  if (!(await namelessNow(tx, person, sentence(language, 'organization:formerColleague'), at))) return
  if (inOffice && !(await officeIsStaffed(tx))) throw refuse.conflict('lastOfErasing')
  await removeWaysIn(tx, person, known)
  await coverPositions(tx, person)
  await discardStaged(tx)
  await coverImports(tx, person, known, pattern, cover)
  const marks = [...known.emails.map((email) => marking({ email })), ...known.keys.map((key) => marking({ key }))]
  await saveMarks(tx, person, marks, at)
}
