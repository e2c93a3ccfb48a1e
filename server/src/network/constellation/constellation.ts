import type { Constellation } from '@mortar/contract/network-constellation'
import { peopleFor } from '#organization/index.ts'
import type { Reader } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'
import { standingOf } from '../discovery/queries/found.ts'
import { refuse } from '../refusals.ts'
import { foundContent, knownContent } from './content.ts'
import { type Counted, layout } from './layout.ts'
import { type Brick, bricksOf, inOrder } from './bricks.ts'
import { type Counts, firstDay } from './queries/communities.ts'
import { headOfChart, headsOf, peopleInBricks, type Place, unitsOfDay, wayDown } from './queries/units.ts'

interface Asked {
  within?: string | undefined
  at?: string | undefined
  group?: string | undefined
  deep?: number
  found?: boolean | undefined
  skip: number
  take?: number | undefined
}

/** The chart and the communities through it, as one person may see them on a day. */
export async function constellationFor(db: Reader, actor: Actor, asked: Asked): Promise<Constellation> {
  const today = new Date().toISOString().slice(0, 10)
  const day = asked.at && asked.at < today ? asked.at : today
  const within = asked.within ?? (await headOfChart(db, day))
  const [who, path, units, since] = await Promise.all([
    standingOf(db, actor.id),
    within ? wayDown(db, day, within) : [],
    unitsOfDay(db, day, within),
    firstDay(db),
  ])
  if (within && path.length === 0) throw refuse.notFound('noUnitThen')
  const inside = inOrder(
    units.filter(({ itself }) => !itself),
    actor.language,
  )
  const { bricks, before } = bricksOf(inside, asked)
  const itself = before === 0 && asked.take === undefined ? units.find((unit) => unit.itself) : undefined
  const place = placeOf(day, within, itself ? [[itself], ...bricks] : bricks)
  const [inBrick, { kind, bands, counts, group }] = await Promise.all([
    bricks.some(({ length }) => length > 1) ? peopleInBricks(db, place) : undefined,
    asked.found ? foundContent(db, actor, place) : knownContent(db, actor, place, asked),
  ])
  const { cells, laps, pairs, sizes } = counts
  const alone = inside.length === 0 || cells.some(({ unit }) => unit === itself?.id)
  const shown = (itself && alone ? [[itself] as const, ...bricks] : bricks).map(([first, ...others]) => ({
    ...first,
    people: others.length > 0 ? (inBrick?.get(first.id) ?? 0) : first.people,
    units: 1 + others.length,
    last: others.at(-1)?.name ?? null,
  }))
  const counted = numbered(shown, bands.length, cells, laps)
  const picture = layout(counted)

  const size = new Map(sizes.map(({ band, people }) => [band, people]))
  const reaches = new Set(cells.map(({ band }) => band))
  const drawn = picture.bands.filter(({ community }) => reaches.has(community))
  const placeIn = new Map(drawn.map(({ community }, n) => [community, n]))
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
    units: shown.map((unit, n) => ({
      ...unit,
      head: unit.itself || unit.units > 1 ? null : head(unit.id),
      ...picture.bricks[n]!,
    })),
    unitsBefore: before,
    unitsInAll: inside.length,
    kind,
    group,
    bands: drawn.map(({ community, pieces }) => ({
      ...bands[community]!.link,
      people: size.get(community)!,
      communities: bands[community]!.communities,
      pieces: pieces.map((piece) => ({ ...piece, people: people.get(`${piece.unit} ${community}`) ?? 0 })),
    })),
    overlaps: placed(pairs, placeIn),
    size: { along: picture.along, across: picture.across },
    may: { reorganizations: who.overview },
  }
}

const placeOf = (day: string, within: string | null, bricks: readonly Brick[]): Place => ({
  day,
  within,
  units: bricks.flat().map(({ id }) => id),
  bricks: bricks.flatMap((brick) => brick.map(() => brick[0].id)),
})

function numbered(
  shown: { id: string; people: number }[],
  communities: number,
  cells: Counts['cells'],
  laps: Counts['laps'],
): Counted {
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
