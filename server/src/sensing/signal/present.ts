import type { SignalLine, SignalView } from '@mortar/contract/sensing-signals'
import { communitiesFor, isAlive, linkTo } from '#community/index.ts'
import { inquiriesFor, linkToInquiry } from '#inquiry/index.ts'
import { type Person, peopleFor } from '#organization/index.ts'
import type { Reader } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'
import { escalationsFor } from '../escalation/access.ts'
import { type SignalFor, signalsFor } from './access.ts'
import { ownCommunities, type SignalRow, takenUpFrom, triageOf } from './queries.ts'
import { mayEscalate, mayTriage, mayUndo } from './signal.ts'

const presentOne = (row: SignalRow, person: Person, today: string): SignalLine => ({
  id: row.id,
  title: row.title,
  summary: row.summary,
  link: row.link,
  community: row.community,
  feed: row.feed,
  addedBy: person(row.addedBy),
  publishedAt: row.publishedAt?.toISOString() ?? null,
  foundAt: row.foundAt.toISOString(),
  outcome: row.outcome,
  watchUntil: row.watchUntil,
  watchOver: row.watchUntil !== null && row.watchUntil <= today,
})

const today = () => new Date().toISOString().slice(0, 10)

export async function presentSignals(db: Reader, rows: SignalRow[]): Promise<SignalLine[]> {
  const person = await peopleFor(
    db,
    rows.map(({ addedBy }) => addedBy),
  )
  return rows.map((row) => presentOne(row, person, today()))
}

/** A signal with what was made of it. What it led to is linked where the reader may see that. */
export async function presentSignal(db: Reader, actor: Actor, { signal: row, who }: SignalFor): Promise<SignalView> {
  const [triage, taken, own] = await Promise.all([
    triageOf(db, row.id),
    takenUpFrom(db, row.id),
    row.communityId === null ? ownCommunities(db, actor.id) : [],
  ])
  const ids = (of: (one: (typeof triage)[number]) => string | null) => triage.flatMap((one) => of(one) ?? [])
  const [person, inquiries, escalations, from, communities] = await Promise.all([
    peopleFor(db, [row.addedBy, ...triage.flatMap(({ byId, undoneBy }) => [byId, undoneBy])]),
    inquiriesFor(
      db,
      actor,
      ids(({ inquiryId }) => inquiryId),
    ),
    escalationsFor(
      db,
      actor,
      ids(({ escalationId }) => escalationId),
    ),
    signalsFor(db, actor, row.fromId ? [row.fromId] : []),
    communitiesFor(db, actor, [
      ...new Set([...taken.flatMap(({ communityId }) => communityId ?? []), ...own.map(({ id }) => id)]),
    ]),
  ])
  const community = new Map(communities.map((found) => [found.community.id, found.community]))
  // Where it lies already, one may only go if one may read there.
  const readable = new Set(
    (
      await signalsFor(
        db,
        actor,
        taken.map(({ id }) => id),
      )
    ).map(({ id }) => id),
  )
  const there = new Set(taken.map(({ communityId }) => communityId))
  const inquiry = new Map(inquiries.map(linkToInquiry).map(({ id, title }) => [id, { id, title }]))
  const escalation = new Map(escalations.map(({ escalation: { id, title } }) => [id, { id, title }]))
  return {
    ...presentOne(row, person, today()),
    triage: triage.map(({ byId, at, inquiryId, escalationId, undoneBy, undoneAt, ...one }) => ({
      ...one,
      inquiry: (inquiryId && inquiry.get(inquiryId)) || null,
      escalation: (escalationId && escalation.get(escalationId)) || null,
      by: person(byId),
      at: at.toISOString(),
      undone: undoneAt && { by: person(undoneBy), at: undoneAt.toISOString() },
    })),
    from: from.map(({ id, title }) => ({ id, title }))[0] ?? null,
    takenUp: taken.flatMap(({ id, communityId }) => {
      const of = communityId && readable.has(id) ? community.get(communityId) : undefined
      return of ? { id, community: linkTo(of) } : []
    }),
    may: {
      triage: mayTriage(row, who),
      escalate: mayEscalate(row, who),
      undo: mayUndo(row, who),
      takeUpFor: own.flatMap(({ id }) => {
        const of = community.get(id)
        return of && isAlive(of) && !there.has(id) ? linkTo(of) : []
      }),
    },
  }
}
