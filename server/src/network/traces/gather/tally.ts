const stride = 4
const fullest = 0.65

/** Mixes a pair and a week into a place; the multipliers are odd and far from each other. */
const placeOf = (from: number, to: number, when: number): number => {
  let hash = Math.imul(from, 0x9e3779b1) ^ Math.imul(to, 0x85ebca6b) ^ Math.imul(when, 0xc2b2ae35)
  hash ^= hash >>> 15
  hash = Math.imul(hash, 0x2c1b3c6d)
  return hash ^ (hash >>> 13)
}

/**
 * How often who turned to whom in which week: one place for each pair, week and channel, in flat arrays, so that ten
 * million of them take 350 MB. `when` is the week and the channel in one number.
 */
export class Tally {
  #cells: Int32Array
  #weights: Float32Array
  #most: number
  size = 0

  constructor(places = 1 << 14) {
    this.#cells = new Int32Array(places * stride)
    this.#weights = new Float32Array(places)
    this.#most = Math.floor(places * fullest)
  }

  /** Adds up; tells whether this pair had nothing in this week before. */
  add(from: number, to: number, when: number, times: number, weight: number): boolean {
    if (this.size >= this.#most) this.#grow()
    const cells = this.#cells
    const mask = this.#weights.length - 1
    for (let place = placeOf(from, to, when) & mask; ; place = (place + 1) & mask) {
      const at = place * stride
      if (cells[at + 3] === 0) {
        cells[at] = from
        cells[at + 1] = to
        cells[at + 2] = when
        cells[at + 3] = times
        this.#weights[place] = weight
        this.size++
        return true
      }
      if (cells[at] === from && cells[at + 1] === to && cells[at + 2] === when) {
        cells[at + 3] = Math.min(2_147_483_647, cells[at + 3]! + times)
        this.#weights[place]! += weight
        return false
      }
    }
  }

  #grow() {
    const [cells, weights] = [this.#cells, this.#weights]
    const larger = new Tally(weights.length * 2)
    const mask = larger.#weights.length - 1
    for (let old = 0; old < weights.length; old++) {
      const at = old * stride
      if (cells[at + 3] === 0) continue
      let place = placeOf(cells[at]!, cells[at + 1]!, cells[at + 2]!) & mask
      while (larger.#cells[place * stride + 3] !== 0) place = (place + 1) & mask
      larger.#cells.set(cells.subarray(at, at + stride), place * stride)
      larger.#weights[place] = weights[old]!
    }
    this.#cells = larger.#cells
    this.#weights = larger.#weights
    this.#most = larger.#most
  }

  /** Places in the order of who turned to others, so that an index takes them in without jumping. */
  order(people: number): Int32Array {
    const cells = this.#cells
    const starts = new Int32Array(people + 1)
    for (let at = 0; at < cells.length; at += stride) if (cells[at + 3] !== 0) starts[cells[at]! + 1]!++
    for (let n = 0; n < people; n++) starts[n + 1]! += starts[n]!
    const order = new Int32Array(this.size)
    for (let at = 0; at < cells.length; at += stride)
      if (cells[at + 3] !== 0) order[starts[cells[at]!]!++] = at / stride
    return order
  }

  /** What stands in a place: from, to, when and times in `cells` from four times the place on. */
  get cells(): Int32Array {
    return this.#cells
  }

  get weights(): Float32Array {
    return this.#weights
  }

  clear() {
    this.#cells.fill(0)
    this.#weights.fill(0)
    this.size = 0
  }
}

/** Which pairs there were at all, whoever turned to whom. */
export class Pairs {
  #cells = new Int32Array(1 << 15)
  size = 0

  add(one: number, other: number) {
    const [low, high] = one < other ? [one, other] : [other, one]
    if (this.size * 4 > this.#cells.length) this.#grow()
    this.#put(this.#cells, low + 1, high + 1)
  }

  #put(cells: Int32Array, low: number, high: number) {
    const mask = cells.length / 2 - 1
    for (let place = placeOf(low, high, 0) & mask; ; place = (place + 1) & mask) {
      const at = place * 2
      if (cells[at] === low && cells[at + 1] === high) return
      if (cells[at] === 0) {
        cells[at] = low
        cells[at + 1] = high
        this.size++
        return
      }
    }
  }

  #grow() {
    const before = this.#cells
    this.#cells = new Int32Array(before.length * 2)
    this.size = 0
    for (let at = 0; at < before.length; at += 2)
      if (before[at] !== 0) this.#put(this.#cells, before[at]!, before[at + 1]!)
  }
}
