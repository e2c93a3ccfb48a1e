import {
  type Cover,
  type Graph,
  type Random,
  below,
  coverFrom,
  graphBuilder,
  seededRandom,
  shuffle,
} from '@mortar/graph'
import { powerLaw } from './chance.ts'
import { thinned } from './thinned.ts'

export interface LfrOptions {
  readonly people: number
  readonly degree: number
  readonly mostDegree: number
  readonly sizes: readonly [least: number, most: number]
  /** Share of everybody's ties that leave their communities. */
  readonly mixing: number
  /** How many people are in several communities, and in how many. */
  readonly overlapping: number
  readonly memberships: number
  readonly seed: number
}

interface Slot {
  readonly person: number
  ties: number
}

/**
 * The benchmark of Lancichinetti, Fortunato & Radicchi (2008), overlapping as in Lancichinetti & Fortunato (2009),
 * Phys. Rev. E 80, 016118: degrees by a power law of exponent 2, sizes of exponent 1, ties drawn by matching stubs
 * inside each community and between communities.
 */
export function lfr(options: LfrOptions): { graph: Graph; truth: Cover } {
  const random = seededRandom(options.seed, 103)
  const degrees = degreesFor(options, random)
  const slots = slotsFor(options, degrees, random)
  const sizes = communitySizes(slots.length, options.sizes, random)
  const communities = seated(slots, sizes, random)
  const of: number[][] = Array.from({ length: options.people }, () => [])
  communities.forEach((community, index) => community.forEach(({ person }) => of[person]!.push(index)))

  const builder = graphBuilder()
  const strangers = (one: number, other: number) => !of[one]!.some((community) => of[other]!.includes(community))
  const outward = Int32Array.from(degrees)
  for (const community of communities) {
    for (const { person, ties } of community) outward[person]! -= ties
    matchStubs(stubsOf(community), () => true, builder.add, random)
  }
  const outside = [...outward].map((ties, person) => ({ person, ties: Math.max(0, ties) }))
  matchStubs(stubsOf(outside), strangers, builder.add, random)
  return {
    graph: thinned(builder.build(options.people), Infinity, options.seed),
    truth: coverFrom(communities.map((community) => community.map(({ person }) => person))),
  }
}

function degreesFor({ people, degree, mostDegree }: LfrOptions, random: Random): number[] {
  const meanFrom = (least: number) => {
    let [sum, weight] = [0, 0]
    for (let x = least; x <= mostDegree; x++) {
      sum += x ** -1
      weight += x ** -2
    }
    return sum / weight
  }
  let least = 1
  while (meanFrom(least + 1) < degree) least++
  const upper = (degree - meanFrom(least)) / (meanFrom(least + 1) - meanFrom(least))
  const draws = [powerLaw(least, mostDegree, 2, random), powerLaw(least + 1, mostDegree, 2, random)] as const
  return Array.from({ length: people }, () => (random() < upper ? draws[1]() : draws[0]()))
}

/** One slot per membership with its share of the inward ties; those with most ties first. */
function slotsFor(options: LfrOptions, degrees: readonly number[], random: Random): Slot[] {
  const people = Int32Array.from(degrees.keys())
  shuffle(people, random)
  const slots: (Slot & { luck: number })[] = []
  people.forEach((person, place) => {
    const memberships = place < options.overlapping ? options.memberships : 1
    const inward = Math.round((1 - options.mixing) * degrees[person]!)
    for (let nth = 0; nth < memberships; nth++) {
      const ties = Math.floor(inward / memberships) + (nth < inward % memberships ? 1 : 0)
      slots.push({ person, ties, luck: random() })
    }
  })
  return slots.sort((one, other) => other.ties - one.ties || one.luck - other.luck)
}

function communitySizes(total: number, [least, most]: readonly [number, number], random: Random): number[] {
  const draw = powerLaw(least, most, 1, random)
  const sizes: number[] = []
  let sum = 0
  while (sum < total) sum += sizes[sizes.push(draw()) - 1]!
  for (; sum > total;) {
    const shrinking = below(random, sizes.length)
    if (sizes[shrinking]! <= least && sizes.some((size) => size > least)) continue
    sizes[shrinking]!--
    sum--
  }
  return sizes.filter((size) => size > 0).sort((one, other) => other - one)
}

/** Seats slots with many ties first, each in a random community large enough that is not full nor theirs already. */
function seated(slots: readonly Slot[], sizes: readonly number[], random: Random): Slot[][] {
  const communities: Slot[][] = sizes.map(() => [])
  const seats: number[] = []
  let opened = 0
  const open = () => {
    for (let seat = 0; seat < sizes[opened]!; seat++) seats.push(opened)
    opened++
  }
  for (const slot of slots) {
    while (opened < sizes.length && sizes[opened]! > slot.ties) open()
    if (seats.length === 0) open()
    let pick = below(random, seats.length)
    const isThere = () => communities[seats[pick]!]!.some(({ person }) => person === slot.person)
    for (let attempt = 0; attempt < 50 && isThere(); attempt++) pick = below(random, seats.length)
    const community = seats[pick]!
    seats[pick] = seats.at(-1)!
    seats.pop()
    slot.ties = Math.min(slot.ties, sizes[community]! - 1)
    communities[community]!.push(slot)
  }
  return communities
}

const stubsOf = (slots: readonly Slot[]) =>
  Int32Array.from(slots.flatMap(({ person, ties }) => Array.from({ length: ties }, () => person)))

/** Joins stubs in pairs at random; pairs that may not be are mixed again with as many good ones, and dropped in the end. */
function matchStubs(
  stubs: Int32Array,
  allowed: (one: number, other: number) => boolean,
  add: (one: number, other: number) => void,
  random: Random,
): void {
  const pairs = stubs.length >> 1
  let open = Int32Array.from({ length: pairs }, (_, pair) => pair)
  shuffle(stubs, random)
  for (let round = 0; round < 40; round++) {
    const bad = Int32Array.from(badPairs(stubs, pairs, allowed))
    if (bad.length === 0 || round === 39) {
      open = bad
      break
    }
    const mixed = [...bad, ...Array.from(bad, () => below(random, pairs))]
    const places = Int32Array.from(new Set(mixed.flatMap((pair) => [2 * pair, 2 * pair + 1])))
    const values = places.map((place) => stubs[place]!)
    shuffle(values, random)
    places.forEach((place, at) => (stubs[place] = values[at]!))
  }
  const dropped = new Set(open)
  for (let pair = 0; pair < pairs; pair++) if (!dropped.has(pair)) add(stubs[2 * pair]!, stubs[2 * pair + 1]!)
}

function badPairs(stubs: Int32Array, pairs: number, allowed: (one: number, other: number) => boolean): number[] {
  const seen = new Set<number>()
  const bad: number[] = []
  for (let pair = 0; pair < pairs; pair++) {
    const [one, other] = [stubs[2 * pair]!, stubs[2 * pair + 1]!]
    const key = Math.min(one, other) * 0x1000000 + Math.max(one, other)
    if (one === other || seen.has(key) || !allowed(one, other)) bad.push(pair)
    else seen.add(key)
  }
  return bad
}
