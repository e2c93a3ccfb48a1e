import { expect, test } from 'vitest'
import { chanceOf } from '../../random/stream.ts'
import { bitCount, countAt, countersUpTo, countUp, lanesAbove, lanesWithMore } from './lanes.ts'
import { inputDraws, Landscape, landscapeOf } from './landscape.ts'
import { distancesIn, full, lattice, line, random, smallWorld } from './network.ts'

test('bits are counted', () => {
  expect([0, 1, -1, 0x80000001, 0x55555555].map(bitCount)).toEqual([0, 1, 32, 2, 16])
})

test('counters of 32 lanes count, compare and find majorities as counting one by one does', () => {
  const chance = chanceOf(1, 0).stream(0)
  for (let trial = 0; trial < 50; trial++) {
    const [one, other] = [countersUpTo(40), countersUpTo(40)]
    const [ones, others] = [new Int32Array(32), new Int32Array(32)]
    for (let voice = 0; voice < 40; voice++) {
      const [a, b] = [chance.bits(), chance.bits()]
      countUp(one, a)
      countUp(other, b)
      ones.forEach((_, lane) => (ones[lane]! += (a >>> lane) & 1))
      others.forEach((_, lane) => (others[lane]! += (b >>> lane) & 1))
    }
    ones.forEach((count, lane) => {
      expect(countAt(one, lane)).toBe(count)
      expect((lanesAbove(one, 20) >>> lane) & 1).toBe(count > 20 ? 1 : 0)
      expect((lanesWithMore(one, other) >>> lane) & 1).toBe(count > others[lane]! ? 1 : 0)
    })
  }
})

test.each(inputDraws)('the best of a landscape is the best of all its solutions, inputs drawn from %s', (draw) => {
  for (const [bits, inputs] of [
    [12, 5],
    [11, 0],
    [3, 2],
  ] as const) {
    const landscape = new Landscape({ bits, inputs, draw }, chanceOf(9, bits).stream(0))
    let best = 0
    for (let solution = 0; solution < 1 << bits; solution++) best = Math.max(best, landscape.of(solution))

    expect(landscape.best()).toBe(best)
  }
})

test('a solution is worth the sum of what each bit is worth beside its inputs', () => {
  const landscape = new Landscape({ bits: 14, inputs: 3, draw: 'distinct' }, chanceOf(2, 0).stream(0))
  const worth = (solution: number) =>
    landscape.looksAt.reduce((sum, inputs, bit) => {
      const place = inputs.reduce((at, input, nth) => at + (((solution >> input) & 1) << nth), 0)
      return sum + landscape.worth[bit * landscape.size + place]!
    }, 0)

  expect(landscape.looksAt.every((inputs, bit) => inputs[0] === bit && new Set(inputs).size === 4)).toBe(true)
  for (const solution of [0, 1, 5000, 16383]) expect(landscape.of(solution)).toBe(worth(solution))
})

test('without inputs the best solution is found bit by bit', () => {
  const { landscape, best } = landscapeOf({ bits: 10, inputs: 0, draw: 'all' }, chanceOf(3, 0), 0)
  let solution = 0
  for (let bit = 0; bit < 10; bit++)
    if (landscape.of(solution ^ (1 << bit)) > landscape.of(solution)) solution ^= 1 << bit

  expect(landscape.of(solution)).toBe(best)
})

test('the same seed and replication give the same landscape, another replication another one', () => {
  const kind = { bits: 8, inputs: 2, draw: 'others' } as const
  const at = (replication: number) => landscapeOf(kind, chanceOf(3, replication), 0)

  expect(at(1).landscape.worth).toEqual(at(1).landscape.worth)
  expect(at(1).best).toBe(at(1).best)
  expect(at(2).landscape.worth).not.toEqual(at(1).landscape.worth)
})

test('networks have the distances of the textbook', () => {
  expect(distancesIn(line(100).build())).toEqual({ pieces: 1, meanDistance: 101 / 3 })
  expect(distancesIn(full(100).build())).toEqual({ pieces: 1, meanDistance: 1 })
  const ring = distancesIn(lattice(100).build())
  expect(ring.meanDistance).toBeCloseTo((4 * 25 * 26 * 0.5 - 25) / 99, 0)
  expect(distancesIn(random(100, 0, chanceOf(1, 0).stream(0)).build())).toEqual({ pieces: 100, meanDistance: 0 })
})

test('a small world stays in one piece, keeps its ties, and is nearer together', () => {
  const ring = lattice(100).build()
  const rewired = smallWorld(100, 10, 0, chanceOf(1, 0).stream(0)).build()
  const added = smallWorld(100, 0, 10, chanceOf(1, 0).stream(0)).build()

  expect(rewired.neighbours).toHaveLength(ring.neighbours.length)
  expect(added.neighbours).toHaveLength(ring.neighbours.length + 20)
  for (const network of [rewired, added]) {
    expect(distancesIn(network).pieces).toBe(1)
    expect(distancesIn(network).meanDistance).toBeLessThan(distancesIn(ring).meanDistance - 2)
  }
})

test('a random network has as many ties as its density says', () => {
  const ties = random(200, 0.07, chanceOf(1, 0).stream(0)).build().neighbours.length / 2

  expect(Math.abs(ties - 19_900 * 0.07)).toBeLessThan(4 * Math.sqrt(19_900 * 0.07 * 0.93))
})
