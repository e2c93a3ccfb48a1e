import { expect, test } from 'vitest'
import fc from 'fast-check'
import { areasOf, errorOf, lens, threeCircles, twoCircles } from './circles.ts'
import { cutAt, effectsOf, type Nested } from './cut.ts'
import { hush, hushBeside } from './hush.ts'
import { regionsOf, setsIn } from './cross.ts'

const people = (from: number, to: number) => new Set(Array.from({ length: to - from }, (_, at) => from + at))

test('two sets make three regions, three make seven, and each person lies in one', () => {
  const regions = regionsOf([people(0, 30), people(20, 45), people(25, 28)])

  expect([...regions].map(([key, { size }]) => [setsIn(key), size])).toEqual([
    [[0], 20],
    [[1], 15],
    [[0, 1], 7],
    [[2], 0],
    [[0, 2], 0],
    [[1, 2], 0],
    [[0, 1, 2], 3],
  ])
  expect(() => regionsOf([])).toThrow(RangeError)
})

test('two circles of radius 1 whose centres are 1 apart share 2π/3 − √3/2', () => {
  expect(lens(1, 1, 1)).toBeCloseTo((2 * Math.PI) / 3 - Math.sqrt(3) / 2, 12)
  expect(lens(1, 1, 2)).toBe(0)
  expect(lens(3, 1, 1)).toBeCloseTo(Math.PI, 12)
})

test('two circles are true to area, also apart and one within the other', () => {
  for (const [one, other, both] of [
    [40, 25, 10],
    [40, 25, 0],
    [40, 25, 25],
    [500, 7, 3],
  ] as const) {
    const [a, b] = twoCircles(one, other, both)
    expect(Math.PI * a.radius ** 2).toBeCloseTo(one, 9)
    expect(lens(a.radius, b.radius, b.x)).toBeCloseTo(both, 4)
  }
})

test('three circles say how far they are from the numbers: nothing where they fit, much where they cannot', () => {
  const even = threeCircles([100, 100, 100], [0, 0, 0])
  const apart = new Map([1, 2, 3, 4, 5, 6, 7].map((key) => [key, [1, 2, 4].includes(key) ? 100 : 0]))
  expect(errorOf(even, apart)).toBeLessThan(0.002)

  // Each pair shares half, but nobody is in all three: circles cannot draw it.
  const counts = new Map([1, 2, 3, 4, 5, 6, 7].map((key) => [key, [3, 5, 6].includes(key) ? 50 : 0]))
  const impossible = threeCircles([100, 100, 100], [50, 50, 50])
  const areas = areasOf(impossible)
  expect(areas.get(7)).toBeGreaterThan(20)
  expect(errorOf(impossible, counts)).toBeGreaterThan(0.2)
})

/**
 * An attacker who knows the size of each set and all that is shown: solves for every hidden region, and
 * for each set and each pair of sets for what is hidden there, by Gaussian elimination over fractions of its own.
 */
function computedBack(shown: ReadonlyMap<number, number | 'few'>, counts: ReadonlyMap<number, number>, sets: number) {
  const keys = [...shown].filter(([, count]) => count === 'few').map(([key]) => key)
  const totals = Array.from({ length: sets }, (_, n) => (key: number) => (key >> n) & 1)
  const equations = totals.map((inside) => keys.map(inside))
  const follows = (wanted: readonly number[]) => rank([...equations, [...wanted]]) === rank(equations)
  const sums = [
    ...keys.map((key) => [key]),
    ...keys.flatMap((key, at) => keys.slice(at + 1).map((other) => [key, other])),
    ...totals.map((inside) => keys.filter((key) => inside(key))),
    ...totals.flatMap((inside) => totals.map((without) => keys.filter((key) => inside(key) && !without(key)))),
  ]
  return sums.filter((sum) => {
    const behind = sum.reduce((all, key) => all + counts.get(key)!, 0)
    return behind > 0 && behind < 5 && follows(keys.map((key) => (sum.includes(key) ? 1 : 0)))
  })
}

function rank(matrix: readonly (readonly number[])[]): number {
  const rows = matrix.map((row) => [...row])
  let found = 0
  for (let column = 0; column < (rows[0]?.length ?? 0); column++) {
    const pivot = rows.findIndex((row, at) => at >= found && Math.abs(row[column]!) > 1e-9)
    if (pivot < 0) continue
    ;[rows[found], rows[pivot]] = [rows[pivot]!, rows[found]!]
    for (let at = found + 1; at < rows.length; at++) {
      const times = rows[at]![column]! / rows[found]![column]!
      rows[at] = rows[at]!.map((x, n) => x - times * rows[found]![n]!)
    }
    found++
  }
  return found
}

test('a small region is hatched, and a further one with it, so that no difference gives it away', () => {
  const counts = new Map([
    [1, 20],
    [2, 3],
    [3, 12],
  ])
  // B holds 15 people: with 12 in both, three would be in B alone. Then A's 32 tell the both of them apart again.
  expect([...hush(counts, 2).values()]).toEqual(['few', 'few', 'few'])
  expect([
    ...hush(
      new Map([
        [1, 20],
        [2, 9],
        [3, 0],
      ]),
      2,
    ).values(),
  ]).toEqual([20, 9, 0])
})

test('whatever the regions, an attacker with totals and differences computes no one to four people back', () => {
  const picture = fc.integer({ min: 1, max: 5 }).chain((sets) =>
    fc
      .array(fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 6 }), fc.integer({ min: 5, max: 60 })), {
        minLength: (1 << sets) - 1,
        maxLength: (1 << sets) - 1,
      })
      .map((counts) => ({ sets, counts: new Map(counts.map((count, at) => [at + 1, count])) })),
  )
  let attacked = 0
  fc.assert(
    fc.property(picture, ({ sets, counts }) => {
      const shown = hush(counts, sets)
      const sizes = Array.from({ length: sets }, (_, n) =>
        [...counts].reduce((sum, [key, one]) => sum + ((key >> n) & 1) * one, 0),
      )
      // A set of one to four people is told by its own size, whatever is hidden: it is not offered in a picture.
      fc.pre(sizes.every((size) => size === 0 || size >= 5))
      attacked++
      for (const [key, count] of shown) if (typeof count === 'number') expect(count).toBe(counts.get(key))
      for (const [, count] of shown) expect(count === 'few' || count === 0 || count >= 5).toBe(true)
      return computedBack(shown, counts, sets).length === 0
    }),
    { numRuns: 500, seed: 7 },
  )
  expect(attacked).toBe(500)
})

test('a region is also hatched where a picture of fewer sets would tell the few who are missing from it', () => {
  // A and B share 20; of these 17 are in C too. Each picture alone tells nothing of the three.
  const counts = new Map([20, 20, 3, 20, 20, 20, 17].map((count, at) => [at + 1, count]))
  const shown = hushBeside(counts, 3)

  expect(shown.get(3)).toBe('few')
  expect(shown.get(7)).toBe('few')
  const large = new Map([20, 20, 12, 20, 20, 20, 17].map((count, at) => [at + 1, count]))
  expect(hushBeside(large, 3)).toEqual(large)
})

test('a cut folds what lies deeper, and says whom it moves', () => {
  const community = (id: string, within: string | undefined, ...of: string[]): Nested => ({
    id,
    within,
    people: new Set(of),
  })
  const nested = [
    community('physio', undefined, 'a', 'b', 'c', 'd'),
    community('stroke', 'physio', 'a', 'e'),
    community('gait', 'stroke', 'e', 'f', 'g'),
    community('nurses', undefined, 'x', 'y', 'z', 'u', 'v'),
  ]

  expect(cutAt(nested, 1).map(({ id, people }) => [id, [...people].join('')])).toEqual([
    ['physio', 'abcd'],
    ['stroke', 'aefg'],
    ['nurses', 'xyzuv'],
  ])
  expect(effectsOf(nested)).toEqual([
    { depth: 0, communities: 2, folded: 2, tooSmall: 0, moved: 3 },
    { depth: 1, communities: 3, folded: 1, tooSmall: 2, moved: 2 },
    { depth: 2, communities: 4, folded: 0, tooSmall: 3, moved: 0 },
  ])
})
