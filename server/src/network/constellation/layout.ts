import { chainsOf, type Overlap } from './order.ts'

/** What is drawn, in numbers: people of each community in each unit, and people that two communities share there. */
export interface Counted {
  /** People of each unit, in the order of the chart. */
  units: readonly number[]
  communities: number
  cells: readonly { unit: number; community: number; people: number }[]
  overlaps: readonly (Overlap & { unit: number })[]
}

export interface Brick {
  from: number
  to: number
}

export interface Piece {
  unit: number
  top: number
  bottom: number
}

/** Lengths in points: `along` follows the chart, `across` the communities; a picture may lie or stand. */
export interface Picture {
  along: number
  across: number
  bricks: Brick[]
  bands: { community: number; pieces: Piece[] }[]
}

const brickGap = { few: 36, many: 18 }
const laneGap = 16
/** So much each band has across at least, so that its name finds room beside it. */
const nameRoom = 34
const leastBrick = 84
const thinnest = 3
const widest = { few: 72, many: 44 }
const few = 8

/**
 * Bricks side by side, their length by the root of their people; bands through them, their width by people. Two bands
 * that share people and are neighbours lie over one another by exactly the people they share in that unit.
 */
export function layout(counted: Counted, along = 1000): Picture {
  const bricks = layBricks(counted.units, along)
  const width = table(counted, counted.cells, (cell) => cell.community)
  const shared = new Map(counted.overlaps.map(({ unit, one, other, people }) => [key(unit, one, other), people]))
  const most = Math.max(1, ...counted.cells.map(({ people }) => people))
  const point = (counted.communities <= few ? widest.few : widest.many) / most
  const thick = (community: number, unit: number) => {
    const people = width.get(key(unit, community)) ?? 0
    return people === 0 ? 0 : Math.max(thinnest, people * point)
  }
  const over = (a: number, b: number, unit: number) => {
    const people = shared.get(key(unit, Math.min(a, b), Math.max(a, b))) ?? 0
    return Math.min(people * point, thick(a, unit), thick(b, unit))
  }

  const units = counted.units.map((_, unit) => unit)
  const lanes = chainsOf(counted.communities, overall(counted.overlaps)).map((chain) => {
    const stacks = units.map((unit) =>
      stack(
        chain,
        (community) => thick(community, unit),
        (a, b) => over(a, b, unit),
      ),
    )
    return { chain, stacks, depth: Math.max(thinnest, ...stacks.map((laid) => laid.depth)) }
  })
  const filled = lanes.reduce((sum, { depth }) => sum + depth, 0)
  const gap = Math.max(laneGap, (nameRoom * counted.communities - filled) / (lanes.length + 1))
  const bands: Picture['bands'] = []
  let top = gap
  for (const { chain, stacks, depth } of lanes) {
    const pieces = new Map(chain.map((community) => [community, [] as Piece[]]))
    for (const unit of units) {
      const { places, depth: own } = stacks[unit]!
      const start = top + (depth - own) / 2
      for (const { community, from, to } of places)
        pieces.get(community)!.push({ unit, top: round(start + from), bottom: round(start + to) })
    }
    bands.push(...chain.map((community) => ({ community, pieces: pieces.get(community)! })))
    top += depth + gap
  }
  return { along, across: round(top), bricks, bands }
}

const key = (...parts: number[]) => parts.join(' ')
const round = (length: number) => Math.round(length * 10) / 10

const table = <Cell extends { unit: number; people: number }>(
  _: Counted,
  cells: readonly Cell[],
  of: (cell: Cell) => number,
) => new Map(cells.map((cell) => [key(cell.unit, of(cell)), cell.people]))

function layBricks(people: readonly number[], along: number): Brick[] {
  const gap = people.length <= few ? brickGap.few : brickGap.many
  const room = along - gap * (people.length - 1)
  const least = Math.min(leastBrick, room / Math.max(1, people.length))
  const roots = people.map((count) => Math.sqrt(count))
  const all = roots.reduce((sum, root) => sum + root, 0)
  const spare = room - least * people.length
  let from = 0
  return roots.map((root) => {
    const length = least + (all === 0 ? spare / people.length : (spare * root) / all)
    const brick = { from: round(from), to: round(from + length) }
    from += length + gap
    return brick
  })
}

/** One unit's bands of a chain from top to bottom; a band without people there takes no room. */
function stack(chain: readonly number[], thick: (community: number) => number, over: (a: number, b: number) => number) {
  let edge = 0
  let before: number | undefined
  const places = chain.map((community) => {
    const own = thick(community)
    const lap = own > 0 && before !== undefined ? over(before, community) : 0
    const from = own === 0 ? edge : before === undefined ? edge : lap > 0 ? edge - lap : edge + laneGap / 2
    const place = { community, from, to: from + own }
    if (own > 0) {
      before = community
      edge = Math.max(edge, place.to)
    }
    return place
  })
  return { places, depth: edge }
}

function overall(overlaps: Counted['overlaps']): Overlap[] {
  const sums = new Map<string, Overlap>()
  for (const { one, other, people } of overlaps) {
    const sum = sums.get(key(one, other))
    if (sum) sum.people += people
    else sums.set(key(one, other), { one, other, people })
  }
  return [...sums.values()]
}
