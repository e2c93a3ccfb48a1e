import type { Writer } from '#platform/database.ts'
import { coverWordsOf } from '../queries/erasure.ts'

/**
 * Where words go, stories and notes go, too. Reports are the community's own and stay, as charters do. For whoever erases a
 * person, within that transaction.
 */
export async function eraseFromValue(tx: Writer, person: string, cover: string | null): Promise<void> {
  if (cover !== null) await coverWordsOf(tx, person, cover)
}
