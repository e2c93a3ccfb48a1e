import type { DiscoverySettings, DiscoveryStep } from '@mortar/contract/network-discovery'
import { record } from '#activity/index.ts'
import { type Database, inTransaction } from '#platform/database.ts'
import { OutOfMemory } from '#platform/apart/start.ts'
import { doWork, type Place, type Work } from '#platform/work.ts'
import { isDue, lastSunday, type Run, yearBefore } from './discovery.ts'
import { beginOf } from '../week.ts'
import { beatRun, everyOf, failRun, findRun, lastBegun, oneAtATime, saveRun, takeUpRun } from './queries/runs.ts'
import type { WorkerNews, WorkerOrder } from './worker.ts'

/** How much of a run each step takes, about. */
const shares: Record<DiscoveryStep, number> = {
  reading: 0.2,
  mapping: 0.1,
  searching: 0.4,
  weighing: 0.2,
  comparing: 0.05,
  writing: 0.05,
}
const steps = Object.keys(shares) as DiscoveryStep[]

/** How far a whole run is, of 1. */
export const shareOf = ({ step, share }: WorkerNews): number =>
  steps.slice(0, steps.indexOf(step)).reduce((sum, before) => sum + shares[before], share * shares[step])

type Order = Omit<WorkerOrder, 'connection'>

const work: Work<Order, WorkerNews> = {
  file: new URL('./worker.ts', import.meta.url),
  beat: (db, { run }, news, seconds) =>
    beatRun(db, run, news ? { step: news.step, share: shareOf(news), seconds } : null),
  fail: (db, { run }, error) => failRun(db, run, failureOf(error)),
}

function failureOf(error: unknown): NonNullable<Run['failure']> {
  const tooLarge = error instanceof OutOfMemory
  return { key: tooLarge ? 'network:discoveryTooLarge' : 'network:discoveryDefect', params: {} }
}

/** Does a run that this process has taken up. Returns whether it came to its end. */
export const doRun = (place: Place, run: string, settings: DiscoverySettings, hear?: (news: WorkerNews) => void) =>
  doWork(place, work, { run, settings }, hear)

/** Takes up runs that wait, one after the other. */
export async function lookForRuns(place: Place): Promise<void> {
  await beginDueRun(place.db, new Date())
  for (;;) {
    const id = await inTransaction(place.db, takeUpRun)
    const run = id && (await findRun(place.db, id))
    if (!run) return
    await doRun(place, run.id, run.settings)
    if (place.signal?.aborted) return
  }
}

export const usualSettings = (now: Date): DiscoverySettings => {
  const to = lastSunday(now)
  return { from: yearBefore(to), to, sources: null, form: 'soft', level: null, seed: 1, halfLife: 90 }
}

/** The usual settings, or those of the last year that was read when all of it lies before the usual one. */
export function settingsProposed(now: Date, lastWeek: number | null): DiscoverySettings {
  const usual = usualSettings(now)
  if (lastWeek === null) return usual
  const to = lastSunday(beginOf(lastWeek + 1))
  return to < usual.from ? { ...usual, from: yearBefore(to), to } : usual
}

/** Begins a run when the schedule says so. */
async function beginDueRun(db: Database, now: Date): Promise<void> {
  if ((await everyOf(db)) === 'never') return
  await inTransaction(db, async (tx) => {
    // Of two processes that look at once the second sees what the first began.
    await oneAtATime(tx)
    const every = await everyOf(tx)
    if (!isDue(every, await lastBegun(tx), now)) return
    const id = await saveRun(tx, { byId: null, settings: usualSettings(now), scheduled: true })
    await record(tx, { actor: null, verb: 'network.discovery_due', subject: { kind: 'discovery', id } })
  })
}
