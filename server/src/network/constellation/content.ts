import type { CommunityLink } from '@mortar/contract/common'
import type { Reader } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'
import { foundOf, standingOf } from '../discovery/queries/found.ts'
import { latestDone } from '../discovery/queries/runs.ts'
import { fewest } from '#platform/few.ts'
import { refuse } from '../refusals.ts'
import { groupsOf, mostBands } from './groups.ts'
import { type BandRow, bandsSeenBy, type Counts, countsOf, sharedBetween } from './queries/communities.ts'
import { bricksAbove, type Place } from './queries/units.ts'

/** What is drawn through the chart: bands, and how many people they have where. */
export interface Content {
  kind: 'known' | 'found'
  bands: { link: CommunityLink; communities: number }[]
  counts: Counts
  group: CommunityLink | null
}

/** Communities whose members the reader may see by name; those of one group, or all of them in groups. */
export async function knownContent(
  db: Reader,
  actor: Actor,
  place: Place,
  { group, deep = 1 }: { group?: string | undefined; deep?: number } = {},
): Promise<Content> {
  const seen = await bandsSeenBy(db, actor.id, place.day)
  const row = new Map(seen.map((band) => [band.id, band]))
  const bands = await bandsOf(db, seen, place.day, group, deep)
  return {
    kind: 'known',
    bands: bands.map(([first, ...others]) => ({ link: link(row.get(first!)!), communities: 1 + others.length })),
    counts: await countsOf(db, place, bands),
    group: group ? link(row.get(group)!) : null,
  }
}

const link = ({ id, slug, name, short, colour }: BandRow): CommunityLink => ({ id, slug, name, short, colour })

/** All bands, or those inside the group that holds this community, so many groups deep. */
async function bandsOf(db: Reader, seen: BandRow[], day: string, group: string | undefined, deep: number) {
  const shared = await sharedBetween(
    db,
    seen.map(({ id }) => id),
    day,
  )
  let bands = groupsOf(seen, shared)
  for (let opened = 0; group && opened < deep; opened++) {
    const inside = new Set(bands.find((each) => each.includes(group)))
    if (inside.size < 2) throw refuse.notFound('noGroupNow')
    bands = groupsOf(
      seen.filter(({ id }) => inside.has(id)),
      shared.filter(({ one, other }) => inside.has(one) && inside.has(other)),
    )
  }
  return bands
}

/**
 * Communities that the latest computation found and the reader may see. A band goes through the units that may be
 * named for it and is everywhere as wide as five people: where more are in it is not told, since that would be a
 * figure about people that changes with each one of them.
 */
export async function foundContent(db: Reader, actor: Actor, place: Place): Promise<Content> {
  const [run, who] = await Promise.all([latestDone(db), standingOf(db, actor.id)])
  const rows = run ? await foundOf(db, actor.id, run.id, who.overview) : []
  const found = rows.filter(({ described }) => described).slice(0, mostBands)
  const brick = await bricksAbove(db, place, [...new Set(found.flatMap(({ evidence }) => evidence.unitIds))])
  const cells = found.flatMap(({ evidence }, band) =>
    [...new Set(evidence.unitIds.flatMap((id) => brick.get(id) ?? []))].map((unit) => ({ unit, band, people: fewest })),
  )
  return {
    kind: 'found',
    bands: found.map(({ id, number, words }) => ({
      link: {
        id,
        slug: id,
        name: words.slice(0, 3).join(', ') || `${number}`,
        short: `${number}`,
        colour: 1 + ((number - 1) % 8),
      },
      communities: 1,
    })),
    counts: { cells, laps: [], pairs: [], sizes: found.map(({ people }, band) => ({ band, people })) },
    group: null,
  }
}
