import type { ReorganizationSettings } from '@mortar/contract/network-reorganization'
import { inTransaction } from '#platform/database.ts'
import { doWork, type Place, type Work } from '#platform/work.ts'
import { beatReorganization, failReorganization, findReorganization, takeUpReorganization } from './queries.ts'

interface Order {
  id: string
  settings: ReorganizationSettings
}

const work: Work<Order, never> = {
  file: new URL('./worker.ts', import.meta.url),
  beat: (db, { id }) => beatReorganization(db, id),
  fail: (db, { id }) => failReorganization(db, id, { key: 'network:reorganizationDefect', params: {} }),
}

/** Takes up reorganizations that wait to be looked at, one after the other. */
export async function lookForReorganizations(place: Place): Promise<void> {
  for (;;) {
    const id = await inTransaction(place.db, takeUpReorganization)
    const found = id && (await findReorganization(place.db, id))
    if (!found) return
    await doWork(place, work, { id: found.id, settings: found.settings })
    if (place.signal?.aborted) return
  }
}
