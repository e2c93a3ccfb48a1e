import type { Writer } from '#platform/database.ts'
import { coverAnswersOf } from './queries/erasure.ts'

/** Where words go, those beside answers of assessments go, too. For whoever erases a person, within that transaction. */
export async function eraseFromMeasurement(tx: Writer, person: string, cover: string | null): Promise<void> {
  if (cover !== null) await coverAnswersOf(tx, person, cover)
}
