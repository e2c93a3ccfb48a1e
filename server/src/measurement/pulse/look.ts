import type { Marking } from '#organization/index.ts'
import type { Place } from '#platform/work.ts'
import { closeDue } from './actions.ts'
import { dueWaves } from './queries.ts'
import { openDueWaves } from './rhythm.ts'

/** Closes waves that are past their last day, and opens those whose day has come. */
export const lookForWaves =
  (marking: Marking) =>
  async ({ db }: Place): Promise<void> => {
    for (const wave of await dueWaves(db)) await closeDue(db, wave, marking)
    await openDueWaves(db)
  }
