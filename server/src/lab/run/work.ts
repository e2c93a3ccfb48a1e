import { inTransaction } from '#platform/database.ts'
import { OutOfMemory } from '#platform/apart/start.ts'
import { doWork, type Place, type Work } from '#platform/work.ts'
import { mostSeconds } from '../plan/reckon.ts'
import { beatRun, failRun, findRun, letGo, takeUpRun, type Told } from '../queries/runs.ts'

interface Order {
  id: string
  /** Seconds that it took before it was interrupted. */
  before: number
}

/** What was reckoned may be wrong; beyond three times the most it ends. */
const patience = 3 * mostSeconds

const work: Work<Order, Told> = {
  file: new URL('./worker.ts', import.meta.url),
  async beat(db, { id, before }, told, since) {
    const seconds = before + since
    if (seconds > patience) await failRun(db, id, { key: 'lab:tookTooLong', params: { hours: patience / 3600 } })
    return beatRun(db, id, told, seconds)
  },
  async fail(db, { id }, error) {
    const tooLarge = error instanceof OutOfMemory
    await failRun(db, id, { key: tooLarge ? 'lab:runTooLarge' : 'lab:runDefect', params: {} })
  },
}

/** Takes up experiments that wait to be carried out, one after the other. */
export async function lookForExperiments(place: Place): Promise<void> {
  for (;;) {
    const id = await inTransaction(place.db, takeUpRun)
    const run = id && (await findRun(place.db, id))
    if (!run) return
    await doWork(place, work, { id: run.id, before: run.seconds })
    if (place.signal?.aborted) return void (await letGo(place.db, run.id))
  }
}
