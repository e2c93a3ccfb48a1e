import { sql } from 'kysely'
import type { Reader } from '#platform/database.ts'
import { chartOf, drawnIn, type Place } from './units.ts'

export interface BandRow {
  id: string
  slug: string
  name: string
  short: string
  colour: number
  people: number
}

/** Communities whose members somebody may see by name, as they were on a day, with how many had joined by then. */
export async function bandsSeenBy(db: Reader, person: string, day: string): Promise<BandRow[]> {
  const { rows } = await sql<BandRow>`
    select community.id, slug, name, short, colour, count(membership.person_id)::int as people
    from community join membership on membership.community_id = community.id
    where membership.joined_at < ${day}::date + 1
      and (closed_at is null or closed_at >= ${day}::date + 1)
      and (visibility <> 'private'
        or exists (select from membership mine where mine.community_id = community.id and mine.person_id = ${person}))
    group by community.id
    order by people desc, community.id`.execute(db)
  return rows
}

/** The first day that somebody joined a community, or that the chart knows of. */
export async function firstDay(db: Reader): Promise<string | null> {
  const { rows } = await sql<{ day: string | null }>`select min(joined_at)::date::text as day from membership`.execute(
    db,
  )
  return rows[0]!.day
}

export interface SharedRow {
  one: string
  other: string
  people: number
}

/** How many people each two of these communities share. */
export async function sharedBetween(db: Reader, communities: string[], day: string): Promise<SharedRow[]> {
  const { rows } = await sql<SharedRow>`
    with held as materialized (
      select community_id, person_id from membership
      where community_id = any(${communities}::uuid[]) and joined_at < ${day}::date + 1
    )
    select a.community_id as one, b.community_id as other, count(*)::int as people
    from held a join held b on b.person_id = a.person_id and b.community_id > a.community_id
    group by 1, 2 order by 1, 2`.execute(db)
  return rows
}

export interface CellRow {
  unit: string
  band: number
  people: number
}
export interface LapRow {
  unit: string
  one: number
  other: number
  people: number
}

export interface Counts {
  cells: CellRow[]
  laps: LapRow[]
  /** People that two bands share, each counted once however many units they are in. */
  pairs: { one: number; other: number; people: number }[]
  sizes: { band: number; people: number }[]
}

/** People of each band in each brick, and people that two bands share there. A band is several communities or one. */
export async function countsOf(db: Reader, place: Place, bands: string[][]): Promise<Counts> {
  const ids = bands.flat()
  const numbers = bands.flatMap((communities, band) => communities.map(() => band))
  const { rows } = await sql<{ kind: string; unit: string | null; one: number; other: number; people: number }>`
    with recursive ${chartOf(place.day)}, ${drawnIn(place)},
    held as materialized (
      select distinct drawn.top, drawn.person_id, band.number
      from unnest(${ids}::uuid[], ${numbers}::int[]) band (community_id, number)
      join membership on membership.community_id = band.community_id and membership.joined_at < ${place.day}::date + 1
      join drawn on drawn.person_id = membership.person_id
    )
    select 'cell' as kind, top as unit, number as one, number as other, count(*)::int as people
    from held group by top, number
    union all
    select 'lap', a.top, a.number, b.number, count(*)::int
    from held a join held b on b.person_id = a.person_id and b.top = a.top and b.number > a.number
    group by 2, 3, 4
    union all
    select 'pair', null, a.number, b.number, count(distinct a.person_id)::int
    from held a join held b on b.person_id = a.person_id and b.number > a.number
    group by 3, 4
    union all
    select 'size', null, number, number, count(distinct person_id)::int from held group by number`.execute(db)
  const of = (kind: string) => rows.filter((row) => row.kind === kind)
  return {
    cells: of('cell').map(({ unit, one, people }) => ({ unit: unit!, band: one, people })),
    laps: of('lap').map(({ unit, one, other, people }) => ({ unit: unit!, one, other, people })),
    pairs: of('pair').map(({ one, other, people }) => ({ one, other, people })),
    sizes: of('size').map(({ one, people }) => ({ band: one, people })),
  }
}
