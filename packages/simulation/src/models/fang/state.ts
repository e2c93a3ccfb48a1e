import { type Chance, type Stream, thresholdOf } from '../../random/stream.ts'
import { drawBeliefs, lanesFrom } from '../parts/beliefs.ts'
import { type Counters, countersUpTo } from '../parts/lanes.ts'
import { type Network, Ties } from '../parts/network.ts'
import type { FangSettings } from './settings.ts'

export const purposes = { world: 0, people: 1, network: 2, learning: 3 } as const

/** Beliefs as bits, whole blocks to a word: a belief of 1 in `plus`, of -1 in `minus`, person after person. */
export interface FangState {
  readonly settings: FangSettings
  readonly network: Network
  readonly crossing: number
  readonly words: number
  readonly lanes: Int32Array
  /** The first lane of each block. */
  readonly blockStarts: Int32Array
  readonly reality: Int32Array
  readonly plus: Int32Array
  readonly minus: Int32Array
  readonly payoff: Int32Array
  readonly nextPlus: Int32Array
  readonly nextMinus: Int32Array
  readonly forIt: Counters
  readonly againstIt: Counters
  readonly learningRate: number
  readonly world: Stream
  readonly newcomers: Stream
  readonly learning: Stream
  period: number
  /** Whether somebody could still learn something in the last period. */
  open: boolean
}

export function startFang(settings: FangSettings, chance: Chance): FangState {
  const people = settings.groups * settings.groupSize
  const lanes = wordsOf(settings)
  const ties = groupsWithTies(settings, chance.stream(purposes.network))
  const world = chance.stream(purposes.world)
  const network = ties.build()
  const contacts = mostContactsIn(network)
  const state: FangState = {
    settings,
    network,
    crossing: crossingIn(ties, settings.groupSize),
    words: lanes.length,
    lanes,
    blockStarts: lanes.map((word) => startsIn(word, settings.block)),
    reality: lanes.map((word) => world.bits() & word),
    plus: new Int32Array(people * lanes.length),
    minus: new Int32Array(people * lanes.length),
    payoff: new Int32Array(people),
    nextPlus: new Int32Array(people * lanes.length),
    nextMinus: new Int32Array(people * lanes.length),
    forIt: countersUpTo(contacts),
    againstIt: countersUpTo(contacts),
    learningRate: thresholdOf(settings.learning),
    world,
    newcomers: chance.stream(purposes.people),
    learning: chance.stream(purposes.learning),
    period: 0,
    open: true,
  }
  for (let person = 0; person < people; person++) believeAnew(state, person)
  return state
}

/** How many whole blocks there are. */
export const blocksOf = ({ dimensions, block }: FangSettings) => Math.floor(dimensions / block)

function wordsOf(settings: FangSettings): Int32Array {
  const perWord = Math.floor(32 / settings.block)
  const words = Math.ceil(blocksOf(settings) / perWord)
  return Int32Array.from({ length: words }, (_, word) =>
    lanesFrom(0, Math.min(perWord, blocksOf(settings) - word * perWord) * settings.block),
  )
}

function startsIn(lanes: number, block: number): number {
  let starts = 0
  for (let lane = 0; lane < 32; lane += block) starts |= (lanes >>> lane) & 1 ? 1 << lane : 0
  return starts
}

const drawn = new Int32Array(2)

/** Beliefs of a newcomer: -1, 0 and 1 alike. */
export function believeAnew({ plus, minus, lanes, words, newcomers }: FangState, person: number): void {
  for (let word = 0; word < words; word++) {
    drawBeliefs(newcomers, lanes[word]!, drawn)
    plus[person * words + word] = drawn[0]!
    minus[person * words + word] = drawn[1]!
  }
}

/** Groups fully tied inside; each tie then leads from one of its two people to somebody of another group, with beta. */
function groupsWithTies({ groups, groupSize, beta }: FangSettings, chance: Stream): Ties {
  const people = groups * groupSize
  const ties = new Ties(people)
  const inside: [number, number][] = []
  for (let one = 0; one < people; one++)
    for (let other = one + 1; other < people && sameGroup(one, other, groupSize); other++) {
      ties.set(one, other)
      inside.push([one, other])
    }
  for (const [one, other] of inside) {
    if (!chance.chance(beta)) continue
    const stays = chance.bits() < 0 ? one : other
    ties.set(one, other, false)
    let elsewhere = chance.below(people)
    while (sameGroup(stays, elsewhere, groupSize) || ties.has(stays, elsewhere)) elsewhere = chance.below(people)
    ties.set(stays, elsewhere)
  }
  return ties
}

export const sameGroup = (one: number, other: number, groupSize: number) =>
  Math.floor(one / groupSize) === Math.floor(other / groupSize)

const mostContactsIn = ({ offsets }: Network) =>
  offsets.reduce((most, end, at) => Math.max(most, end - (offsets[at - 1] ?? 0)), 1)

/** The share of ties that cross groups. */
function crossingIn(ties: Ties, groupSize: number): number {
  let [all, crossing] = [0, 0]
  for (let one = 0; one < ties.people; one++)
    for (let other = 0; other < one; other++) {
      if (!ties.has(one, other)) continue
      all++
      if (!sameGroup(one, other, groupSize)) crossing++
    }
  return crossing / all
}
