import type { FlowFigures, FlowLine, FlowPlanLine, FlowPlanView, FlowVersion } from '@mortar/contract/learning-plans'
import { peopleFor } from '#organization/index.ts'
import type { Reader } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'
import { todayHere } from '../queries.ts'
import { idOf, type StoredFigures, type StoredSend } from './plan.ts'
import { type CommunityRow, knownCommunities, knownTopics, plannedItems } from './queries/ground.ts'
import { findVersion, type ListedPlan, type PlanRow, type VersionRow, versionsOf } from './queries/plans.ts'

export async function presentPlanLines(db: Reader, plans: readonly ListedPlan[]): Promise<FlowPlanLine[]> {
  const person = await peopleFor(
    db,
    plans.map(({ byId }) => byId),
  )
  return plans.map(({ id, name, byId, at, versions, state, figures, usedVersion }) => ({
    id,
    name,
    by: person(byId),
    at: at.toISOString(),
    versions,
    state,
    reach: figures?.reach ?? null,
    superfluous: figures?.superfluous ?? null,
    used: usedVersion,
  }))
}

export const linkOf = ({ id, slug, name, short, colour }: CommunityRow) => ({ id, slug, name, short, colour })

/** What is not offered any more, or not known to everybody, is shown without its name. */
export async function presentSends(db: Reader, sends: readonly StoredSend[]): Promise<FlowLine[]> {
  const today = await todayHere(db)
  const byId = <Row extends { id: string }>(rows: readonly Row[]) => new Map(rows.map((row) => [row.id, row]))
  const [items, topics, communities] = [
    byId(await plannedItems(db, today)),
    byId(await knownTopics(db)),
    byId(await knownCommunities(db)),
  ]
  return sends.map((one) => {
    const item = items.get(one.item)
    const topic = topics.get(one.topic)
    const community = one.community === null ? undefined : communities.get(one.community)
    return {
      item: item ? { id: item.id, title: item.title, minutes: item.minutes, kind: item.kind } : null,
      topic: topic ? { id: topic.id, name: topic.name } : null,
      community: community ? linkOf(community) : null,
      send: idOf(one),
      reach: one.reach,
      people: one.people,
      relevant: one.relevant,
    }
  })
}

export async function presentFigures(db: Reader, { crossings, ...figures }: StoredFigures): Promise<FlowFigures> {
  const communities = new Map((await knownCommunities(db)).map((row) => [row.id, linkOf(row)]))
  return {
    ...figures,
    crossings: crossings.flatMap(({ from, to, topics, people }) => {
      const [one, other] = [communities.get(from), to === null ? null : communities.get(to)]
      return one && other !== undefined ? [{ from: one, to: other, topics, people }] : []
    }),
  }
}

export async function presentPlan(
  db: Reader,
  actor: Actor,
  plan: PlanRow,
  number?: number,
): Promise<FlowPlanView | undefined> {
  const versions = await versionsOf(db, plan.id)
  const chosen = number ?? versions[0]!.number
  const version = await findVersion(db, plan.id, chosen)
  if (!version) return undefined
  const person = await peopleFor(db, [plan.byId, plan.usedBy, ...versions.map(({ byId }) => byId)])
  const shown = ({ byId, at, ...row }: Omit<VersionRow, 'sends' | 'figures'>): FlowVersion => ({
    number: row.number,
    origin: row.origin,
    state: row.state,
    share: row.share,
    note: row.note,
    by: person(byId),
    at: at.toISOString(),
  })
  return {
    id: plan.id,
    name: plan.name,
    retired: plan.retiredAt !== null,
    by: person(plan.byId),
    at: plan.at.toISOString(),
    versions: versions.map(shown),
    version: shown(version),
    rules: version.rules,
    lines: await presentSends(db, version.sends ?? []),
    figures: version.figures && (await presentFigures(db, version.figures)),
    used:
      plan.usedVersion === null || plan.usedAt === null
        ? null
        : { version: plan.usedVersion, by: person(plan.usedBy), at: plan.usedAt.toISOString() },
    may: { use: actor.office && plan.retiredAt === null && version.state === 'done' },
  }
}
