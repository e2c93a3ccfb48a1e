import { expect, test } from 'vitest'
import { exp, log, pow, sqrt } from './exp.ts'
import { philox, type Words } from './philox.ts'
import { chanceOf, Stream, thresholdOf } from './stream.ts'

const unsigned = (words: readonly number[]) => words.map((word) => word >>> 0)
const ulps = (ours: number, theirs: number) => Math.abs(ours / theirs - 1) / Number.EPSILON

// Random123, tests/kat_vectors, philox4x32 with 10 rounds.
test.each<[Words, [number, number], number[]]>([
  [
    [0, 0, 0, 0],
    [0, 0],
    [0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8],
  ],
  [
    [-1, -1, -1, -1],
    [-1, -1],
    [0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd],
  ],
  [
    [0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344],
    [0xa4093822, 0x299f31d0],
    [0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1],
  ],
])('the counter-based generator gives the published words for %j', (counter, key, words) => {
  expect(unsigned(philox(counter, key))).toEqual(words)
})

test('a stream gives the published words of xoshiro128++', () => {
  const stream = new Stream([1, 2, 3, 4])

  expect(unsigned(Array.from({ length: 10 }, () => stream.bits()))).toEqual([
    641, 1573767, 3222811527, 3517856514, 836907274, 4247214768, 3867114732, 1355841295, 495546011, 621204420,
  ])
})

test('a stream of nothing but zeros still gives chance', () => {
  const stream = new Stream([0, 0, 0, 0])

  expect(new Set(Array.from({ length: 1000 }, () => stream.bits())).size).toBeGreaterThan(900)
})

test('seed, replication and purpose each give a stream of their own, and the same ones the same stream', () => {
  const first = (seed: number, replication: number, purpose: number) =>
    chanceOf(seed, replication).stream(purpose).bits()
  const firsts = [0, 1, 2].flatMap((seed) =>
    [0, 1, 2].flatMap((replication) => [0, 1, 2].map((purpose) => first(seed, replication, purpose))),
  )

  expect(new Set(firsts).size).toBe(27)
  expect(first(7, 8, 9)).toBe(first(7, 8, 9))
})

test('whole numbers, shares and choices among lanes come as often as they should', () => {
  const stream = chanceOf(1, 0).stream(0)
  const draws = 200_000
  const counts = new Float64Array(7)
  let [half, lanes] = [0, 0]
  const perLane = new Float64Array(32)
  for (let draw = 0; draw < draws; draw++) {
    counts[stream.below(7)]!++
    if (stream.chance(0.3)) half++
    const chosen = stream.among(0b1011, thresholdOf(0.3))
    lanes |= chosen
    for (let lane = 0; lane < 32; lane++) perLane[lane]! += (chosen >> lane) & 1
  }
  const near = (count: number, share: number) =>
    Math.abs(count - draws * share) < 4.5 * Math.sqrt(draws * share * (1 - share))

  expect([...counts].every((count) => near(count, 1 / 7))).toBe(true)
  expect(near(half, 0.3)).toBe(true)
  expect(lanes).toBe(0b1011)
  expect([0, 1, 3].every((lane) => near(perLane[lane]!, 0.3))).toBe(true)
})

test('among lanes, none are chosen at probability 0 and all at 1', () => {
  const stream = chanceOf(1, 0).stream(0)

  expect(stream.among(-1, thresholdOf(0))).toBe(0)
  expect(stream.among(-1, thresholdOf(1))).toBe(-1)
})

test('chances among lanes do not hang together', () => {
  const stream = chanceOf(3, 0).stream(0)
  let both = 0
  for (let draw = 0; draw < 100_000; draw++) if (stream.among(3, thresholdOf(0.4)) === 3) both++

  expect(Math.abs(both - 16_000)).toBeLessThan(4.5 * Math.sqrt(100_000 * 0.16 * 0.84))
})

test('a shuffle gives every order alike', () => {
  const stream = chanceOf(4, 0).stream(0)
  const seen = new Map<string, number>()
  for (let draw = 0; draw < 60_000; draw++) {
    const items = Int32Array.of(1, 2, 3)
    stream.shuffle(items)
    seen.set(items.join(), (seen.get(items.join()) ?? 0) + 1)
  }

  expect(seen.size).toBe(6)
  expect([...seen.values()].every((count) => Math.abs(count - 10_000) < 4.5 * Math.sqrt(10_000 * (5 / 6)))).toBe(true)
})

test('exp, log, pow and sqrt agree with this engine to the last bits', () => {
  for (let step = -2000; step <= 2000; step++) {
    const x = step * 0.347
    expect(ulps(exp(x), Math.exp(x))).toBeLessThan(3)
    const y = Math.exp(x)
    expect(ulps(sqrt(y), Math.sqrt(y))).toBeLessThan(2)
    if (Math.abs(x) > 0.1) expect(ulps(log(y), Math.log(y))).toBeLessThan(3)
  }
  for (let whole = -20; whole <= 20; whole++) expect(ulps(pow(0.9, whole), 0.9 ** whole)).toBeLessThan(20)
  expect(ulps(pow(2, 0.5), Math.SQRT2)).toBeLessThan(3)
})

test('exp, log, pow and sqrt are exact where the answer is known', () => {
  expect([exp(0), exp(-800), exp(800), log(1), sqrt(0), sqrt(9), pow(3, 4), pow(2, -1)]).toEqual([
    1,
    0,
    Infinity,
    0,
    0,
    3,
    81,
    0.5,
  ])
  expect([log(-1), sqrt(-1), exp(NaN)]).toEqual([NaN, NaN, NaN])
  expect(log(0)).toBe(-Infinity)
})

test('exp gives the same bits as on the day it was written', () => {
  const bits = (x: number) => new BigUint64Array(Float64Array.of(x).buffer)[0]!.toString(16)

  expect([bits(exp(1)), bits(exp(-6)), bits(exp(0.3)), bits(log(10)), bits(pow(0.7, 2.5)), bits(sqrt(2))]).toEqual([
    '4005bf0a8b14576a',
    '3f644e51f113d4d6',
    '3ff599058c8c1a96',
    '40026bb1bbb55516',
    '3fda3cd72ed9866d',
    '3ff6a09e667f3bcc',
  ])
})
