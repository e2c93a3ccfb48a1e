import type { Writer } from '#platform/database.ts'
import { erasedBy, type Marking, marksKept } from '#organization/index.ts'
import { removeFromPattern } from '../pattern/queries.ts'
import {
  coverReports,
  eraseAliases,
  eraseChoices,
  erasedWithTraces,
  eraseTraces,
  unknownAliases,
} from './queries/erasure.ts'
import { holdAll, removeFromCharts, removeFromFound } from './queries/found.ts'

/**
 * Takes somebody out of the network for good: their addresses, what was counted of them with others, what they said
 * about sources, and where they were found; with what they were called also what stands for nobody yet, and reports.
 * For whoever erases a person, within that transaction. Tells how many rows went.
 */
export async function eraseFromNetwork(tx: Writer, person: string, called?: Called): Promise<number> {
  // An import under way is waited for, and finds nobody by these addresses afterwards.
  await holdAll(tx, 'update')
  const removed = await eraseTraces(tx, person)
  if (called) {
    await eraseAliases(tx, [...called.emails, ...called.keys], called.names)
    await coverReports(tx, called.pattern, called.cover)
  }
  await eraseChoices(tx, person)
  await removeFromCharts(tx, person)
  await removeFromPattern(tx, person)
  return removed + (await removeFromFound(tx, person))
}

interface Called {
  names: string[]
  emails: string[]
  keys: string[]
  /** Finds names and addresses in running text, and what stands there afterwards. */
  pattern: string
  cover: string
}

/** Later files may still tell of who was erased: their addresses are let go, though nobody knows any more whose they were. */
export async function forgetMarked(tx: Writer, marking: Marking): Promise<void> {
  const wasErased = erasedBy(await marksKept(tx), marking)
  const aliases = (await unknownAliases(tx)).filter((alias) => wasErased({ id: alias, email: alias }))
  await eraseAliases(tx, aliases, [])
}

/** Sees to it that nothing is left of those who were erased, however that came about. */
export async function forgetErased(tx: Writer): Promise<number> {
  let removed = 0
  for (const person of await erasedWithTraces(tx)) removed += await eraseFromNetwork(tx, person)
  return removed
}
