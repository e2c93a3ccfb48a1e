import type { Chance, Stream } from '../../random/stream.ts'

/** How the inputs of a bit are drawn: from all bits or the other bits, each time anew, or without any twice. */
export const inputDraws = ['all', 'others', 'distinct'] as const

export interface LandscapeKind {
  /** Bits of a solution, 2 … 20. */
  readonly bits: number
  /** Other bits on which each bit's worth depends, 0 … 7. */
  readonly inputs: number
  readonly draw: (typeof inputDraws)[number]
}

const HALF = 10
const HALF_MASK = 1023

/**
 * A rugged landscape: each bit is worth a whole number below 2^24, drawn for each combination of itself and its inputs;
 * a solution is worth their sum. Whole numbers, so that the order of adding does not matter.
 *
 * Source: Kauffman's NK model as in Lazer and Friedman (2007), p. 672.
 */
export class Landscape {
  readonly kind: LandscapeKind
  readonly size: number
  /** The bits that each bit looks at, itself first. */
  readonly looksAt: readonly (readonly number[])[]
  /** Worths, `size` a bit. */
  readonly worth: Int32Array
  readonly #low: Uint8Array
  readonly #high: Uint8Array

  constructor(kind: LandscapeKind, chance: Stream) {
    const { bits, inputs } = kind
    this.kind = kind
    this.size = 1 << (inputs + 1)
    this.looksAt = Array.from({ length: bits }, (_, bit) => inputsOf(bit, kind, chance))
    this.worth = Int32Array.from({ length: bits * this.size }, () => chance.bits() >>> 8)
    this.#low = placesOf(this.looksAt, 0)
    this.#high = placesOf(this.looksAt, HALF)
  }

  /** What a solution is worth, below bits x 2^24. */
  of(solution: number): number {
    const low = solution & HALF_MASK
    const high = solution >>> HALF
    let sum = 0
    for (let bit = 0; bit < this.kind.bits; bit++) {
      const row = bit << HALF
      sum += this.worth[bit * this.size + (this.#low[row | low]! | this.#high[row | high]!)]!
    }
    return sum
  }

  /** The worth of the best of all solutions: walks through them so that each step turns one bit (Gray code). */
  best(): number {
    const { bits } = this.kind
    const { dependents, from, order } = this.#dependents()
    const place = new Int32Array(bits)
    const current = Int32Array.from({ length: bits }, (_, bit) => this.worth[bit * this.size]!)
    let sum = current.reduce((total, each) => total + each, 0)
    let best = sum
    for (let step = 1; step < 1 << bits; step++) {
      const turned = order[31 - Math.clz32(step & -step)]!
      for (let at = from[turned]!; at < from[turned + 1]!; at += 2) {
        const bit = dependents[at]!
        const now = (place[bit]! ^= dependents[at + 1]!)
        const worth = this.worth[bit * this.size + now]!
        sum += worth - current[bit]!
        current[bit] = worth
      }
      if (sum > best) best = sum
    }
    return best
  }

  /** For each bit who looks at it and where; and the bits in order, so that the least looked at turn most often. */
  #dependents() {
    const lists = this.looksAt.map((_, bit) =>
      this.looksAt.flatMap((inputs, other) => (inputs.includes(bit) ? [other, 1 << inputs.indexOf(bit)] : [])),
    )
    const from = [0]
    for (const list of lists) from.push(from.at(-1)! + list.length)
    const order = lists
      .map((_, bit) => bit)
      .sort((one, other) => lists[one]!.length - lists[other]!.length || one - other)
    return { dependents: Int32Array.from(lists.flat()), from: Int32Array.from(from), order: Int32Array.from(order) }
  }
}

/** For every combination of ten of the bits, from `first` on: what it adds to the place in each bit's table of worths. */
function placesOf(looksAt: readonly (readonly number[])[], first: number): Uint8Array {
  const places = new Uint8Array(looksAt.length << HALF)
  looksAt.forEach((inputs, bit) => {
    const adds = Array.from({ length: HALF }, (_, at) => {
      const nth = inputs.indexOf(first + at)
      return nth < 0 ? 0 : 1 << nth
    })
    for (let half = 1; half <= HALF_MASK; half++)
      places[(bit << HALF) | half] = places[(bit << HALF) | (half & (half - 1))]! | adds[31 - Math.clz32(half & -half)]!
  })
  return places
}

function inputsOf(bit: number, { bits, inputs, draw }: LandscapeKind, chance: Stream): number[] {
  const looksAt = [bit]
  for (let drawn = 0; drawn < inputs;) {
    const input = chance.below(bits)
    if (draw !== 'all' && input === bit) continue
    if (draw === 'distinct' && looksAt.includes(input)) continue
    if (!looksAt.includes(input)) looksAt.push(input)
    drawn++
  }
  return looksAt
}

const bests = new Map<string, number>()
const KEPT = 20_000

/**
 * The landscape of this chance and the worth of its best solution. The best takes long to find and is kept by seed, so
 * that all settings that meet in one landscape search it once.
 */
export function landscapeOf(
  kind: LandscapeKind,
  chance: Chance,
  purpose: number,
): { landscape: Landscape; best: number } {
  const landscape = new Landscape(kind, chance.stream(purpose))
  const key = [chance.seed, chance.replication, purpose, kind.bits, kind.inputs, kind.draw].join()
  const best = bests.get(key) ?? landscape.best()
  if (bests.size >= KEPT) bests.clear()
  bests.set(key, best)
  return { landscape, best }
}
