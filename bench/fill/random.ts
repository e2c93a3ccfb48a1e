/** Chance that is the same for the same seed. */
export interface Chance {
  /** From 0 to below 1. */
  next(): number
  below(end: number): number
  /** Below `end`, small numbers far more often. */
  skewed(end: number): number
  pick<T>(from: readonly T[]): T
  holds(share: number): boolean
}

export function chance(seed: number): Chance {
  let state = seed | 0
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (end: number) => Math.floor(next() * end)
  return {
    next,
    below,
    skewed: (end) => Math.floor(end * next() ** 2),
    pick: (from) => from[below(from.length)]!,
    holds: (share) => next() < share,
  }
}

/** Identifiers as Mortar makes them, ordered by time, but the same for the same kind and number. */
export function idOf(kind: number, number: number): string {
  const time = (1_640_000_000_000 + number * 120_000).toString(16).padStart(12, '0')
  const mixed = Math.imul((number + 1) ^ (kind << 24), 0x9e3779b1) >>> 0
  const tail = `${mixed.toString(16).padStart(8, '0')}${number.toString(16).padStart(8, '0')}`
  return `${time.slice(0, 8)}-${time.slice(8)}-7${kind.toString(16).padStart(3, '0')}-a${tail.slice(0, 3)}-${tail.slice(3, 15)}`
}
