import type { CommunityCare } from '@mortar/contract/desk'
import { carriedFor, linkTo, sheetsDueIn } from '#community/index.ts'
import { loadOf, mineIn, proposedFor } from '#measurement/index.ts'
import { peopleFor } from '#organization/index.ts'
import type { Reader } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'
import { careOf, type CareRow } from './queries/care.ts'

/** What those who carry a community have to see to. Every line is an act that one can do from there. */
export async function communityCare(db: Reader, actor: Actor, idOrSlug: string): Promise<CommunityCare> {
  const { community } = await carriedFor(db, actor, idOrSlug)
  const [row, load, mine, stage, sheets] = await Promise.all([
    careOf(db, community.id, actor.id),
    loadOf(db, community.id, actor.language),
    mineIn(db, community.id, actor.id),
    proposedFor(db, community),
    sheetsDueIn(db, community.id, dayAhead(14)),
  ])
  const person = await peopleFor(db, [
    ...[...row.newcomers, ...row.leaving].map(({ id }) => id),
    ...row.practices.map(({ steward }) => steward),
  ])
  const instant = (moment: string) => new Date(moment).toISOString()
  return {
    community: linkTo(community),
    unanswered: {
      all: row.allUnanswered,
      items: row.unanswered.map(({ since, ...each }) => ({ ...each, since: instant(since) })),
    },
    newcomers: row.newcomers.map(({ id, since }) => ({ ...person(id)!, since: instant(since) })),
    due: { rhythm: row.rhythm, review: row.review, requests: row.requests, stage, sheets },
    practices: row.practices.map(({ due, steward, ...each }) => ({
      ...each,
      due: instant(due),
      steward: person(steward),
    })),
    roles: {
      facilitators: row.facilitators,
      leaving: row.leaving.map(({ id, roles, on }) => ({ ...person(id)!, roles, on })),
    },
    load,
    mine,
    topics: topicsOf(row),
  }
}

const dayAhead = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

const shown = 6

/** A topic fades on which two inquiries or more were asked within the year, and none in its last ninety days. */
const topicsOf = ({ topics }: CareRow): CommunityCare['topics'] => ({
  alive: topics
    .filter(({ lately }) => lately > 0)
    .slice(0, shown)
    .map(({ id, name, lately }) => ({ id, name, inquiries: lately })),
  fading: topics
    .filter(({ lately, earlier }) => lately === 0 && earlier > 1)
    .slice(0, shown)
    .map(({ id, name, earlier }) => ({ id, name, inquiries: earlier })),
})
