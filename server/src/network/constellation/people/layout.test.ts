import { describe, expect, test } from 'vitest'
import { layPeople } from './layout.ts'

describe.each([
  [[5, 3, 1], 1000],
  [[80, 40, 60, 2], 1000],
  [[300, 200, 90], 340],
  [[900, 600], 1000],
])('people of %j in %i points', (counts, width) => {
  const { discs, mark, height } = layPeople(counts, width)

  test('are each in the disc of their unit, and none over another', () => {
    for (const [n, { x, y, radius, marks }] of discs.entries()) {
      const outermost = Math.max(...marks.map((at) => Math.hypot(at.x - x, at.y - y)))
      const apart = marks.flatMap((one, at) =>
        marks.slice(at + 1).map((other) => Math.hypot(one.x - other.x, one.y - other.y)),
      )
      expect(marks).toHaveLength(counts[n]!)
      expect(outermost + mark).toBeLessThanOrEqual(radius + 0.2)
      expect(apart.reduce((least, each) => Math.min(least, each), Number.POSITIVE_INFINITY)).toBeGreaterThan(2 * mark)
    }
  })

  test('discs lie within the picture and apart', () => {
    for (const [n, { x, y, radius }] of discs.entries()) {
      expect(x - radius).toBeGreaterThanOrEqual(0)
      expect(x + radius).toBeLessThanOrEqual(width)
      expect(y + radius).toBeLessThanOrEqual(height + 0.2)
      for (const other of discs.slice(n + 1))
        expect(Math.hypot(x - other.x, y - other.y)).toBeGreaterThan(radius + other.radius)
    }
  })
})

test('without people one by one a disc is as large as if they were', () => {
  expect(layPeople([50], 1000, false).discs[0]).toEqual({ ...layPeople([50], 1000).discs[0], marks: [] })
  expect(layPeople([], 1000)).toMatchObject({ height: 0, discs: [] })
})
