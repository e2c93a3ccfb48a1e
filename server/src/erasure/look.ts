import type { Marking } from '#organization/index.ts'
import type { Database } from '#platform/database.ts'
import { eraseAgain, keepErasures, readErasures } from './again.ts'
import { carryOut } from './carry-out.ts'
import { dueErasures, latestDone, postpone } from './queries/erasures.ts'

interface Place {
  db: Database
  log: { error(detail: object, words: string): void }
}

export interface Erasing {
  marking: Marking
  /** Where the erasures are kept beside the database; without it nowhere. */
  file?: string | undefined
}

const hour = 3_600_000

/** Carries out what is due, and keeps the file of erasures: at first and hourly it is held against the database. */
export function lookForErasures({ marking, file }: Erasing): (place: Place) => Promise<void> {
  let compared = 0
  let kept: string | undefined
  return async ({ db, log }) => {
    for (const id of await dueErasures(db)) {
      try {
        await carryOut(db, id, marking)
      } catch (error) {
        log.error({ err: error, erasure: id }, 'an erasure failed and is tried again in ten minutes')
        await postpone(db, id)
      }
    }
    if (!file) return
    const first = Date.now() - compared > hour
    if (first) await eraseAgain(db, await readErasures(file), marking)
    const latest = await latestDone(db)
    if (first || latest !== kept) await keepErasures(db, file)
    if (first) compared = Date.now()
    kept = latest
  }
}
