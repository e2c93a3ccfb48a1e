import { covered } from '#inquiry/index.ts'
import type { Writer } from '#platform/database.ts'
import { coverWordsOf, removeLearningOf, retireShadowing } from './queries.ts'

/** Takes somebody out of learning for good. For whoever erases a person, within that transaction. */
export async function eraseFromLearning(tx: Writer, person: string, cover: string | null): Promise<void> {
  await removeLearningOf(tx, person)
  await retireShadowing(tx, person, cover ?? covered)
  if (cover !== null) await coverWordsOf(tx, person, cover)
}
