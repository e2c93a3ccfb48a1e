import type { Writer } from '#platform/database.ts'
import { removeFromPattern } from '../pattern/queries.ts'
import { eraseChoices, erasedWithTraces, eraseTraces } from './queries/erasure.ts'
import { holdAll, removeFromCharts, removeFromFound } from './queries/found.ts'

/**
 * Takes somebody out of the network for good: their addresses, what was counted of them with others, what they said
 * about sources, and where they were found. For whoever erases a person, within that transaction. Tells how many rows went.
 */
export async function eraseFromNetwork(tx: Writer, person: string): Promise<number> {
  // An import under way is waited for, and finds nobody by these addresses afterwards.
  await holdAll(tx, 'update')
  const removed = await eraseTraces(tx, person)
  await eraseChoices(tx, person)
  await removeFromCharts(tx, person)
  await removeFromPattern(tx, person)
  return removed + (await removeFromFound(tx, person))
}

/** Sees to it that nothing is left of those who were erased, however that came about. */
export async function forgetErased(tx: Writer): Promise<number> {
  let removed = 0
  for (const person of await erasedWithTraces(tx)) removed += await eraseFromNetwork(tx, person)
  return removed
}
