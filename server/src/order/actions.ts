import type { Ground } from '@mortar/contract/inquiry'
import { type Activity, record } from '#activity/index.ts'
import type { OrderedPage } from '#community/index.ts'
import { closeReportsOn, covered, patternOf, redactAbout, saveReport } from '#inquiry/index.ts'
import { coverInReports } from '#measurement/index.ts'
import { type Database, inTransaction, violated, type Writer } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'
import { mayReport, orderings, pageFor, type PageName, pageToOrder } from './pages.ts'
import { saveRedactions } from './queries.ts'
import { refuse } from './refusals.ts'

/** Tells whoever keeps order that something on a page should not be there. */
export const reportPage = (db: Database, actor: Actor, name: PageName, reason: string): Promise<void> =>
  inTransaction(db, async (tx) => {
    const found = await pageFor(tx, actor, name)
    if (!mayReport(found)) throw refuse.conflict('nothingToReport')
    await saveReport(tx, { kind: name.kind, id: name.page }, actor.id, reason).catch((error: unknown) => {
      throw violated(error) === 'report_waiting' ? refuse.conflict('alreadyReported') : error
    })
    await tell(tx, actor, name, found, 'reported', [])
  })

/** Answers what was reported: it stays as it is. */
export const keepPage = (db: Database, actor: Actor, name: PageName): Promise<void> =>
  inTransaction(db, async (tx) => {
    const found = await pageToOrder(tx, actor, name)
    const reporters = await closeReportsOn(tx, [name.page], actor.id, 'kept')
    if (reporters.length === 0) throw refuse.conflict('noReports')
    await tell(tx, actor, name, found, 'report_kept', [])
  })

/** Hides a page from all but its author and who keeps order, or shows it again. Nothing is deleted. */
export const setHidden = (db: Database, actor: Actor, name: PageName, hidden: boolean): Promise<void> =>
  inTransaction(db, async (tx) => {
    const found = await pageToOrder(tx, actor, name)
    if (!(await orderings[name.kind].hide(tx, name.page, hidden ? actor.id : null))) return
    if (hidden) await closeReportsOn(tx, [name.page], actor.id, 'hidden')
    await tell(tx, actor, name, found, hidden ? 'hidden' : 'shown', found.people)
  })

/**
 * Takes words out of a page for good, with its versions, its copies, the reports that link to it and what readers said of it.
 * What they were is kept nowhere.
 */
export const redactPage = (
  db: Database,
  actor: Actor,
  name: PageName,
  { passages, ground }: { passages: string[]; ground: Ground },
): Promise<{ places: number }> =>
  inTransaction(db, async (tx) => {
    const found = await pageToOrder(tx, actor, name)
    const pattern = patternOf(passages)
    const ids = await orderings[name.kind].withCopies(tx, name.page)
    const places = await orderings[name.kind].cover(tx, ids, pattern, covered)
    for (const [id, count] of await redactAbout(tx, ids, pattern)) places.set(id, (places.get(id) ?? 0) + count)
    await coverInReports(
      tx,
      ids.flatMap((id) => addressOf(name, id)),
      pattern,
      covered,
    )
    if (places.size === 0) throw refuse.conflict('nothingThere')

    const { kind } = name
    await saveRedactions(
      tx,
      [...places].map(([id, count]) => ({ subjectKind: kind, subjectId: id, ground, places: count, byId: actor.id })),
    )
    await closeReportsOn(tx, [...places.keys()], actor.id, 'redacted')
    for (const id of places.keys())
      await tell(tx, actor, { kind, page: id }, found, 'redacted', id === name.page ? found.people : [])
    return { places: [...places.values()].reduce((sum, count) => sum + count, 0) }
  })

/** How a report links to a page. */
const addresses = { story: '/stories/', escalation: '/escalations/' } as const
const addressOf = ({ kind }: PageName, id: string) =>
  kind === 'story' || kind === 'escalation' ? [`${addresses[kind]}${id}`] : []

type Done = 'reported' | 'report_kept' | 'hidden' | 'shown' | 'redacted'

/** A sheet has no trail of its own: its community has. */
function tell(
  tx: Writer,
  actor: Actor,
  { kind, page }: PageName,
  { community }: OrderedPage,
  done: Done,
  told: OrderedPage['people'],
): Promise<unknown> {
  const verb: Activity['verb'] = kind === 'sheet' ? `community.sheet_${done}` : `${kind}.${done}`
  return record(tx, {
    actor: actor.id,
    verb,
    subject: kind === 'sheet' ? { kind: 'community', id: community! } : { kind, id: page },
    communities: community ? [community] : [],
    people: told.filter((id): id is string => id !== null && id !== actor.id),
    ...(kind === 'sheet' && { detail: { sheet: page } }),
  })
}
