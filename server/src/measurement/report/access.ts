import { type Community, communitiesFor, mayReadInside, type Standing } from '#community/index.ts'
import type { Reader } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'
import { refuse } from '../refusals.ts'
import { findReport, reportsByIds } from './queries.ts'
import { mayGive, mayRead, mayWrite, type Report } from './report.ts'
import { insideFor, insideOf } from '../value/access.ts'

/** Resources and reports of a community, for whoever reads inside it. */
export async function givenFor(db: Reader, actor: Actor, idOrSlug: string) {
  const { community, who } = await insideFor(db, actor, idOrSlug)
  return { community, who, mayGive: mayGive(who) && community.closedAt === null }
}

export interface ReportFor {
  report: Report
  community: Community | null
  who: Standing | null
  mayWrite: boolean
}

/** The only way to a report on somebody's behalf. One they may not read looks exactly like one that does not exist. */
export async function reportFor(db: Reader, actor: Actor, id: string, hold = false): Promise<ReportFor> {
  const found = await reached(db, actor, id, hold)
  const { report, mayWrite } = found
  if (!mayRead(report, { write: mayWrite, office: actor.office })) throw refuse.notFound('noValueReport')
  return found
}

async function reached(db: Reader, actor: Actor, id: string, hold: boolean): Promise<ReportFor> {
  const report = await findReport(db, id, hold)
  if (!report) throw refuse.notFound('noValueReport')
  if (report.communityId === null) return { report, community: null, who: null, mayWrite: mayWrite(actor) }
  const place = await insideOf(db, actor, report.communityId)
  if (!place) throw refuse.notFound('noValueReport')
  return { report, community: place.community, who: place.who, mayWrite: mayWrite(place.who) }
}

/** Titles of a community's reports, for lists that tell of them. */
export async function reportsFor(db: Reader, actor: Actor, ids: string[]): Promise<{ id: string; title: string }[]> {
  const rows = ids.length > 0 ? await reportsByIds(db, ids) : []
  const found = await communitiesFor(db, actor, [...new Set(rows.flatMap(({ communityId }) => communityId ?? []))])
  const places = new Map(
    found.map(({ community, who }) => [community.id, mayReadInside(community, who) ? who : undefined]),
  )
  return rows.filter((row) => {
    const who = row.communityId ? places.get(row.communityId) : actor
    return (
      who && mayRead(row, { write: mayWrite(who), office: actor.office }) && (row.communityId !== null || actor.office)
    )
  })
}

/** Of many communities those that somebody reads inside. */
export const membersOf = async (db: Reader, actor: Actor, ids: string[]) =>
  (await communitiesFor(db, actor, ids)).filter(({ who }) => who.member).map(({ community }) => community)
