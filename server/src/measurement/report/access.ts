import { type Community, communitiesFor } from '#community/index.ts'
import type { Reader } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'
import { originOf } from '../queries/people.ts'
import { refuse } from '../refusals.ts'
import { findReport } from './queries.ts'
import { mayGive, mayWrite, type Report } from './report.ts'
import { insideFor, insideOf } from '../value/access.ts'

/** Resources and reports of a community, for whoever reads inside it. */
export async function givenFor(db: Reader, actor: Actor, idOrSlug: string) {
  const { community, who } = await insideFor(db, actor, idOrSlug)
  return { community, who, mayGive: mayGive(who) && community.closedAt === null }
}

export interface ReportFor {
  report: Report
  community: Community | null
  mayWrite: boolean
}

/** The only way to a report on somebody's behalf. One they may not read looks exactly like one that does not exist. */
export async function reportFor(db: Reader, actor: Actor, id: string, hold = false): Promise<ReportFor> {
  const report = await findReport(db, id, hold)
  if (!report) throw refuse.notFound('noValueReport')
  if (report.communityId === null) {
    if ((await originOf(db, actor.id)) === 'guest') throw refuse.notFound('noValueReport')
    return { report, community: null, mayWrite: mayWrite(actor) }
  }
  const place = await insideOf(db, actor, report.communityId)
  if (!place) throw refuse.notFound('noValueReport')
  return { report, community: place.community, mayWrite: mayWrite(place.who) }
}

/** Of many communities those that somebody reads inside. */
export const membersOf = async (db: Reader, actor: Actor, ids: string[]) =>
  (await communitiesFor(db, actor, ids)).filter(({ who }) => who.member).map(({ community }) => community)
