import { type Chance, type Stream, thresholdOf } from '../../random/stream.ts'
import { type Landscape, landscapeOf } from '../parts/landscape.ts'
import { distancesIn, full, lattice, line, type Network, random, smallWorld } from '../parts/network.ts'
import type { LazerFriedmanSettings } from './settings.ts'

/** The same landscapes and first solutions for every network: contests on common random numbers. */
export const purposes = { landscape: 0, people: 1, network: 2, search: 3 } as const

export interface LazerFriedmanState {
  readonly settings: LazerFriedmanSettings
  readonly landscape: Landscape
  readonly best: number
  readonly network: Network
  readonly pieces: number
  readonly meanDistance: number
  /** Everybody's solution, a bit for each decision, and what it is worth. */
  readonly solutions: Int32Array
  readonly worth: Int32Array
  readonly nextSolutions: Int32Array
  readonly nextWorth: Int32Array
  /** Of 2^32: the chance that a bit is not copied. */
  readonly copyError: number
  readonly search: Stream
  period: number
  /** Periods without any change. */
  quiet: number
}

export function startLazerFriedman(settings: LazerFriedmanSettings, chance: Chance): LazerFriedmanState {
  const { people, bits, inputs, draw } = settings
  const { landscape, best } = landscapeOf({ bits, inputs, draw }, chance, purposes.landscape)
  const first = chance.stream(purposes.people)
  const network = networkFor(settings, chance.stream(purposes.network))
  const solutions = Int32Array.from({ length: people }, () => first.bits() >>> (32 - bits))
  return {
    settings,
    landscape,
    best,
    network,
    ...distancesIn(network),
    solutions,
    worth: solutions.map((solution) => landscape.of(solution)),
    nextSolutions: new Int32Array(people),
    nextWorth: new Int32Array(people),
    copyError: thresholdOf(settings.copyError),
    search: chance.stream(purposes.search),
    period: 0,
    quiet: 0,
  }
}

function networkFor({ network, people, density, rewired, added }: LazerFriedmanSettings, chance: Stream): Network {
  const ties = {
    line: () => line(people),
    full: () => full(people),
    lattice: () => lattice(people),
    random: () => random(people, density, chance),
    smallWorld: () => smallWorld(people, rewired, added, chance),
  }
  return ties[network]().build()
}
