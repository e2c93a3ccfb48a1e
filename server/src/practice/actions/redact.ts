import type { Ground, Redact } from '@mortar/contract/inquiry'
import { record } from '#activity/index.ts'
import { type CarryOver, closeReportsOn, covered, patternOf, redactAbout } from '#inquiry/index.ts'
import { type Database, inTransaction, type Writer } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'
import { redactFile } from '#platform/files/queries.ts'
import { practiceFor } from '../access.ts'
import { keepsOrder } from '../practice.ts'
import {
  aboveWith,
  alsoElsewhere,
  concernedBy,
  coverTexts,
  coverUses,
  distilledFrom,
  filesShown,
  saveRedactions,
  unlinkFiles,
  withVariants,
} from '../queries/redaction.ts'
import { refuse } from '../refusals.ts'

/** Takes the same words from what later rooms tell of these addresses. */
export type CoverElsewhere = (tx: Writer, addresses: string[], pattern: string, cover: string) => Promise<void>

interface Taken {
  pattern: string | null
  files: string[]
  ground: Ground
  elsewhere: CoverElsewhere
}

/**
 * Takes words and files away for good, from every revision, proposal, application and note, and from what was adapted
 * from it. What they were is kept nowhere. Tells where the same words still stand above it.
 */
export const redactPractice = (
  db: Database,
  actor: Actor,
  id: string,
  { passages, files, ground }: Redact,
  elsewhere: CoverElsewhere,
) =>
  inTransaction(db, async (tx) => {
    const { who } = await practiceFor(tx, actor, id)
    if (!keepsOrder(who)) throw refuse.forbidden('notKeepingOrder')

    const family = await withVariants(tx, [id])
    const pattern = passages.length > 0 ? patternOf(passages) : null
    const shown = await filesShown(tx, family, files)
    const gone = [...new Set(shown.map(({ fileId }) => fileId))]
    const taken = await takeFrom(tx, actor, family, { pattern, files: gone, ground, elsewhere })
    // What something else shows is only taken from here: who keeps order here does not keep it there.
    const staying = await alsoElsewhere(tx, family, gone)
    await unlinkFiles(tx, family, staying)
    for (const file of gone) if (!staying.includes(file)) await redactFile(tx, file)
    if (taken.practices === 0) throw refuse.conflict('nothingToRedact')

    const above = pattern === null ? [] : await aboveWith(tx, actor.id, id, pattern)
    return { places: taken.places, files: gone.length, practices: taken.practices, elsewhere: above }
  })

/** Words taken from an inquiry are taken from what was distilled from it, too: who takes them there answers for both. */
export const redactDistilled =
  (elsewhere: CoverElsewhere): CarryOver =>
  async (tx, actor, { inquiryId, ...taken }) => {
    if (taken.pattern !== null) await coverUses(tx, inquiryId, taken.pattern)
    const distilled = await withVariants(tx, await distilledFrom(tx, inquiryId))
    return (await takeFrom(tx, actor, distilled, { ...taken, elsewhere })).practices
  }

async function takeFrom(tx: Writer, actor: Actor, ids: string[], { pattern, files, ground, elsewhere }: Taken) {
  if (ids.length === 0) return { places: 0, practices: 0 }
  const places = pattern === null ? new Map<string, number>() : await coverTexts(tx, ids, pattern)
  if (pattern !== null) for (const [id, count] of await redactAbout(tx, ids, pattern)) add(places, id, count)
  const shown = await filesShown(tx, ids, files)
  const filesOf = (id: string) => shown.filter(({ practiceId }) => practiceId === id).length
  const touched = ids.filter((id) => places.has(id) || filesOf(id) > 0)
  if (touched.length === 0) return { places: 0, practices: 0 }
  if (pattern !== null)
    await elsewhere(
      tx,
      touched.map((id) => `/practices/${id}`),
      pattern,
      covered,
    )

  const traces = touched.map((practiceId) => ({
    practiceId,
    ground,
    places: places.get(practiceId) ?? 0,
    files: filesOf(practiceId),
    byId: actor.id,
  }))
  await saveRedactions(tx, traces)
  await closeReportsOn(tx, touched, actor.id, 'redacted')
  const concerned = new Map((await concernedBy(tx, touched)).map((row) => [row.id, row]))
  await record(
    tx,
    ...traces.map(({ practiceId, places, files }) => ({
      actor: actor.id,
      verb: 'practice.redacted' as const,
      subject: { kind: 'practice' as const, id: practiceId },
      communities: [concerned.get(practiceId)!.communityId],
      people: othersOf(actor, concerned.get(practiceId)!),
      detail: { ground, places, files },
    })),
  )
  return { places: traces.reduce((sum, trace) => sum + trace.places, 0), practices: touched.length }
}

const add = (places: Map<string, number>, id: string, count: number) => places.set(id, (places.get(id) ?? 0) + count)

const othersOf = (actor: Actor, { stewardId, madeBy }: { stewardId: string | null; madeBy: string | null }) =>
  [...new Set([stewardId, madeBy])].filter((id) => id !== null && id !== actor.id) as string[]
