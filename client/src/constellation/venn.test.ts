import { expect, test } from 'vitest'
import { circlesFor, distanceFor, lensArea, regionsOf } from './venn.ts'

test('two circles share the area that is asked for', () => {
  for (const area of [0, 10, 100, 250]) expect(lensArea(10, 12, distanceFor(10, 12, area))).toBeCloseTo(area, 3)
})

test('circles that share nobody do not meet, those that share everybody lie within', () => {
  const [one, other] = circlesFor([9, 9], () => 0).circles
  expect(other!.x - one!.x).toBeCloseTo(one!.radius + other!.radius, 3)
  const [large, small] = circlesFor([16, 4], () => 4).circles
  expect(small!.x + small!.radius).toBeLessThanOrEqual(large!.radius + 0.01)
})

test('three circles keep the distances that can be kept', () => {
  const { circles, exact } = circlesFor([10, 10, 10], () => 3)
  const [a, b, c] = circles
  expect(exact).toBe(true)
  const apart = (one: typeof a, other: typeof a) => Math.hypot(one!.x - other!.x, one!.y - other!.y)
  expect(apart(a, c)).toBeCloseTo(apart(a, b), 3)
  expect(apart(b, c)).toBeCloseTo(apart(a, b), 3)
})

test('three circles that cannot keep their distances say so', () => {
  const shared = (one: number, other: number) => (one + other === 2 ? 0 : 6)
  const { circles, exact } = circlesFor([13, 12, 11], shared)
  expect(exact).toBe(false)
  expect(circles[2]!.x).toBeGreaterThan(circles[1]!.x)
})

test('each person is in one region, whatever other communities they are in', () => {
  const link = { slug: 's', name: 'N', short: 'N', colour: 1, people: 1 }
  const overlap = {
    communities: ['a', 'b', 'c'].map((id) => ({ ...link, id })),
    sets: [
      { communities: [0], people: 4 },
      { communities: [0, 2], people: 2 },
      { communities: [0, 1, 2], people: 1 },
      { communities: [2], people: 7 },
    ],
  }
  expect(Object.fromEntries(regionsOf(overlap, ['a', 'b']))).toEqual({ '10': 6, '11': 1 })
})
