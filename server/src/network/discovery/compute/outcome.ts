import type { DiscoverySettings, DiscoveryStep, FoundWord } from '@mortar/contract/network-discovery'
import {
  type Cover,
  communityCount,
  type Crew,
  type Graph,
  membersOf,
  type Partition,
  partsOf,
  recursiveLeiden,
  tieCount,
} from '@mortar/graph'
import {
  type Chart,
  headsOf,
  type Level,
  type Likeness,
  levelFor,
  levelsOf,
  likenessOf,
  unitAt,
  unitsIn,
} from './chart.ts'
import { type Found, findCommunities, seedsOfRun } from './communities.ts'
import { type Cohesion, cohesionOf, coreOf, partOf, rewiringsFor, strengthsInside } from './evidence.ts'
import { type Known, knownFor } from './known.ts'
import { mostOfFew, type UnitTie, unitTies } from './unit-ties.ts'
import { type Bearing, wordsOf } from './words.ts'

/** Everything that a computation needs, people by number. */
export interface Inputs {
  readonly ties: Graph
  /** The ties of each part of the window. */
  readonly parts: readonly { from: string; to: string; ties: Graph }[]
  readonly chart: Chart
  readonly known: Cover
  readonly bearings: readonly Bearing[]
}

export interface FoundGroup {
  readonly members: Int32Array
  /** By member: how strongly tied to the others, and whether likely in the core. */
  readonly strengths: Float64Array
  readonly core: Uint8Array
  /** People of the community in each unit, by the unit's number; people without a unit count each as one. */
  readonly units: Map<number, number>
  readonly alone: number
  readonly cohesion: Cohesion
  readonly rewirings: number
  readonly gain: number
  readonly stability: number
  readonly trend: readonly { from: string; to: string; strength: number; people: number }[]
  readonly words: readonly FoundWord[]
  readonly known: Known | undefined
}

export interface Outcome {
  readonly groups: readonly FoundGroup[]
  readonly level: Level | undefined
  readonly people: number
  readonly ties: number
  /** How many of the ties touch four people at most, whichever four they are. */
  readonly mostTies: number
  readonly workMap: { groups: number; likeness: Likeness } | undefined
  readonly search: Pick<Found, 'agreement' | 'unstable' | 'unitsAgain'>
  readonly unitTies: readonly UnitTie[]
  readonly notes: readonly Note[]
}

/** What whoever reads the result must know; worded for them by its key. */
export type Note = 'noTies' | 'noChart' | 'oneUnit' | 'severalHeads' | 'noneStandsOut' | 'someWithoutUnit'

type Tell = (step: DiscoveryStep, share: number) => void

/** From ties and chart to communities with their evidence. The same inputs and settings give the same. */
export async function outcomeOf(inputs: Inputs, settings: DiscoverySettings, crew: Crew, tell: Tell): Promise<Outcome> {
  const { ties, chart } = inputs
  tell('mapping', 0)
  const workMap = recursiveLeiden(ties, { seed: settings.seed })
  const level = levelFor(levelsOf(chart), workMap, settings.level)
  tell('searching', 0)
  const search = { ties, level, form: settings.form, seed: settings.seed, crew }
  const found = await findCommunities(search, chart, (done) => tell('searching', done / seedsOfRun))
  tell('weighing', 0)
  const groups = groupsOf(inputs, found, settings, level)
  return {
    groups,
    level,
    people: withTies(ties),
    ties: tieCount(ties),
    mostTies: mostOfFew(degreesOf(ties)),
    workMap: level && { groups: groupsOfWorkMap(workMap), likeness: likenessOf(workMap, level) },
    search: found,
    unitTies: level ? unitTies(ties, level) : [],
    notes: notesOf(inputs, level, groups.length),
  }
}

function groupsOf(inputs: Inputs, found: Found, settings: DiscoverySettings, level: Level | undefined): FoundGroup[] {
  const { communities, network } = found
  const { ties, known, bearings } = inputs
  const cohesion = cohesionOf(
    network,
    communities,
    settings.seed,
    settings.form === 'cross' ? level?.partition : undefined,
  )
  const parts = inputs.parts.map(({ from, to, ties: part }) => ({ from, to, of: partOf(part, communities) }))
  const words = wordsOf(communities, ties.nodes, bearings)
  const likeness = knownFor(communities, known, ties.nodes)
  return Array.from({ length: communityCount(communities) }, (_, at) => {
    const members = membersOf(communities, at)
    const strengths = strengthsInside(ties, members)
    return {
      members,
      strengths,
      core: coreOf(strengths),
      ...unitsOf(members, level),
      cohesion: cohesion[at]!,
      rewirings: rewiringsFor(tieCount(network)),
      gain: found.gain[at]!,
      stability: found.stability[at]!,
      trend: parts.map(({ from, to, of }) => ({ from, to, ...of[at]! })),
      words: words[at]!,
      known: likeness[at],
    }
  })
}

function unitsOf(members: Int32Array, level: Level | undefined): Pick<FoundGroup, 'units' | 'alone'> {
  const units = new Map<number, number>()
  let alone = 0
  for (const person of members) {
    const unit = level ? unitAt(level, person) : -1
    if (unit < 0) alone++
    else units.set(unit, (units.get(unit) ?? 0) + 1)
  }
  return { units, alone }
}

const withTies = ({ nodes, offsets }: Graph) =>
  Array.from({ length: nodes }, (_, person) => Number(offsets[person + 1]! > offsets[person]!)).reduce(
    (a, b) => a + b,
    0,
  )

const degreesOf = ({ nodes, offsets }: Graph) =>
  Array.from({ length: nodes }, (_, person) => offsets[person + 1]! - offsets[person]!)

/** People without any tie are no groups. */
function groupsOfWorkMap(workMap: Partition): number {
  const sizes = new Int32Array(partsOf(workMap))
  for (const part of workMap) sizes[part]!++
  return sizes.filter((size) => size > 1).length
}

function notesOf({ ties, chart }: Inputs, level: Level | undefined, found: number): Note[] {
  if (ties.targets.length === 0) return ['noTies']
  const placed = chart.unitOf.filter((unit) => unit >= 0).length
  const notes: Note[] = []
  if (chart.ids.length === 0 || placed === 0) notes.push('noChart')
  else if (!level || unitsIn(level) < 2) notes.push('oneUnit')
  else {
    const heads = headsOf(chart).length
    // A list of units without a head is no chart of several heads.
    if (heads > 1 && heads < chart.ids.length) notes.push('severalHeads')
    if (placed < chart.unitOf.length) notes.push('someWithoutUnit')
  }
  if (found === 0) notes.push('noneStandsOut')
  return notes
}
