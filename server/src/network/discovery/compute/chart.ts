import { adjustedRand, nmi, type Partition, partitionFrom, partsOf } from '@mortar/graph'

/** The formal chart as it is needed here: units by number with their parents (-1: none), and the unit of each person. */
export interface Chart {
  readonly ids: readonly string[]
  readonly parents: Int32Array
  /** -1 for somebody without a unit. */
  readonly unitOf: Int32Array
}

/** The people of a network in the units of one level; who has no unit stands alone. */
export interface Level {
  /** Steps below the head. */
  readonly steps: number
  readonly partition: Partition
  /** The unit that each part stands for; -1 for people alone. */
  readonly unitOfPart: Int32Array
}

export const headsOf = ({ parents }: Chart): number[] => [...parents.keys()].filter((unit) => parents[unit]! < 0)

/** The units of the chart by level, from the heads (only where there are several) down; empty without units that differ. */
export function levelsOf(chart: Chart): Level[] {
  const ways = chart.ids.map((_, unit) => wayTo(chart, unit))
  const used = new Set(chart.unitOf.filter((unit) => unit >= 0))
  const deepest = Math.max(0, ...[...used].map((unit) => ways[unit]!.length))
  return Array.from({ length: deepest }, (_, steps) => levelAt(chart, ways, steps)).filter(
    (level, at, all) => unitsIn(level) > 1 && !(at > 0 && same(level.partition, all[at - 1]!.partition)),
  )
}

export const unitsIn = ({ unitOfPart }: Level): number => unitOfPart.reduce((sum, unit) => sum + Number(unit >= 0), 0)

/** The unit that each person counts to at a level, by its number in the chart; -1 for nobody's. */
export const unitAt = ({ partition, unitOfPart }: Level, person: number): number => unitOfPart[partition[person]!]!

function levelAt({ unitOf }: Chart, ways: readonly (readonly number[])[], steps: number): Level {
  const tops = Int32Array.from(unitOf, (unit) =>
    unit < 0 ? -1 : ways[unit]![Math.min(steps, ways[unit]!.length - 1)]!,
  )
  const partition = partitionFrom(Array.from(tops, (top, person) => (top < 0 ? `alone ${person}` : top)))
  const unitOfPart = new Int32Array(partsOf(partition)).fill(-1)
  tops.forEach((top, person) => (unitOfPart[partition[person]!] = top))
  return { steps, partition, unitOfPart }
}

const same = (one: Partition, other: Partition) => one.every((part, person) => part === other[person])

/** From the head down to a unit. A circle, which no import lets in, ends where it closes. */
function wayTo({ parents }: Chart, unit: number): number[] {
  const way = [unit]
  for (let at = parents[unit]!; at >= 0 && !way.includes(at); at = parents[at]!) way.unshift(at)
  return way
}

/** How many people work in each unit of a level and below it: `sizes` are those of single units. */
export function sizesAt(chart: Chart, { steps }: Level, sizes: Int32Array): Int32Array {
  const all = new Int32Array(sizes.length)
  sizes.forEach((people, unit) => {
    const way = wayTo(chart, unit)
    all[way[Math.min(steps, way.length - 1)]!]! += people
  })
  return all
}

export interface Likeness {
  readonly nmi: number
  readonly ari: number
}

/** How far who works with whom agrees with the units, over people who have one. */
export function likenessOf(workMap: Partition, level: Level): Likeness {
  const placed = [...level.partition.keys()].filter((person) => unitAt(level, person) >= 0)
  const [one, other] = [workMap, level.partition].map((of) => partitionFrom(placed.map((person) => of[person]!)))
  return { nmi: nmi(one!, other!), ari: adjustedRand(one!, other!) }
}

/** The level to take for the formal units: the one asked for, or the one that the work map follows most. */
export function levelFor(levels: readonly Level[], workMap: Partition, asked: number | null): Level | undefined {
  if (asked !== null) return levels.findLast(({ steps }) => steps <= asked) ?? levels[0]
  const rated = levels.map((level) => ({ level, ari: likenessOf(workMap, level).ari }))
  return rated.toSorted((one, other) => other.ari - one.ari || one.level.steps - other.level.steps)[0]?.level
}
