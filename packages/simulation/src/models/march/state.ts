import { pow } from '../../random/exp.ts'
import { type Chance, type Stream, thresholdOf } from '../../random/stream.ts'
import { drawBeliefs, lanesFrom } from '../parts/beliefs.ts'
import { type MarchSettings, type Rules, rulesOf } from './settings.ts'

/** Who draws what: worlds and people are the same under other learning rates. */
export const purposes = { world: 0, people: 1, learning: 2 } as const

/** Beliefs, code and reality are -1, 0 or 1; a person's beliefs lie side by side. */
export interface MarchState {
  readonly settings: MarchSettings
  readonly rules: Rules
  readonly reality: Int8Array
  readonly code: Int8Array
  readonly beliefs: Int8Array
  /** How many of the first people learn at the other speed. */
  readonly others: number
  /** Of 2^32: p1, p1 of the others. */
  readonly slow: number
  readonly fast: number
  /** Of 2^32: the chance that the code gives way to a majority of k. */
  readonly givesWay: Float64Array
  readonly codeBefore: Int8Array
  readonly doing: Int8Array
  readonly forIt: Int32Array
  readonly againstIt: Int32Array
  readonly world: Stream
  readonly newcomers: Stream
  readonly learning: Stream
  period: number
}

export function startMarch(settings: MarchSettings, chance: Chance): MarchState {
  const { people, dimensions, preset } = settings
  const state: MarchState = {
    settings,
    rules: rulesOf[preset],
    reality: new Int8Array(dimensions),
    code: new Int8Array(dimensions),
    beliefs: new Int8Array(people * dimensions),
    others: othersOf(settings),
    slow: thresholdOf(settings.p1),
    fast: thresholdOf(settings.p1OfOthers),
    givesWay: givesWayAt(settings),
    codeBefore: new Int8Array(dimensions),
    doing: new Int8Array(dimensions),
    forIt: new Int32Array(dimensions),
    againstIt: new Int32Array(dimensions),
    world: chance.stream(purposes.world),
    newcomers: chance.stream(purposes.people),
    learning: chance.stream(purposes.learning),
    period: 0,
  }
  for (let from = 0; from < dimensions; from += 32) {
    const bits = state.world.bits()
    for (let at = from; at < Math.min(from + 32, dimensions); at++)
      state.reality[at] = (bits >> (at - from)) & 1 ? 1 : -1
  }
  for (let person = 0; person < people; person++) believeAnew(state, person)
  return state
}

export const othersOf = ({ people, others }: MarchSettings) => Math.round(people * others)

/** 1 - (1 - p2)^k for k = 0 … people, of 2^32. */
export const givesWayAt = ({ people, p2 }: MarchSettings) =>
  Float64Array.from({ length: people + 1 }, (_, k) => thresholdOf(1 - pow(1 - p2, k)))

const drawn = new Int32Array(2)

/** A newcomer's beliefs: -1, 0 and 1 alike. */
export function believeAnew({ beliefs, settings: { dimensions }, newcomers }: MarchState, person: number): void {
  for (let from = 0; from < dimensions; from += 32) {
    drawBeliefs(newcomers, lanesFrom(from, dimensions), drawn)
    const row = person * dimensions + from
    for (let lane = 0; lane < Math.min(32, dimensions - from); lane++)
      beliefs[row + lane] = ((drawn[0]! >> lane) & 1) - ((drawn[1]! >> lane) & 1)
  }
}
