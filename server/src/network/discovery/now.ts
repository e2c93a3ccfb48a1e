import type { AskDiscovery, DiscoverySettings, DiscoverySummary } from '@mortar/contract/network-discovery'
import { inTransaction } from '#platform/database.ts'
import { refuse } from '../refusals.ts'
import type { Place } from '#platform/work.ts'
import { settingsFrom } from './actions.ts'
import { shownSummary } from './discovery.ts'
import { notesOf } from './present.ts'
import { describedOf } from './queries/found.ts'
import { findRun, saveRun } from './queries/runs.ts'
import { doRun, shareOf } from './work.ts'

export interface Discovered {
  id: string
  settings: DiscoverySettings
  summary: DiscoverySummary
  notes: string[]
  found: {
    id: string
    number: number
    people: number
    units: number
    times: number
    stability: number
    words: string[]
  }[]
}

/** A run begun and done by whoever calls, as the command line does; tells what may be described of it. */
export async function discoverNow(
  place: Place,
  asked: AskDiscovery,
  tell: (share: number) => void,
): Promise<Discovered> {
  const settings = settingsFrom(asked, new Date())
  const id = await inTransaction(place.db, (tx) => saveRun(tx, { byId: null, settings, begun: true }))
  await doRun(place, id, settings, (news) => tell(shareOf(news)))
  const run = await findRun(place.db, id)
  if (!run?.summary) throw refuse.unavailable(run?.state === 'stopped' ? 'runStopped' : 'discoveryDefect')
  return {
    id,
    settings,
    summary: shownSummary(run.summary),
    notes: notesOf(run, 'en'),
    found: await describedOf(place.db, id),
  }
}
