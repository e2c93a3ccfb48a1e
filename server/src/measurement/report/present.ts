import type { GivenAndShown, ReportLine, ReportView, ResourceView } from '@mortar/contract/measurement-report'
import { communitiesFor, linkTo } from '#community/index.ts'
import { peopleFor } from '#organization/index.ts'
import type { Reader } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'
import { renderMarkdown } from '#platform/markdown.ts'
import { storiesOf } from '../value/queries.ts'
import type { ReportFor } from './access.ts'
import { doneIn, type Resource, textOf, versionsOf } from './queries.ts'
import type { Report } from './report.ts'

const linksTo = async (db: Reader, actor: Actor, ids: (string | null)[]) => {
  const found = await communitiesFor(db, actor, [...new Set(ids.flatMap((id) => id ?? []))])
  return new Map(found.map(({ community }) => [community.id, linkTo(community)]))
}

export async function presentResources(
  db: Reader,
  actor: Actor,
  rows: readonly Resource[],
  mayGive: boolean,
): Promise<ResourceView[]> {
  const [links, person] = await Promise.all([
    linksTo(
      db,
      actor,
      rows.map(({ communityId }) => communityId),
    ),
    peopleFor(
      db,
      rows.map(({ byId }) => byId),
    ),
  ])
  return rows.flatMap(({ id, communityId, kind, amount, purpose, fromDay, toDay, byId }) => {
    const community = links.get(communityId)
    if (!community) return []
    const may = { withdraw: mayGive || byId === actor.id }
    return { id, community, kind, amount, purpose, from: fromDay, to: toDay, by: person(byId), may }
  })
}

export async function presentReports(db: Reader, actor: Actor, rows: readonly Report[]): Promise<ReportLine[]> {
  const links = await linksTo(
    db,
    actor,
    rows.map(({ communityId }) => communityId),
  )
  return rows.map(({ id, kind, title, communityId, fromDay, toDay, version, changedAt }) => ({
    id,
    kind,
    title,
    community: communityId ? (links.get(communityId) ?? null) : null,
    from: fromDay,
    to: toDay,
    version,
    changedAt: changedAt.toISOString(),
  }))
}

export async function presentReport(db: Reader, actor: Actor, { report, mayWrite }: ReportFor): Promise<ReportView> {
  const [[line], text, versions] = await Promise.all([
    presentReports(db, actor, [report]),
    textOf(db, report.id, report.version),
    versionsOf(db, report.id),
  ])
  const person = await peopleFor(
    db,
    versions.map(({ byId }) => byId),
  )
  return {
    ...line!,
    text: { markdown: text!, html: renderMarkdown(text!) },
    versions: versions.map(({ version, note, byId, at }) => ({
      version,
      note,
      by: person(byId),
      at: at.toISOString(),
    })),
    may: { write: mayWrite },
  }
}

/** Year by year what was given, by its days, and beside it what whoever reads inside can look through one by one. */
export async function presentYears(
  db: Reader,
  community: string,
  resources: readonly Resource[],
  today: string,
): Promise<GivenAndShown[]> {
  const now = Number(today.slice(0, 4))
  return Promise.all(
    [now, now - 1, now - 2].map(async (year) => {
      const period = { from: `${year}-01-01`, to: `${year}-12-31` }
      const [done, stories] = await Promise.all([
        doneIn(db, [community], period),
        storiesOf(db, { community }, 1000, period),
      ])
      return {
        year,
        hours: within(resources, 'time', period),
        money: within(resources, 'money', period),
        answered: done.answered,
        practices: done.practices.length,
        adoptions: done.adoptions.filter(({ state }) => state === 'adopted').length,
        stories: stories.length,
      }
    }),
  )
}

const day = 86_400_000
const days = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / day + 1

/** What was given for a longer time counts by the days that lie within. */
export function within(
  resources: readonly Pick<Resource, 'kind' | 'amount' | 'fromDay' | 'toDay'>[],
  kind: Resource['kind'],
  { from, to }: { from: string; to: string },
): number {
  const parts = resources
    .filter((one) => one.kind === kind && one.fromDay <= to && one.toDay >= from)
    .map(({ amount, fromDay, toDay }) => {
      const inside = days(fromDay > from ? fromDay : from, toDay < to ? toDay : to)
      return (amount * inside) / days(fromDay, toDay)
    })
  return Math.round(parts.reduce((sum, part) => sum + part, 0))
}
