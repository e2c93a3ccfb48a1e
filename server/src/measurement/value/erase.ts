import type { Writer } from '#platform/database.ts'
import { coverWordsOf } from '../queries/erasure.ts'

/**
 * Where words go, stories and notes go, too. Reports are the community's own and stay, as charters do. For whoever erases a
 * person, within that transaction. Tells which stories read differently.
 */
export const eraseFromValue = async (tx: Writer, person: string, cover: string | null): Promise<string[]> =>
  cover === null ? [] : coverWordsOf(tx, person, cover)
