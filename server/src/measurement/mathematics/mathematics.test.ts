import { seededRandom } from '@mortar/graph'
import { describe, expect, test } from 'vitest'
import { truckFactor } from './coverage.ts'
import { efficiencies } from './envelopment.ts'
import { gini, giniInterval } from './gini.ts'
import { kaplanMeier, median, shareWithin } from './kaplan-meier.ts'
import { breakOf, learningCurve } from './learning-curve.ts'
import { share } from './share.ts'

describe('time until something happens', () => {
  // Freireich et al. (1963), weeks of remission under 6-MP, as survival textbooks print the curve.
  const weeks = [6, 6, 6, 7, 10, 13, 16, 22, 23, 6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35]
  const ended = weeks.map((_, at) => (at < 9 ? 1 : 0))
  const curve = kaplanMeier(weeks, ended)

  test('the curve, its standard errors and its median are those printed', () => {
    expect(curve.times).toEqual([6, 7, 10, 13, 16, 22, 23])
    const printed = [0.857, 0.807, 0.753, 0.69, 0.627, 0.538, 0.448]
    curve.left.forEach((left, at) => expect(left).toBeCloseTo(printed[at]!, 3))
    const errors = curve.left.map((left, at) => left * Math.sqrt(curve.greenwood[at]!))
    const printedErrors = [0.0764, 0.0869, 0.0963, 0.1068, 0.1141, 0.1282, 0.1346]
    errors.forEach((error, at) => expect(error).toBeCloseTo(printedErrors[at]!, 4))
    expect(median(curve)).toEqual({ value: 23, low: 13, high: null })
  })

  test('without anybody left out it is the plain share', () => {
    const plain = kaplanMeier([1, 2, 3, 4], [1, 1, 1, 1])

    expect(shareWithin(plain, 2).value).toBe(0.5)
    expect(median(plain).value).toBe(2)
    expect(shareWithin(plain, 4)).toMatchObject({ value: 1, high: 1 })
    expect(shareWithin(plain, 4).low).toBeCloseTo(0.3976, 4)
  })

  test('where all still wait nothing has happened, and the interval says how little that is known', () => {
    const waiting = kaplanMeier([5, 8, 8], [0, 0, 0])

    expect(shareWithin(waiting, 100)).toMatchObject({ value: 0, low: 0 })
    expect(shareWithin(waiting, 100).high).toBeCloseTo(0.7076, 4)
    expect(median(waiting)).toEqual({ value: null, low: null, high: null })
    expect(shareWithin(kaplanMeier([], []), 1)).toEqual({ value: 0, low: 0, high: 1 })
  })
})

test('the interval of Wilson is the one printed, and stays within 0 and 1', () => {
  expect(share(5, 10).low).toBeCloseTo(0.2366, 4)
  expect(share(5, 10).high).toBeCloseTo(0.7634, 4)
  expect(share(0, 10)).toMatchObject({ value: 0, low: 0 })
  expect(share(0, 10).high).toBeCloseTo(0.2775, 4)
  expect(share(10, 10).high).toBe(1)
  expect(() => share(0, 0)).toThrow(RangeError)
})

describe('inequality', () => {
  // Degrees in Zachary's karate club; networkx 3.6.1 gives .385370.
  const degrees = [
    16, 9, 10, 6, 3, 4, 4, 4, 5, 2, 3, 1, 2, 5, 2, 2, 2, 2, 2, 3, 2, 2, 2, 5, 3, 3, 2, 4, 3, 4, 4, 6, 12, 17,
  ]

  test('of degrees in the karate club it is .38537', () => {
    expect(gini(degrees)).toBeCloseTo(0.38537, 5)
  })

  test('it is 0 where all have the same, (n - 1) / n where one has all, and nothing where there is nothing', () => {
    expect(gini([3, 3, 3])).toBeCloseTo(0, 12)
    expect(gini([0, 0, 0, 8])).toBeCloseTo(0.75, 12)
    expect(gini([0, 0])).toBeUndefined()
    expect(gini([7])).toBeCloseTo(0, 12)
  })

  test('people drawn again give an interval around it, the same for the same seed', () => {
    const one = giniInterval(degrees, seededRandom(1))!
    expect(one.low).toBeLessThan(one.value)
    expect(one.high).toBeGreaterThan(one.value)
    expect(giniInterval(degrees, seededRandom(1))).toEqual(one)
  })
})

describe('learning curve', () => {
  const x = Array.from({ length: 40 }, (_, at) => at + 1)

  test('a curve of four fifths is found as it was made', () => {
    const y = x.map((value) => 100 * value ** Math.log2(0.8))
    const curve = learningCurve(x, y)!

    expect(curve.ratio).toBeCloseTo(0.8, 10)
    expect(curve.a).toBeCloseTo(100, 8)
    expect([curve.low, curve.high]).toEqual([expect.closeTo(0.8, 6), expect.closeTo(0.8, 6)])
    expect(learningCurve([1, 2], [3, 4])).toBeUndefined()
    expect(learningCurve([2, 2, 2], [3, 4, 5])).toBeUndefined()
  })

  test('a break is found where it was made, and none where chance alone moves the points', () => {
    const random = seededRandom(3)
    const noise = x.map(() => Math.exp((random() - 0.5) * 0.2))
    const level = x.map((value, at) => noise[at]! * 100 * value ** -0.3)
    const broken = level.map((value, at) => (at < 20 ? value : 4 * value))

    const found = breakOf(x, broken, seededRandom(1))!
    expect(found.at).toBe(20)
    expect(found.chance).toBeLessThan(0.01)
    expect(breakOf(x, level, seededRandom(1))!.chance).toBeGreaterThan(0.05)
    expect(breakOf([1, 2, 3], [3, 2, 1], seededRandom(1))).toBeUndefined()
  })
})

test('the truck factor is how few people carry more than half', () => {
  const set = (...people: number[]) => new Set(people)
  expect(truckFactor([])).toBe(0)
  expect(truckFactor([set(1), set(1), set(1), set(2)])).toBe(1)
  expect(truckFactor([set(1, 2), set(1, 2), set(1, 2)])).toBe(2)
  expect(truckFactor([set(1), set(2), set(3), set(4)])).toBe(3)
  expect(truckFactor([set(), set(5)])).toBe(1)
})

describe('efficiency', () => {
  // One input, one output: Cooper, Seiford & Tone, Data Envelopment Analysis, example 2.1.
  const stores = [
    [2, 1],
    [3, 3],
    [3, 2],
    [4, 3],
    [5, 4],
    [5, 2],
    [6, 3],
    [8, 5],
  ].map(([input, output]) => ({ inputs: [input!], outputs: [output!] }))

  test('of eight shops it is the one printed', async () => {
    const found = await efficiencies(stores)
    ;[0.5, 1, 2 / 3, 0.75, 0.8, 0.4, 0.5, 0.625].forEach((one, at) => expect(found[at]).toBeCloseTo(one, 6))
  })

  test('who needs nothing has none, and who brings nothing has 0', async () => {
    const found = await efficiencies([
      { inputs: [0, 0], outputs: [1] },
      { inputs: [2, 1], outputs: [0] },
      { inputs: [4, 4], outputs: [2] },
    ])
    expect(found).toEqual([undefined, 0, 1])
  })
})
