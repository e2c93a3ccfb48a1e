import type { Chance, Stream } from '../../random/stream.ts'
import { networkFrom } from '../parts/given-network.ts'
import { full, lattice, line, type Network, random, smallWorld, Ties } from '../parts/network.ts'
import type { DiffusionSettings } from './settings.ts'

/** The same network, people and first adopters under every rule of contagion. */
export const purposes = { network: 0, people: 1, seeds: 2, spreading: 3 } as const

export interface DiffusionState {
  readonly settings: DiffusionSettings
  readonly network: Network
  readonly people: number
  /** 1 for who practises it. */
  readonly practises: Uint8Array
  readonly nextPractises: Uint8Array
  readonly everPractised: Uint8Array
  /** Where one works, and for where one's variant was made: 0 to 1. */
  readonly context: Float64Array
  readonly variant: Float64Array
  readonly threshold: Float64Array
  readonly spreading: Stream
  adopted: number
  adaptations: number
  dropped: number
  period: number
  /** When half of all had practised it; -1 until then. */
  halfAt: number
  /** Whether chance or a change could still make a difference. */
  open: boolean
}

export function startDiffusion(settings: DiffusionSettings, chance: Chance): DiffusionState {
  const network = networkFor(settings, chance.stream(purposes.network))
  const people = network.offsets.length - 1
  const own = chance.stream(purposes.people)
  const { contexts, thresholdShare, thresholdSpread } = settings
  const state: DiffusionState = {
    settings,
    network,
    people,
    practises: new Uint8Array(people),
    nextPractises: new Uint8Array(people),
    everPractised: new Uint8Array(people),
    context: Float64Array.from({ length: people }, (_, person) => {
      const anywhere = own.unit()
      return contexts === 'mixed' ? anywhere : person / Math.max(1, people - 1)
    }),
    variant: new Float64Array(people),
    threshold: Float64Array.from({ length: people }, () => thresholdShare + thresholdSpread * (2 * own.unit() - 1)),
    spreading: chance.stream(purposes.spreading),
    adopted: 0,
    adaptations: 0,
    dropped: 0,
    period: 0,
    halfAt: -1,
    open: true,
  }
  sow(state, chance.stream(purposes.seeds))
  return state
}

function networkFor({ network, people, density, shortcuts, ties }: DiffusionSettings, chance: Stream): Network {
  const made = {
    given: () => networkFrom(ties!),
    line: () => line(people).build(),
    ring: () => lattice(people).build(),
    complete: () => full(people).build(),
    star: () => star(people).build(),
    random: () => random(people, density, chance).build(),
    smallWorld: () => smallWorld(people, shortcuts, 0, chance).build(),
  }
  return made[network]()
}

/** Person 0 is tied to everybody, and nobody else to anybody. */
function star(people: number): Ties {
  const ties = new Ties(people)
  for (let other = 1; other < people; other++) ties.set(0, other)
  return ties
}

/** The first who practise it; what they practise was made for the context of the first of them. */
function sow(state: DiffusionState, chance: Stream): void {
  const { settings, people, context } = state
  if (settings.seeds === 0) return
  const order = Int32Array.from({ length: people }, (_, person) => person)
  chance.shuffle(order)
  const first = settings.seeding === 'scattered' ? order : nearestFirst(state.network, order)
  for (let seed = 0; seed < settings.seeds; seed++) {
    state.practises[first[seed]!] = state.everPractised[first[seed]!] = 1
    state.variant[first[seed]!] = context[first[0]!]!
  }
  state.adopted = settings.seeds
}

/** Somebody, then their contacts, then those of these; where ties end, the next of `order`. */
function nearestFirst({ offsets, neighbours }: Network, order: Int32Array): Int32Array {
  const found = new Int32Array(order.length)
  const seen = new Uint8Array(order.length)
  let [end, read] = [0, 0]
  for (const root of order) {
    if (seen[root]) continue
    seen[root] = 1
    found[end++] = root
    for (; read < end; read++)
      for (let tie = offsets[found[read]!]!; tie < offsets[found[read]! + 1]!; tie++) {
        const other = neighbours[tie]!
        if (seen[other]) continue
        seen[other] = 1
        found[end++] = other
      }
  }
  return found
}
