import type { Constellation } from '@mortar/contract/network-constellation'
import { peopleFor } from '#organization/index.ts'
import type { Reader } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'
import { refuse } from '../refusals.ts'
import { groupsOf } from './groups.ts'
import { type Counted, layout } from './layout.ts'
import { type BandRow, bandsSeenBy, type Counts, countsOf, firstDay, sharedBetween } from './queries/communities.ts'
import { headOfChart, headsOf, type UnitOfDay, unitsOfDay, wayDown } from './queries/units.ts'

/** How many bricks one picture carries. */
const mostUnits = 12

interface Asked {
  within?: string | undefined
  at?: string | undefined
  group?: string | undefined
  skip: number
}

/** The chart and the communities through it, as one person may see them on a day. */
export async function constellationFor(db: Reader, actor: Actor, asked: Asked): Promise<Constellation> {
  const today = new Date().toISOString().slice(0, 10)
  const day = asked.at && asked.at < today ? asked.at : today
  const within = asked.within ?? (await headOfChart(db, day))
  const [path, units, seen, since] = await Promise.all([
    within ? wayDown(db, day, within) : [],
    unitsOfDay(db, day, within),
    bandsSeenBy(db, actor.id, day),
    firstDay(db),
  ])
  if (within && path.length === 0) throw refuse.notFound('noUnitThen')
  const bands = await bandsOf(db, seen, day, asked.group)
  const { cells, laps, pairs, sizes } = await countsOf(db, { day, within }, bands)
  const inBands = new Set(cells.map(({ unit }) => unit))
  const drawable = units.filter(({ id, itself }) => !itself || inBands.has(id) || units.length === 1)
  const shown = drawable.slice(asked.skip, asked.skip + mostUnits)
  const counted = numbered(shown, bands.length, cells, laps)
  const picture = layout(counted)

  const row = new Map(seen.map((band) => [band.id, band]))
  const first = (band: number) => row.get(bands[band]![0]!)!
  const size = new Map(sizes.map(({ band, people }) => [band, people]))
  const drawn = picture.bands.filter(({ community }) => size.has(community))
  const place = new Map(drawn.map(({ community }, n) => [community, n]))
  const heads = await headsOf(db, [...shown.map(({ id }) => id), ...(within ? [within] : [])])
  const person = await peopleFor(
    db,
    heads.map(({ personId }) => personId),
  )
  const head = (unit: string) => person(heads.find(({ unitId }) => unitId === unit)?.personId ?? null)
  const people = new Map(counted.cells.map((cell) => [`${cell.unit} ${cell.community}`, cell.people]))
  return {
    at: day,
    since: since ?? today,
    within: within
      ? { ...path.at(-1)!, people: units.reduce((sum, unit) => sum + unit.people, 0), head: head(within) }
      : null,
    path: path.slice(0, -1),
    units: shown.map((unit, n) => ({ ...unit, head: unit.itself ? null : head(unit.id), ...picture.bricks[n]! })),
    unitsInAll: drawable.length,
    group: asked.group ? link(row.get(asked.group)!) : null,
    bands: drawn.map(({ community, pieces }) => ({
      ...link(first(community)),
      people: size.get(community)!,
      communities: bands[community]!.length,
      pieces: pieces.map((piece) => ({ ...piece, people: people.get(`${piece.unit} ${community}`) ?? 0 })),
    })),
    overlaps: placed(pairs, place),
    size: { along: picture.along, across: picture.across },
  }
}

const link = ({ id, slug, name, short, colour }: BandRow) => ({ id, slug, name, short, colour })

/** The communities of each band: all that there are, or those of one group. */
async function bandsOf(db: Reader, seen: BandRow[], day: string, group: string | undefined): Promise<string[][]> {
  const ids = seen.map(({ id }) => id)
  const shared = await sharedBetween(db, ids, day)
  const bands = groupsOf(seen, shared)
  if (!group) return bands
  const inside = new Set(bands.find(([first]) => first === group))
  if (inside.size === 0) throw refuse.notFound('noGroupNow')
  return groupsOf(
    seen.filter(({ id }) => inside.has(id)),
    shared.filter(({ one, other }) => inside.has(one) && inside.has(other)),
  )
}

function numbered(shown: UnitOfDay[], communities: number, cells: Counts['cells'], laps: Counts['laps']): Counted {
  const number = new Map(shown.map(({ id }, n) => [id, n]))
  return {
    units: shown.map(({ people }) => people),
    communities,
    cells: cells.flatMap(({ unit, band, people }) =>
      number.has(unit) ? [{ unit: number.get(unit)!, community: band, people }] : [],
    ),
    overlaps: laps.flatMap(({ unit, one, other, people }) =>
      number.has(unit) ? [{ unit: number.get(unit)!, one, other, people }] : [],
    ),
  }
}

function placed(pairs: Counts['pairs'], place: Map<number, number>): Constellation['overlaps'] {
  return pairs
    .map(({ one, other, people }) => {
      const [first, second] = [place.get(one)!, place.get(other)!]
      return { one: Math.min(first, second), other: Math.max(first, second), people }
    })
    .toSorted((a, b) => b.people - a.people)
}
