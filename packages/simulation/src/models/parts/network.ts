import type { Stream } from '../../random/stream.ts'

/** Who is tied to whom: the neighbours of i are `neighbours[offsets[i]]` up to `neighbours[offsets[i + 1]]`. */
export interface Network {
  readonly offsets: Int32Array
  readonly neighbours: Int32Array
}

/** A network under construction: ties without direction, each once. */
export class Ties {
  readonly people: number
  readonly #tied: Uint8Array

  constructor(people: number) {
    this.people = people
    this.#tied = new Uint8Array(people * people)
  }

  has(one: number, other: number): boolean {
    return this.#tied[one * this.people + other] === 1
  }

  set(one: number, other: number, tied = true): void {
    if (one === other) return
    this.#tied[one * this.people + other] = this.#tied[other * this.people + one] = tied ? 1 : 0
  }

  build(): Network {
    const offsets = new Int32Array(this.people + 1)
    const neighbours: number[] = []
    for (let one = 0; one < this.people; one++) {
      for (let other = 0; other < this.people; other++) if (this.has(one, other)) neighbours.push(other)
      offsets[one + 1] = neighbours.length
    }
    return { offsets, neighbours: Int32Array.from(neighbours) }
  }
}

export function line(people: number): Ties {
  const ties = new Ties(people)
  for (let one = 0; one + 1 < people; one++) ties.set(one, one + 1)
  return ties
}

export function full(people: number): Ties {
  const ties = new Ties(people)
  for (let one = 0; one < people; one++) for (let other = 0; other < one; other++) ties.set(one, other)
  return ties
}

/** A ring in which everybody is tied to the two on each side. */
export function lattice(people: number): Ties {
  const ties = new Ties(people)
  for (let one = 0; one < people; one++) for (const step of [1, 2]) ties.set(one, (one + step) % people)
  return ties
}

/** Every tie with this probability. */
export function random(people: number, probability: number, chance: Stream): Ties {
  const ties = new Ties(people)
  for (let one = 0; one < people; one++)
    for (let other = 0; other < one; other++) if (chance.chance(probability)) ties.set(one, other)
  return ties
}

/** The lattice with `rewired` ties led elsewhere, always in one piece, and `added` ties more. */
export function smallWorld(people: number, rewired: number, added: number, chance: Stream): Ties {
  const ties = lattice(people)
  for (let done = 0; done < rewired;) {
    const one = chance.below(people)
    const other = (one + 1 + chance.below(2)) % people
    const elsewhere = chance.below(people)
    if (!ties.has(one, other) || elsewhere === one || ties.has(one, elsewhere)) continue
    ties.set(one, other, false)
    ties.set(one, elsewhere)
    if (distancesIn(ties.build()).pieces === 1) done++
    else {
      ties.set(one, elsewhere, false)
      ties.set(one, other)
    }
  }
  for (let done = 0; done < added;) {
    const [one, other] = [chance.below(people), chance.below(people)]
    if (one === other || ties.has(one, other)) continue
    ties.set(one, other)
    done++
  }
  return ties
}

/** In how many pieces a network is, and the mean distance over all pairs, counting 0 for those that cannot meet. */
export function distancesIn({ offsets, neighbours }: Network): { pieces: number; meanDistance: number } {
  const people = offsets.length - 1
  const [distance, queue] = [new Int32Array(people), new Int32Array(people)]
  const first = new Int32Array(people).fill(-1)
  let [pieces, sum] = [0, 0]
  for (let start = 0; start < people; start++) {
    distance.fill(-1)
    distance[start] = 0
    queue[0] = start
    let reached = 1
    for (let at = 0; at < reached && reached < people; at++) {
      const one = queue[at]!
      for (let tie = offsets[one]!; tie < offsets[one + 1]!; tie++) {
        const other = neighbours[tie]!
        if (distance[other]! >= 0) continue
        distance[other] = distance[one]! + 1
        sum += distance[other]!
        queue[reached++] = other
      }
    }
    if (first[start]! < 0) {
      pieces++
      for (let at = 0; at < reached; at++) first[queue[at]!] = start
    }
  }
  return { pieces, meanDistance: people > 1 ? sum / (people * (people - 1)) : 0 }
}
