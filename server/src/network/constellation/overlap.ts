import type { Overlap } from '@mortar/contract/network-constellation'
import type { Reader } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'
import { bandsSeenBy } from './queries/communities.ts'
import { setsOf } from './queries/overlap.ts'
import { headOfChart } from './queries/units.ts'

const mostCommunities = 12

/** Who is in which communities together, of those whose members the reader may see by name. */
export async function overlapFor(
  db: Reader,
  actor: Actor,
  asked: { within?: string | undefined; communities?: string | undefined },
): Promise<Overlap> {
  const day = new Date().toISOString().slice(0, 10)
  const seen = await bandsSeenBy(db, actor.id, day)
  const wanted = asked.communities?.split(',')
  const chosen = seen.filter(({ id }) => !wanted || wanted.includes(id)).slice(0, mostCommunities)
  const place = new Map(chosen.map(({ id }, n) => [id, n]))
  const within = asked.within ?? (await headOfChart(db, day))
  const sets = await setsOf(db, { day, within }, [...place.keys()])
  const numbered = sets.map(({ communities, people }) => ({
    communities: communities.map((id) => place.get(id)!).toSorted((a, b) => a - b),
    people,
  }))
  return {
    communities: chosen.map((band, n) => ({
      ...band,
      people: numbered.reduce((sum, set) => sum + (set.communities.includes(n) ? set.people : 0), 0),
    })),
    sets: numbered,
  }
}
