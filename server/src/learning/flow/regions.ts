import { communitiesOf, fewest, type Tellers, tellersOf, type World } from './world.ts'

/**
 * How far around a topic a region reaches: who told it in one community, who told it in several where they are too few
 * each, who told something of its branch, or everybody in the community.
 */
export type Reach = 'topic' | 'several' | 'branch' | 'community'

/** Stands for a community where a region lies in several. */
export const several = -1

/** Some people of one community, seen from one topic: what an item is sent to, or not. */
export interface Region {
  readonly topic: number
  /** An index of the communities, or `several`. */
  readonly community: number
  readonly reach: Reach
  /** Who is reached, ascending; at least five. */
  readonly people: Int32Array
  /** Who of them told the topic. */
  readonly tellers: Int32Array
  readonly weights: Float64Array
}

export interface Regions {
  readonly regions: readonly Region[]
  /** How many of the told needs and interests lie in no region. */
  readonly outside: number
}

/**
 * The regions of a plan: for each topic and community those who told the topic, where they are five. Where they are
 * fewer, they are joined with those of other such communities; where these are too few together, the region is the
 * narrowest circle of at least five people of the community that holds them. Each person stands for a topic in one community only, so that nobody gets an item twice for it: in
 * that one of theirs where most people told the topic (the first of equals).
 */
export function regionsOf(world: World): Regions {
  const tellers = tellersOf(world)
  const homes = communitiesOf(world)
  const branches = branchesOf(world, tellers)
  const regions: Region[] = []
  let outside = 0
  tellers.forEach((told, topic) => {
    const counts = countsBy(told.people, homes, world.members.length)
    const placed = group(told, homes, counts)
    outside += told.people.length - [...placed.values()].reduce((sum, { people }) => sum + people.length, 0)
    const [large, small] = apart(placed)
    const joined = join(small)
    for (const [community, { people, weights }] of joined.people.length < fewest
      ? large
      : [...large, [several, joined] as const])
      regions.push({
        topic,
        community,
        reach: community === several ? 'several' : 'topic',
        people,
        tellers: people,
        weights,
      })
    if (joined.people.length >= fewest) return
    for (const [community, { people: tellers, weights }] of small) {
      const circle = circleFor(community, branches[rootOf(world.broader, topic)]!, world, homes, counts)
      if (circle) regions.push({ topic, community, ...circle, tellers, weights })
      else outside += tellers.length
    }
  })
  return { regions, outside }
}

type Placed = readonly [community: number, tellers: Tellers]

const apart = (placed: ReadonlyMap<number, Tellers>): [large: Placed[], small: Placed[]] => [
  [...placed].filter(([, { people }]) => people.length >= fewest),
  [...placed].filter(([, { people }]) => people.length < fewest),
]

function join(placed: readonly Placed[]): Tellers {
  const lines = placed
    .flatMap(([, { people, weights }]) => Array.from(people, (person, at) => [person, weights[at]!] as const))
    .sort(([one], [other]) => one - other)
  return {
    people: Int32Array.from(lines, ([person]) => person),
    weights: Float64Array.from(lines, ([, weight]) => weight),
  }
}

function circleFor(
  community: number,
  branch: Int32Array,
  world: World,
  homes: readonly number[][],
  counts: Int32Array,
): Pick<Region, 'reach' | 'people'> | undefined {
  const here = (person: number) => homeOf(homes[person]!, counts) === community
  const ofBranch = branch.filter(here)
  if (ofBranch.length >= fewest) return { reach: 'branch', people: ofBranch }
  const all = world.members[community]!.filter(here)
  return all.length >= fewest ? { reach: 'community', people: all } : undefined
}

function countsBy(people: Int32Array, homes: readonly number[][], communities: number): Int32Array {
  const counts = new Int32Array(communities)
  for (const person of people) for (const community of homes[person]!) counts[community]!++
  return counts
}

/** The community of somebody in which most people told the topic; -1 where they are in none. */
function homeOf(communities: readonly number[], counts: Int32Array): number {
  let best = -1
  for (const community of communities) if (best < 0 || counts[community]! > counts[best]!) best = community
  return best
}

function group({ people, weights }: Tellers, homes: readonly number[][], counts: Int32Array): Map<number, Tellers> {
  const lines = new Map<number, number[]>()
  people.forEach((person, at) => {
    const home = homeOf(homes[person]!, counts)
    if (home >= 0) (lines.get(home) ?? lines.set(home, []).get(home)!).push(at)
  })
  return new Map(
    [...lines].map(([community, at]) => [
      community,
      { people: Int32Array.from(at, (n) => people[n]!), weights: Float64Array.from(at, (n) => weights[n]!) },
    ]),
  )
}

/** The topic at the top of the tree that a topic is in; a loop ends where it began. */
export function rootOf(broader: Int32Array, topic: number): number {
  let root = topic
  for (let steps = 0; broader[root]! >= 0 && steps < broader.length; steps++) root = broader[root]!
  return root
}

/** By root, everybody who told something under it, ascending. */
function branchesOf({ broader }: World, tellers: readonly Tellers[]): Int32Array[] {
  const people: Set<number>[] = Array.from(broader, () => new Set())
  tellers.forEach((told, topic) => told.people.forEach((person) => people[rootOf(broader, topic)]!.add(person)))
  return people.map((set) => Int32Array.from(set).sort())
}
