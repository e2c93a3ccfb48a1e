import { eiIndex, expectedEi, type Graph, partitionFrom, seededRandom, tieCount } from '@mortar/graph'
import type { EiFigure } from '@mortar/contract/network-reorganization'
import { about, enough, mayDiffer, rounded, safeParts, shownCount } from '#platform/few.ts'
import { fateOf, type StoredOutcome } from './reorganization.ts'

/** A chart at one level: the unit of each person (-1 for none), and what units are called. */
export interface Places {
  readonly unitOf: Int32Array
  readonly names: readonly string[]
}

export interface Group {
  readonly id: string
  readonly people: Int32Array
}

export interface Compared {
  readonly ties: Graph
  readonly before: Places
  readonly after: Places
  /** Whether each person's unit is another one after: by what it is, not by its number in either chart. */
  readonly moved: Uint8Array
  readonly communities: readonly Group[]
  readonly found: readonly Group[]
}

const mostBoundaries = 40

/** What a reorganization does to ties and communities, with five people behind each figure and each difference of two. */
export function compare(all: Compared): StoredOutcome {
  const { ties, before, after, moved, communities, found } = all
  const there = placedBoth(all)
  const movers = there.filter((person) => moved[person] === 1).length
  const differ = mayDiffer(movers)
  const eiBefore = eiOf(ties, before.unitOf, there)
  const sides = differ ? changedSides(all) : undefined
  return {
    people: enough(there.length) ? about(there.length) : null,
    ties: enough(there.length) ? rounded(tieCount(ties)) : null,
    moved: differ ? movers : null,
    units: { before: usedIn(before, there), after: usedIn(after, there) },
    ei: { before: eiBefore, after: differ ? (movers === 0 ? eiBefore : eiOf(ties, after.unitOf, there)) : null },
    cut: shownTies(sides?.cut),
    joined: shownTies(sides?.joined),
    boundaries: sides ? boundariesOf(all, sides.pairs) : [],
    communities: communities.map((group) => groupOf(all, group)),
    found: found.map((group) => unnamed(groupOf(all, group))),
    near: false,
  }
}

/** What stays where another look was published that differs in one to four people: the two would tell of them. */
export const withheld = (outcome: StoredOutcome): StoredOutcome => ({
  ...outcome,
  moved: null,
  ei: { before: null, after: null },
  cut: null,
  joined: null,
  boundaries: [],
  communities: outcome.communities.map(untold),
  found: outcome.found.map(untold),
  near: true,
})

/** Who is in a community found is told to nobody: not even whether none of those who move are in it. */
const unnamed = (fate: StoredOutcome['found'][number]) => (fate.fate === 'same' ? untold(fate) : fate)

const untold = (fate: StoredOutcome['found'][number]) => ({
  ...fate,
  fate: 'few' as const,
  unitsAfter: null,
  moved: null,
})

const placedBoth = ({ ties, before, after }: Compared) =>
  Int32Array.from({ length: ties.nodes }, (_, person) => person).filter(
    (person) =>
      before.unitOf[person]! >= 0 && after.unitOf[person]! >= 0 && ties.offsets[person + 1]! > ties.offsets[person]!,
  )

const usedIn = ({ unitOf }: Places, people: Int32Array) => new Set(Array.from(people, (person) => unitOf[person]!)).size

/** So many permutations that they take seconds at most. */
const permutationsFor = (ties: number) => Math.max(20, Math.min(400, Math.floor(20_000_000 / (ties + 1))))
const nineInTen = 1.645

/** Over everybody with ties; who has no unit stands alone. */
function eiOf(ties: Graph, unitOf: Int32Array, people: Int32Array): EiFigure | null {
  const groups = partitionFrom(Array.from(unitOf, (unit, person) => (unit < 0 ? `alone ${person}` : unit)))
  const index = eiIndex(ties, groups).network
  if (index === undefined || !enough(people.length)) return null
  const { mean, spread } = expectedEi(ties, groups, seededRandom(1), permutationsFor(tieCount(ties)))
  return {
    index: rounded(index),
    expected: rounded(mean),
    low: rounded(Math.max(-1, mean - nineInTen * spread)),
    high: rounded(Math.min(1, mean + nineInTen * spread)),
  }
}

interface Side {
  ties: number
  people: Set<number>
}

const side = (): Side => ({ ties: 0, people: new Set() })

/** Ties that were inside one unit and go across two, by the two; and those that were across and come together. */
function changedSides({ ties, before, after }: Compared) {
  const [cut, joined] = [side(), side()]
  const pairs = new Map<string, { one: number; other: number; ties: number; ones: Set<number>; others: Set<number> }>()
  for (let one = 0; one < ties.nodes; one++)
    for (let arc = ties.offsets[one]!; arc < ties.offsets[one + 1]!; arc++) {
      const other = ties.targets[arc]!
      if (other < one || Math.min(...[before, after].flatMap(({ unitOf }) => [unitOf[one]!, unitOf[other]!])) < 0)
        continue
      const together = [before, after].map(({ unitOf }) => unitOf[one] === unitOf[other])
      if (together[0] === together[1]) continue
      const changed = together[0] ? cut : joined
      changed.ties++
      changed.people.add(one).add(other)
      if (!together[0]) continue
      const turned = after.unitOf[one]! > after.unitOf[other]!
      const [low, high] = turned ? [other, one] : [one, other]
      const [from, to] = [after.unitOf[low]!, after.unitOf[high]!]
      const pair = pairs.get(`${from} ${to}`) ?? { one: from, other: to, ties: 0, ones: new Set(), others: new Set() }
      pair.ties++
      pair.ones.add(low)
      pair.others.add(high)
      pairs.set(`${from} ${to}`, pair)
    }
  return { cut, joined, pairs: [...pairs.values()] }
}

type Pair = ReturnType<typeof changedSides>['pairs'][number]

/** Rounded, so that what no boundary accounts for tells of nobody. */
const shownTies = (changed: Side | undefined) =>
  changed && enough(changed.people.size) ? { ties: rounded(changed.ties), people: about(changed.people.size) } : null

function boundariesOf({ after }: Compared, pairs: readonly Pair[]): StoredOutcome['boundaries'] {
  const shown = safeParts(pairs.map((pair) => [pair, Math.min(pair.ones.size, pair.others.size)] as const))
  return [...shown]
    .map(([{ one, other, ties }, people]) => ({
      one: after.names[one]!,
      other: after.names[other]!,
      ties: rounded(ties),
      people: about(people),
    }))
    .toSorted((one, other) => other.ties - one.ties)
    .slice(0, mostBoundaries)
}

function groupOf({ before, after, moved }: Compared, { id, people }: Group): StoredOutcome['found'][number] {
  const placed = people.filter((person) => before.unitOf[person]! >= 0 && after.unitOf[person]! >= 0)
  const movers = placed.filter((person) => moved[person] === 1).length
  const spread = (unitOf: Int32Array) => new Set(Array.from(placed, (person) => unitOf[person]!)).size
  const [unitsBefore, unitsAfter] = [spread(before.unitOf), spread(after.unitOf)]
  const fate = fateOf({ moved: movers, before: unitsBefore, after: unitsAfter, unit: isUnit(placed, after) })
  return {
    id,
    fate,
    people: people.length,
    unitsBefore,
    unitsAfter: fate === 'few' ? null : unitsAfter,
    moved: movers === 0 ? 0 : shownCount(movers),
  }
}

/** Whether half of a group and of a unit together are in both. */
function isUnit(people: Int32Array, { unitOf, names }: Places): boolean {
  const sizes = new Int32Array(names.length)
  for (const unit of unitOf) if (unit >= 0) sizes[unit]!++
  const common = new Int32Array(names.length)
  for (const person of people) common[unitOf[person]!]!++
  return common.some((both, unit) => both > 0 && both / (people.length + sizes[unit]! - both) >= 0.5)
}
