import type { Writer } from '#platform/database.ts'
import { coverExperiments, removeOwnExperiments } from './queries/erasure.ts'

/** Experiments that nobody else saw go; of those shown to all, what was written goes where words go. Within the transaction of an erasure. */
export async function eraseFromLab(tx: Writer, person: string, cover: string | null): Promise<void> {
  await removeOwnExperiments(tx, person)
  if (cover !== null) await coverExperiments(tx, person, cover)
}
