import type { Reader } from '#platform/database.ts'
import type { Actor, Endpoint } from '#platform/endpoint.ts'
import type { PracticeLine } from '@mortar/contract/practice'
import type { SimilarPractice } from '@mortar/contract/practice-pages'
import { presentLine } from './present/lines.ts'
import { linesByIds, similarTo, titlesByIds } from './queries/lists.ts'
import { practicesShowing } from './queries/practices.ts'
import type { CoverElsewhere } from './actions/redact.ts'
import { orderEndpoints } from './routes/order.ts'
import { pageEndpoints } from './routes/pages.ts'
import { textEndpoints } from './routes/text.ts'
import { useEndpoints } from './routes/use.ts'

export { practiceFor, type PracticeFor } from './access.ts'
export { applyPractice, applyWithin } from './actions/apply.ts'
export { redactDistilled } from './actions/redact.ts'
export { handOver } from './actions/handover.ts'
export { type ImportedPractice, importPractice } from './actions/import.ts'
export { eraseFromPractices } from './erasure.ts'
export { freshness, judge } from './evidence.ts'
export { isSteward, mayReadWorkshop, type Practice } from './practice.ts'
export { presentBrief } from './present/lines.ts'
export { type BriefRow, briefsJson } from './queries/lists.ts'
export { presentPerson as practicesOfPerson, presentUnit as practicesOfUnit } from './present/pages.ts'
export { presentStewardship as stewardshipFor } from './present/pages.ts'
export { movePracticesBack, movePracticesToTopic } from './queries/topics.ts'
export { importPracticeRows, type PracticeRows } from './queries/archive.ts'

export const practiceEndpoints = (elsewhere: CoverElsewhere): Endpoint[] => [
  ...textEndpoints,
  ...useEndpoints,
  ...orderEndpoints(elsewhere),
  ...pageEndpoints,
]

/** Many practices as lines, those that somebody may read, in the order asked for. */
export async function practicesFor(db: Reader, actor: Actor, ids: string[]): Promise<PracticeLine[]> {
  return (await linesByIds(db, actor.id, ids)).map(presentLine)
}

/** Links to those of many practices that somebody may read. */
export const practiceLinks = (db: Reader, actor: Actor, ids: string[]) => titlesByIds(db, actor.id, ids)

/** Current practices that may already answer what somebody is writing. */
export async function similarPractices(db: Reader, actor: Actor, words: string, limit = 5): Promise<SimilarPractice[]> {
  const rows = await similarTo(db, actor.id, words, limit)
  return rows.map((row) => ({ ...presentLine(row), why: row.why }))
}

/** Whether a file is part of a practice that somebody may read. */
export async function mayReadPracticeFile(db: Reader, actor: Actor, fileId: string): Promise<boolean> {
  const ids = await practicesShowing(db, fileId)
  return ids.length > 0 && (await linesByIds(db, actor.id, ids)).length > 0
}
