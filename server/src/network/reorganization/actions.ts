import type { ReorganizationSettings } from '@mortar/contract/network-reorganization'
import { audit, record } from '#activity/index.ts'
import { plannedImports } from '#organization/index.ts'
import { type Database, inTransaction } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'
import { officeOnly } from '../discovery/access.ts'
import { usualSettings } from '../discovery/work.ts'
import { refuse } from '../refusals.ts'
import { saveReorganization } from './queries.ts'

interface Asked {
  before?: string | undefined
  after: string | null
  import: string | null
  level: number
}

/** Asks what a reorganization does; it waits for the next free process. */
export async function askReorganization(db: Database, actor: Actor, asked: Asked): Promise<{ id: string }> {
  officeOnly(actor)
  const today = new Date().toISOString().slice(0, 10)
  const before = asked.before ?? today
  if ((asked.after === null) === (asked.import === null)) throw refuse.invalid('oneAfter')
  if (asked.after !== null && asked.after <= before)
    throw refuse.invalid('daysBackwards', { before, after: asked.after })
  const { from, to } = usualSettings(new Date())
  const settings: ReorganizationSettings = { ...asked, before, from, to }
  return inTransaction(db, async (tx) => {
    const planned = asked.import ? (await plannedImports(tx)).find(({ id }) => id === asked.import) : undefined
    if (asked.import && !planned) throw refuse.invalid('importNotPlannedNow')
    const id = await saveReorganization(tx, actor.id, { ...settings, planned: planned?.name ?? null })
    await record(tx, { actor: actor.id, verb: 'network.reorganization_asked', subject: { kind: 'reorganization', id } })
    await audit(tx, 'reorganization.asked', { actor: actor.id, subject: id })
    return { id }
  })
}
