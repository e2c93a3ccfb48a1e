/** How many bits are set. */
export function bitCount(lanes: number): number {
  let count = lanes - ((lanes >>> 1) & 0x55555555)
  count = (count & 0x33333333) + ((count >>> 2) & 0x33333333)
  return Math.imul((count + (count >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

/** Counters of 32 lanes side by side: slice b holds digit b of every lane's count. */
export type Counters = Int32Array

export const countersUpTo = (most: number): Counters => new Int32Array(32 - Math.clz32(most))

/** Counts these lanes up by one. */
export function countUp(counters: Counters, lanes: number): void {
  let carry = lanes
  for (let slice = 0; carry !== 0; slice++) {
    const digit = counters[slice]!
    counters[slice] = digit ^ carry
    carry &= digit
  }
}

export function countAt(counters: Counters, lane: number): number {
  let count = 0
  for (let slice = 0; slice < counters.length; slice++) count |= ((counters[slice]! >>> lane) & 1) << slice
  return count
}

/** The lanes whose count is above this bound. */
export function lanesAbove(counters: Counters, bound: number): number {
  let above = 0
  let equal = -1
  for (let slice = counters.length - 1; slice >= 0; slice--) {
    const digit = counters[slice]!
    if ((bound >>> slice) & 1) equal &= digit
    else {
      above |= equal & digit
      equal &= ~digit
    }
  }
  return above
}

/** The lanes in which one count is above the other; both of equal length. */
export function lanesWithMore(one: Counters, other: Counters): number {
  let more = 0
  let equal = -1
  for (let slice = one.length - 1; slice >= 0; slice--) {
    more |= equal & one[slice]! & ~other[slice]!
    equal &= ~(one[slice]! ^ other[slice]!)
  }
  return more
}
