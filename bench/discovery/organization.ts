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
import { normal, sizesFor, weighted } from './chance.ts'
import { thinned } from './thinned.ts'

/** Shares of ties: inside teams of about eight, departments, divisions, communities, and anywhere. */
export interface Mix {
  readonly team: number
  readonly department: number
  readonly division: number
  readonly community: number
  readonly anywhere: number
}

export interface Organization {
  readonly graph: Graph
  /** The department of each person: the formal chart. */
  readonly units: Int32Array
  readonly teams: Int32Array
  /** The communities planted across departments. */
  readonly truth: Cover
}

export interface OrganizationOptions {
  readonly people: number
  readonly ties: number
  readonly seed: number
  readonly mix?: Mix
  /** Share of each community's members who sit in one and the same department; 0: wherever chance puts them. */
  readonly inside?: number
  readonly shared?: boolean
}

export const usualMix: Mix = { team: 0.25, department: 0.25, division: 0.08, community: 0.32, anywhere: 0.1 }

/**
 * An organization with departments of 30 to 250, teams of about eight, divisions of about 20,000, and communities of
 * practice of 12 to 200 that 45% of the people belong to, 10% to two. Seven of ten members are of one division.
 * Everybody's activity is log-normal. Repeated ties count once.
 */
export function organization(options: OrganizationOptions): Organization {
  const { people, ties, seed, mix = usualMix, inside = 0, shared = false } = options
  const random = seededRandom(seed, 101)
  const chart = formalChart(people, random)
  const communities = plantedCommunities(chart, inside, random)
  const builder = graphBuilder({ expected: Math.ceil(ties * 1.3) })
  const everybody = Int32Array.from({ length: people }, (_, person) => person)
  const draw = (share: number) => Math.floor(ties * share * 1.28)

  tiesWithin(builder.add, everybody, chart.teams, draw(mix.team), random)
  tiesWithin(builder.add, everybody, chart.units, draw(mix.department), random)
  tiesWithin(builder.add, everybody, chart.divisions, draw(mix.division), random)
  tiesWithin(builder.add, communities.slots, communities.communityOf, draw(mix.community), random)
  for (let tie = draw(mix.anywhere); tie > 0; tie--) builder.add(below(random, people), below(random, people))

  return {
    graph: thinned(builder.build(people), ties, seed, shared),
    units: chart.units,
    teams: chart.teams,
    truth: communities.truth,
  }
}

interface Chart {
  readonly units: Int32Array
  readonly teams: Int32Array
  readonly divisions: Int32Array
  readonly starts: readonly number[]
}

function formalChart(people: number, random: Random): Chart {
  const sizes = sizesFor(people, 30, 250, 1.5, random)
  const units = new Int32Array(people)
  const teams = new Int32Array(people)
  const starts = [0]
  let team = 0
  sizes.forEach((size, unit) => {
    const start = starts[unit]!
    const inUnit = Math.max(1, Math.round(size / 8))
    units.fill(unit, start, start + size)
    for (let seat = 0; seat < size; seat++) teams[start + seat] = team + Math.floor((seat * inUnit) / size)
    team += inUnit
    starts.push(start + size)
  })
  const divisions = Math.max(1, Math.floor(people / 20000))
  return { units, teams, starts, divisions: units.map((unit) => Math.floor((unit * divisions) / sizes.length)) }
}

function plantedCommunities(chart: Chart, inside: number, random: Random) {
  const people = chart.units.length
  const slots = slotsByDivision(chart, random)
  const sizes = sizesFor(slots.length, 12, 200, 2, random)
  const communityOf = new Int32Array(slots.length)
  let start = 0
  sizes.forEach((size, community) => {
    communityOf.fill(community, start, start + size)
    if (inside > 0) moveInside(slots.subarray(start, start + size), chart, inside, random)
    start += size
  })
  const members = sizes.map(() => new Set<number>())
  slots.forEach((person, slot) => members[communityOf[slot]!]!.add(person))
  return { slots, communityOf, truth: coverFrom(members.map((each) => [...each])), people }
}

/** One slot per membership, ordered so that seven of ten neighbours are of one division, then mixed in blocks. */
function slotsByDivision({ divisions }: Chart, random: Random): Int32Array {
  const slots: number[] = []
  divisions.forEach((_, person) => {
    const luck = random()
    if (luck < 0.45) slots.push(person)
    if (luck < 0.1) slots.push(person)
  })
  const order = Int32Array.from(slots)
  shuffle(order, random)
  const count = divisions.at(-1)! + 1
  const place = Float64Array.from(order, (person) => divisions[person]! + (random() < 0.3 ? below(random, count) : 0))
  const sorted = Int32Array.from(
    Int32Array.from(order.keys()).sort((one, other) => place[one]! - place[other]! || one - other),
    (at) => order[at]!,
  )
  for (let start = 0; start < sorted.length; start += 5000) shuffle(sorted.subarray(start, start + 5000), random)
  return sorted
}

/** Seats that share of the members in one department: that of the first member, as far as it has people. */
function moveInside(members: Int32Array, { units, starts }: Chart, inside: number, random: Random): void {
  const home = units[members[0]!]!
  const people = Int32Array.from({ length: starts[home + 1]! - starts[home]! }, (_, seat) => starts[home]! + seat)
  shuffle(people, random)
  const moved = Math.min(Math.round(members.length * inside), people.length >> 1)
  members.set(people.subarray(0, moved))
}

/** Ties whose first end is drawn by activity and whose second is anybody of the same group. */
function tiesWithin(
  add: (from: number, to: number) => void,
  members: Int32Array,
  groups: Int32Array,
  count: number,
  random: Random,
): void {
  const order = Int32Array.from(members.keys()).sort((one, other) => groups[one]! - groups[other]! || one - other)
  const first = new Map<number, number>()
  const size = new Map<number, number>()
  order.forEach((slot, at) => {
    const group = groups[slot]!
    if (!first.has(group)) first.set(group, at)
    size.set(group, (size.get(group) ?? 0) + 1)
  })
  const draw = weighted(
    Float64Array.from(order, () => Math.exp(0.5 * normal(random))),
    random,
  )
  for (let tie = 0; tie < count; tie++) {
    const from = order[draw()]!
    const group = groups[from]!
    const to = order[first.get(group)! + below(random, size.get(group)!)]!
    add(members[from]!, members[to]!)
  }
}
