import type { Reply, Sent } from '@mortar/contract'
import type { sourceOperations } from '@mortar/contract/network-sources'
import { audit, record } from '#activity/index.ts'
import { type Database, inTransaction, type Writer } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'
import { channels as ownChannels } from '../activity/activity.ts'
import { endReading } from '../activity/reading.ts'
import { removeFromPattern } from '../pattern/queries.ts'
import { refuse } from '../refusals.ts'
import { removeAnswersIn, removeAnswersOf } from '../survey/queries/removal.ts'
import { officeOnly, sourceFor, sourceToKeep } from './access.ts'
import { removeFromCharts, removeFromFound } from './queries/found.ts'
import { removeTracesIn, removeTracesOf, removeTracesWithoutConsent } from './queries/removal.ts'
import {
  announce,
  close,
  everybody,
  insertSource,
  lockSource,
  ownSourceOpen,
  saidOf,
  saveChoice,
  updateSource,
} from './queries/sources.ts'
import { asksMore, type Source } from './source.ts'

type Operations = typeof sourceOperations
type Terms = Sent<Operations['PUT /sources/{source}']>['body']
type Registered = Pick<Source, 'name' | 'kind' | 'channel' | 'purpose' | 'legalGround' | 'retentionDays' | 'mode'>

const subject = (id: string) => ({ kind: 'source', id }) as const

/** What happens in Mortar tells its channels itself; files may name more than the one they are registered with. */
const channelsOf = ({ kind, channel }: Registered) =>
  kind === 'mortar' ? { channel: ownChannels[0], channels: ownChannels.slice(1) } : { channel, channels: [] }

/** Registers a source on behalf of somebody, or of the command line, where nobody is signed in. */
export async function registerSource(tx: Writer, by: string | null, source: Registered): Promise<string> {
  const own = source.kind === 'mortar' ? await ownSourceOpen(tx) : undefined
  if (own) throw refuse.conflict('ownSourceTwice', { name: own.name })
  const made = await insertSource(tx, { ...source, ...channelsOf(source), createdBy: by })
  if (!made) throw refuse.conflict('sourceNameTaken', { name: source.name })
  await record(tx, { actor: by, verb: 'network.source_registered', subject: subject(made.id) })
  await audit(tx, 'network.source_registered', { actor: by, subject: made.id })
  return made.id
}

export async function register(
  db: Database,
  actor: Actor,
  source: Registered,
): Promise<Reply<Operations['POST /sources']>> {
  officeOnly(actor)
  return { id: await inTransaction(db, (tx) => registerSource(tx, actor.id, source)) }
}

/** Changes what a source is for. What asks more of people than they were told has to be told anew. */
export async function change(db: Database, actor: Actor, id: string, terms: Terms): Promise<void> {
  await inTransaction(db, async (tx) => {
    const before = await sourceToKeep(tx, actor, id)
    if (before.closedAt) throw refuse.conflict('sourceClosed', { name: before.name })
    await lockSource(tx, id)
    if (!(await updateSource(tx, id, terms, !asksMore(before, terms))))
      throw refuse.conflict('sourceNameTaken', { name: terms.name })
    if (before.mode === 'announced' && terms.mode === 'opt_in') await removeTracesWithoutConsent(tx, id)
    await record(tx, { actor: actor.id, verb: 'network.source_changed', subject: subject(id) })
    await audit(tx, 'network.source_changed', { actor: actor.id, subject: id })
  })
}

/** Tells everybody; each finds it in the inbox. */
export async function announceSource(db: Database, actor: Actor, id: string): Promise<void> {
  await inTransaction(db, async (tx) => {
    const source = await sourceToKeep(tx, actor, id)
    if (source.mode !== 'announced') throw refuse.conflict('sourceIsOptIn', { name: source.name })
    if (!(await announce(tx, id))) throw refuse.conflict('sourceAnnounced', { name: source.name })
    const people = await everybody(tx)
    await record(tx, { actor: actor.id, verb: 'network.source_announced', subject: subject(id), people })
    await audit(tx, 'network.source_announced', { actor: actor.id, subject: id })
  })
}

export async function closeSource(db: Database, actor: Actor, id: string): Promise<void> {
  await inTransaction(db, async (tx) => {
    const source = await sourceToKeep(tx, actor, id)
    await lockSource(tx, id)
    if (!(await close(tx, id))) throw refuse.conflict('sourceClosed', { name: source.name })
    await removeTracesIn(tx, id)
    if (source.kind === 'mortar') await endReading(tx, id)
    await removeAnswersIn(tx, id)
    await record(tx, { actor: actor.id, verb: 'network.source_closed', subject: subject(id) })
    await audit(tx, 'network.source_closed', { actor: actor.id, subject: id })
  })
}

/** Agrees or withdraws. What was kept is gone in the same moment; an import under way waits for it. */
export async function choose(db: Database, actor: Actor, id: string, agreed: boolean): Promise<{ removed: number }> {
  return inTransaction(db, async (tx) => {
    const source = await sourceFor(tx, actor, id)
    if (source.closedAt && agreed) throw refuse.conflict('sourceClosed', { name: source.name })
    await lockSource(tx, id)
    if ((await saidOf(tx, id, actor.id)) === agreed) return { removed: 0 }
    await saveChoice(tx, id, actor.id, agreed)
    const removed = agreed ? 0 : (await removeTracesOf(tx, id, actor.id)) + (await removeAnswersOf(tx, id, actor.id))
    if (!agreed) {
      await removeFromFound(tx, actor.id, id)
      await removeFromCharts(tx, actor.id)
      await removeFromPattern(tx, actor.id)
    }
    const verb = agreed ? 'network.source_agreed' : 'network.source_withdrawn'
    await record(tx, { actor: actor.id, verb, subject: subject(id) })
    return { removed }
  })
}
