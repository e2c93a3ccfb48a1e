import type { SheetContent, SheetState } from '@mortar/contract/community-sheets'
import { record } from '#activity/index.ts'
import { type Database, inTransaction, type Reader, type Writer } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'
import { communityFor } from '../access.ts'
import { charterOf } from '../queries/charters.ts'
import { refuse } from '../refusals.ts'
import { mustWrite, sheetFor } from './access.ts'
import { presentSheet } from './present.ts'
import {
  advanceSheet,
  discardSheet,
  holdersOf,
  knownPeople,
  moveSheet,
  saveVersion,
  startSheet as start,
} from './queries.ts'
import { fitting, peopleIn } from './sheet.ts'
import { fieldsOf, inLanguage, type Known, type Template } from './template.ts'
import { templateWith } from './templates/all.ts'

const happened = (tx: Writer, actor: Actor, verb: `community.${string}`, community: string, sheet: string) =>
  record(tx, {
    actor: actor.id,
    verb,
    subject: { kind: 'community', id: community },
    communities: [community],
    detail: { sheet },
  })

/** Starts a sheet; what the community says of itself already stands in it. */
export async function startSheet(
  db: Database,
  actor: Actor,
  id: string,
  { template: wanted, title }: { template: string; title?: string | undefined },
): Promise<{ id: string }> {
  const template = templateWith(wanted)
  if (!template) throw refuse.notFound('noTemplate')
  return inTransaction(db, async (tx) => {
    const found = await communityFor(tx, actor, id)
    mustWrite(template, found)
    const { community } = found
    const content = begun(template, await knownOf(tx, community.id, community.charterVersion))
    const sheet = await start(tx, community.id, template.id, {
      title: title ?? inLanguage(template.name, actor.language),
      content,
      byId: actor.id,
    })
    await happened(tx, actor, 'community.sheet_started', community.id, sheet)
    return { id: sheet }
  })
}

async function knownOf(db: Reader, communityId: string, charterVersion: number): Promise<Known> {
  const [charter, holders] = await Promise.all([charterOf(db, communityId, charterVersion), holdersOf(db, communityId)])
  return { ...charter, holders }
}

const begun = (template: Template, known: Known): SheetContent =>
  fitting(template, Object.fromEntries(fieldsOf(template).flatMap(({ id, begin }) => [[id, begin?.(known) ?? '']])))

/** Saves what was written from a saving; of two at once the first stands, and what stands travels back. */
export async function writeSheet(
  db: Database,
  actor: Actor,
  place: { community: string; sheet: string },
  { base, title, content }: { base: number; title: string; content: SheetContent },
) {
  return inTransaction(db, async (tx) => {
    const found = await sheetFor(tx, actor, place.community, place.sheet)
    const { sheet, template, community } = found
    mustWrite(template, found)
    const kept = await namingKnown(tx, template, fitting(template, content))
    const saved = await advanceSheet(tx, sheet.id, base, actor.id)
    if (!saved) throw await lostTo(tx, actor, place)
    await saveVersion(tx, sheet.id, saved.version, { title, content: kept, byId: actor.id })
    if (saved.anew) await happened(tx, actor, 'community.sheet_written', community.id, sheet.id)
    return { edits: saved.edits, version: saved.version, at: new Date().toISOString() }
  })
}

/** People who are not there are not kept. */
async function namingKnown(tx: Writer, template: Template, content: SheetContent): Promise<SheetContent> {
  const named = peopleIn(template, content)
  if (named.length === 0) return content
  const known = await knownPeople(tx, named)
  return fitting(
    template,
    Object.fromEntries(
      Object.entries(content).map(([id, value]) => [
        id,
        Array.isArray(value) && fieldsOf(template).some((field) => field.id === id && field.kind === 'people')
          ? value.filter((one) => known.has(one))
          : value,
      ]),
    ),
  )
}

async function lostTo(tx: Writer, actor: Actor, place: { community: string; sheet: string }) {
  const now = await sheetFor(tx, actor, place.community, place.sheet)
  const why = now.sheet.discardedAt ? 'sheetDiscarded' : now.sheet.state === 'done' ? 'sheetDone' : 'sheetMoved'
  return refuse.conflict(why).with(await presentSheet(tx, actor, now))
}

export async function setSheetState(
  db: Database,
  actor: Actor,
  place: { community: string; sheet: string },
  state: SheetState,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const found = await sheetFor(tx, actor, place.community, place.sheet)
    mustWrite(found.template, found)
    if (found.sheet.discardedAt) throw refuse.conflict('sheetDiscarded')
    if (!(await moveSheet(tx, found.sheet.id, state))) throw refuse.conflict('sheetState')
    await happened(tx, actor, `community.sheet_${state}`, found.community.id, found.sheet.id)
  })
}

/** Sets a sheet aside, or takes it out again. Nothing of it is lost, and nothing of it is due meanwhile. */
export async function setSheetDiscarded(
  db: Database,
  actor: Actor,
  place: { community: string; sheet: string },
  discarded: boolean,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const found = await sheetFor(tx, actor, place.community, place.sheet)
    mustWrite(found.template, found)
    if (!(await discardSheet(tx, found.sheet.id, discarded ? actor.id : null)))
      throw refuse.conflict(discarded ? 'sheetDiscarded' : 'sheetThere')
    const verb = discarded ? 'community.sheet_discarded' : 'community.sheet_restored'
    await happened(tx, actor, verb, found.community.id, found.sheet.id)
  })
}
