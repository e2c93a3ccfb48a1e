import { record } from '#activity/index.ts'
import { type Database, inTransaction, type Writer } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'
import { refuse } from '../refusals.ts'
import { givenFor, reportFor } from './access.ts'
import { prefilled } from './prefill.ts'
import { presentReport } from './present.ts'
import { findResource, type Resource, saveReport, saveResource, saveVersion, withdrawResource } from './queries.ts'
import { mayWrite, type Report } from './report.ts'

const recordOn = (
  tx: Writer,
  actor: Actor,
  verb: `${string}.${string}`,
  kind: 'resource' | 'value_report',
  id: string,
  of: string | null,
) => record(tx, { actor: actor.id, verb, subject: { kind, id }, communities: of ? [of] : [] })

type Given = Pick<Resource, 'kind' | 'amount' | 'purpose'> & { from: string; to: string }

export const giveResource = (db: Database, actor: Actor, place: string, { from, to, ...given }: Given) =>
  inTransaction(db, async (tx) => {
    const { community, mayGive } = await givenFor(tx, actor, place)
    if (!mayGive) throw refuse.forbidden('giveRolesOnly')
    const row = { ...given, communityId: community.id, fromDay: from, toDay: to, byId: actor.id }
    const saved = await saveResource(tx, row)
    await recordOn(tx, actor, 'resource.given', 'resource', saved.id, community.id)
    return saved
  })

export const takeResourceBack = (db: Database, actor: Actor, id: string, back: boolean): Promise<void> =>
  inTransaction(db, async (tx) => {
    const resource = await findResource(tx, id)
    if (!resource) throw refuse.notFound('noResource')
    const { community, mayGive } = await givenFor(tx, actor, resource.communityId)
    if (!mayGive && resource.byId !== actor.id) throw refuse.forbidden('giveRolesOnly')
    if (!(await withdrawResource(tx, id, back))) throw refuse.conflict('noResource')
    await recordOn(tx, actor, back ? 'resource.withdrawn' : 'resource.given_again', 'resource', id, community.id)
  })

type Begun = Pick<Report, 'kind' | 'title'> & { community: string | null; from: string; to: string }

/** Begins a report: what happened is filled in, what it meant is for people to write. */
export const beginReport = (db: Database, actor: Actor, { community: place, kind, title, from, to }: Begun) =>
  inTransaction(db, async (tx) => {
    const found = place === null ? undefined : await givenFor(tx, actor, place)
    if (!mayWrite(found ? found.who : actor)) throw refuse.forbidden(found ? 'reportRolesOnly' : 'reportOfficeOnly')
    if (!found && kind === 'sponsor') throw refuse.invalid('reportKind')
    const of = { communityId: found?.community.id ?? null, kind, title, fromDay: from, toDay: to }
    const text = await prefilled(tx, of, actor.language, new Date().toISOString().slice(0, 10))
    const saved = await saveReport(tx, { ...of, madeBy: actor.id, text })
    await recordOn(tx, actor, 'report.begun', 'value_report', saved.id, of.communityId)
    return saved
  })

interface Written {
  base: number
  text: string
  note: string
}

export const writeReport = (db: Database, actor: Actor, id: string, written: Written): Promise<{ version: number }> =>
  inTransaction(db, async (tx) => {
    const found = await reportFor(tx, actor, id, true)
    if (!found.mayWrite) throw refuse.forbidden(found.community ? 'reportRolesOnly' : 'reportOfficeOnly')
    if (!(await saveVersion(tx, { ...written, id, byId: actor.id }))) {
      throw refuse.conflict('reportMoved').with(await presentReport(tx, actor, found))
    }
    await recordOn(tx, actor, 'report.written', 'value_report', id, found.report.communityId)
    return { version: written.base + 1 }
  })
