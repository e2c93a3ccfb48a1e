import type { Writer } from '#platform/database.ts'
import { coverWordsOf } from './queries.ts'

/**
 * Where words go, those of signals and escalations go, too. What was put to somebody who is erased goes on along the line,
 * as when they leave. For whoever erases a person, within that transaction.
 */
export async function eraseFromSensing(tx: Writer, person: string, cover: string | null): Promise<void> {
  if (cover !== null) await coverWordsOf(tx, person, cover)
}
