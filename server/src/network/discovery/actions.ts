import type { AskDiscovery, DiscoverySettings, Every, PositionShown } from '@mortar/contract/network-discovery'
import { audit, record } from '#activity/index.ts'
import { type Database, inTransaction } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'
import { refuse } from '../refusals.ts'
import { officeOnly, runFor } from './access.ts'
import { lastSunday, yearBefore } from './discovery.ts'
import { computableSources } from './queries/found.ts'
import { saveShown } from './queries/positions.ts'
import { saveEvery, saveRun, stopRun } from './queries/runs.ts'

/** What was asked, with what was left out filled in, so that the run can be repeated as it was. */
export function settingsFrom({ from, to, ...asked }: AskDiscovery, now: Date): DiscoverySettings {
  const last = to ?? lastSunday(now)
  const settings = { ...asked, from: from ?? yearBefore(last), to: last }
  if (settings.from >= settings.to) throw refuse.invalid('windowBackwards', { from: settings.from, to: settings.to })
  return settings
}

/** Asks for a run; it waits for the next free process. */
export async function askDiscovery(db: Database, actor: Actor, asked: AskDiscovery): Promise<{ id: string }> {
  officeOnly(actor)
  const settings = settingsFrom(asked, new Date())
  return inTransaction(db, async (tx) => {
    const known = new Set((await computableSources(tx)).map(({ id }) => id))
    if (settings.sources?.some((id) => !known.has(id))) throw refuse.invalid('sourceNotFound')
    const id = await saveRun(tx, { byId: actor.id, settings })
    await record(tx, { actor: actor.id, verb: 'network.discovery_asked', subject: { kind: 'discovery', id } })
    await audit(tx, 'discovery.asked', { actor: actor.id, subject: id })
    return { id }
  })
}

export async function stopDiscovery(db: Database, actor: Actor, id: string): Promise<void> {
  officeOnly(actor)
  await inTransaction(db, async (tx) => {
    await runFor(tx, actor, id)
    if (!(await stopRun(tx, id))) throw refuse.conflict('runOver')
    await record(tx, { actor: actor.id, verb: 'network.discovery_stopped', subject: { kind: 'discovery', id } })
  })
}

export async function setSchedule(db: Database, actor: Actor, every: Every): Promise<void> {
  officeOnly(actor)
  await inTransaction(db, async (tx) => {
    await saveEvery(tx, every, actor.id)
    await audit(tx, 'discovery.schedule_set', { actor: actor.id, detail: { every } })
  })
}

/** Each decides for themselves who sees which units they connect; the latest word counts, at once. */
export async function showPosition(db: Database, actor: Actor, shown: PositionShown): Promise<void> {
  await inTransaction(db, async (tx) => {
    if (!(await saveShown(tx, actor.id, shown))) return
    const verb = shown === 'nobody' ? 'network.position_hidden' : 'network.position_shown'
    await record(tx, { actor: actor.id, verb, subject: { kind: 'person', id: actor.id } })
  })
}
