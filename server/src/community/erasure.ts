import type { Writer } from '#platform/database.ts'
import { coverWordsOf, eraseMemberships } from './queries/erasure.ts'

/** Takes somebody out of every community for good. For whoever erases a person, within that transaction. */
export async function eraseFromCommunities(tx: Writer, person: string, cover: string | null): Promise<void> {
  await eraseMemberships(tx, person)
  if (cover !== null) await coverWordsOf(tx, person, cover)
}
