import { pow } from '../../random/exp.ts'
import { type Chance, type Stream, thresholdOf } from '../../random/stream.ts'
import { drawBeliefs, lanesFrom } from '../parts/beliefs.ts'
import { type Counters, countersUpTo } from '../parts/lanes.ts'
import type { MillerSettings } from './settings.ts'

export const purposes = { world: 0, people: 1, learning: 2, search: 3 } as const

/** A bit a dimension: a belief of 1 in `plus`, of -1 in `minus`; the tacit dimensions are the highest lanes. */
export interface MillerState {
  readonly settings: MillerSettings
  readonly lanes: number
  readonly explicit: number
  readonly reality: number
  readonly plus: Int32Array
  readonly minus: Int32Array
  /** What people did this period, and how much of it was right less wrong. */
  readonly doing: Int32Array
  readonly score: Int32Array
  readonly nextPlus: Int32Array
  readonly nextMinus: Int32Array
  readonly forIt: Counters
  readonly p1: number
  readonly p5: number
  readonly givesWay: Float64Array
  readonly newcomers: Stream
  readonly learning: Stream
  readonly search: Stream
  codePlus: number
  codeMinus: number
  period: number
}

export function startMiller(settings: MillerSettings, chance: Chance): MillerState {
  const { side, dimensions, tacit, p1, p2, p5 } = settings
  const people = side * side
  const lanes = lanesFrom(0, dimensions)
  const explicit = dimensions - Math.round(dimensions * tacit)
  const state: MillerState = {
    settings,
    lanes,
    explicit: explicit === 0 ? 0 : lanesFrom(0, explicit),
    reality: chance.stream(purposes.world).bits() & lanes,
    plus: new Int32Array(people),
    minus: new Int32Array(people),
    doing: new Int32Array(people),
    score: new Int32Array(people),
    nextPlus: new Int32Array(people),
    nextMinus: new Int32Array(people),
    forIt: countersUpTo(people),
    p1: thresholdOf(p1),
    p5: thresholdOf(p5),
    givesWay: Float64Array.from({ length: people + 1 }, (_, k) => thresholdOf(1 - pow(1 - p2, k))),
    newcomers: chance.stream(purposes.people),
    learning: chance.stream(purposes.learning),
    search: chance.stream(purposes.search),
    codePlus: 0,
    codeMinus: 0,
    period: 0,
  }
  for (let person = 0; person < people; person++) believeAnew(state, person)
  return state
}

const drawn = new Int32Array(2)

/** Beliefs of a newcomer: -1, 0 and 1 alike. */
export function believeAnew({ plus, minus, lanes, newcomers }: MillerState, person: number): void {
  drawBeliefs(newcomers, lanes, drawn)
  plus[person] = drawn[0]!
  minus[person] = drawn[1]!
}
