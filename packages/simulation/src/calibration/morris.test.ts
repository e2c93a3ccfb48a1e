import { expect, test } from 'vitest'
import { alone } from '../experiment/crew.ts'
import { communities } from '../models/communities/communities.ts'
import { chanceOf } from '../random/stream.ts'
import { morrisEffects, morrisWalks, screen } from './morris.ts'

const walks = morrisWalks(4, 40, 4, chanceOf(1, 0).stream(0))
const valuesOf = (answer: (...x: number[]) => number) =>
  Float64Array.from(walks.flatMap(({ points }) => points.map((point) => answer(...point))))
const effectsOf = (answer: (...x: number[]) => number) => morrisEffects(['a', 'b', 'c', 'd'], walks, valuesOf(answer))

test('a walk stays on the grid and changes one setting at a time, each once, by a bit more than half', () => {
  for (const { points, changed } of walks) {
    expect([...changed].toSorted()).toEqual([0, 1, 2, 3])
    changed.forEach((setting, step) => {
      points[step + 1]!.forEach((share, at) => {
        expect(Math.abs(share - points[step]![at]!)).toBeCloseTo(at === setting ? 2 / 3 : 0, 12)
        expect([0, 1, 2, 3]).toContain(Math.round(share * 3 * 1e9) / 1e9)
      })
    })
  }
})

test('of a sum, each effect is its coefficient, everywhere the same', () => {
  const effects = effectsOf((a, b, c) => 5 * a! - 2 * b! + 0.5 * c! + 7)

  expect(effects.map(({ mean }) => Math.round(mean * 1e9) / 1e9)).toEqual([5, -2, 0.5, 0])
  expect(effects.map(({ strength }) => Math.round(strength * 1e9) / 1e9)).toEqual([5, 2, 0.5, 0])
  expect(Math.max(...effects.map(({ spread }) => spread))).toBeLessThan(1e-9)
})

test('of a product or a curve, the effects spread; up and down cancel in the mean but not in the strength', () => {
  const [a, b, c, d] = effectsOf((x, y, z) => x! * y! + 4 * (z! - 0.5) * (z! - 0.5))

  // An effect of a is where b stands, a level of 0, 1/3, 2/3 or 1: mean 1/2, deviation sqrt(5)/6.
  expect(a!.mean).toBeCloseTo(0.5, 0.7)
  expect(Math.abs(a!.spread - Math.sqrt(5) / 6)).toBeLessThan(0.08)
  expect(b!.spread).toBeGreaterThan(0.2)
  expect(Math.abs(c!.mean)).toBeLessThan(0.6)
  expect(c!.strength).toBeCloseTo(4 / 3, 9)
  expect(d!.strength).toBe(0)
})

test('what matters in a model comes first, and what does nothing has no effect at all', async () => {
  const effects = await screen(
    communities,
    {
      settings: { structure: 'community', people: 20, domains: 4, periods: 80 },
      ranges: { byAsking: [0, 0.5], topDecisions: [0, 20], requests: [0, 6] },
      measure: 'competence',
      walks: 8,
      runs: 2,
      seed: 3,
    },
    { crew: alone([communities]) },
  )

  expect(effects.map(({ name }) => name).toSorted()).toEqual(['byAsking', 'requests', 'topDecisions'])
  expect(effects.at(-1)).toMatchObject({ name: 'topDecisions', strength: 0 })
  expect(effects[0]!.strength).toBeGreaterThan(0.05)
})

test('an odd number of levels is refused', () => {
  expect(() => morrisWalks(2, 1, 3, chanceOf(1, 0).stream(0))).toThrow(/even/)
})
