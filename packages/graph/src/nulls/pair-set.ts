/** Pairs of people, in whichever order, in flat memory: a set of large numbers takes several times as long. */
export interface PairSet {
  has(one: number, other: number): boolean
  add(one: number, other: number): void
  remove(one: number, other: number): void
}

const free = -1

/**
 * A hash table with open places, room for twice as many pairs as it will hold. Who is removed leaves no gap: those that stood
 * behind move up.
 */
export function pairSet(most: number): PairSet {
  const places = 2 ** Math.ceil(Math.log2(2 * most + 2))
  const last = places - 1
  /** The lower number of each pair, then the higher. */
  const held = new Int32Array(2 * places).fill(free)
  const home = (low: number, high: number) => {
    const mixed = Math.imul(low, 0x9e3779b1) ^ Math.imul(high, 0x85ebca6b)
    return (mixed ^ (mixed >>> 15)) & last
  }
  const placeOf = (low: number, high: number) => {
    let place = home(low, high)
    while (held[2 * place]! !== free && (held[2 * place]! !== low || held[2 * place + 1]! !== high))
      place = (place + 1) & last
    return place
  }
  const find = (one: number, other: number) => (one < other ? placeOf(one, other) : placeOf(other, one))
  return {
    has: (one, other) => held[2 * find(one, other)]! !== free,
    add(one, other) {
      const place = find(one, other)
      held[2 * place] = Math.min(one, other)
      held[2 * place + 1] = Math.max(one, other)
    },
    remove(one, other) {
      let gap = find(one, other)
      if (held[2 * gap]! === free) return
      for (let place = (gap + 1) & last; held[2 * place]! !== free; place = (place + 1) & last) {
        const [low, high] = [held[2 * place]!, held[2 * place + 1]!]
        // It moves up unless its home lies between the gap and where it stands.
        if (((place - home(low, high)) & last) < ((place - gap) & last)) continue
        held[2 * gap] = low
        held[2 * gap + 1] = high
        gap = place
      }
      held[2 * gap] = free
    },
  }
}
