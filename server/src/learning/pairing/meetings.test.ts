import fc from 'fast-check'
import { expect, test } from 'vitest'
import { meetingsFor } from './meetings.ts'

const people = (units: readonly (string | undefined)[]) =>
  units.map((unit, at) => ({ person: `p${String(at).padStart(2, '0')}`, unit }))
const drawn = fc.array(fc.constantFrom('A', 'B', 'C', 'D', undefined), { maxLength: 14 }).map(people)

test('people of different units meet, nobody twice, and as many as can be', () => {
  fc.assert(
    fc.property(drawn, (all) => {
      const pairs = meetingsFor(all, [])
      const unitOf = new Map(all.map(({ person, unit }) => [person, unit]))
      const sizes = [
        ...Map.groupBy(
          all.filter(({ unit }) => unit),
          ({ unit }) => unit,
        ).values(),
      ].map((some) => some.length)

      expect(new Set(pairs.flat()).size).toBe(2 * pairs.length)
      expect(pairs.filter(([one, other]) => unitOf.get(one) && unitOf.get(one) === unitOf.get(other))).toEqual([])
      // With one unit larger than all others together, its people are left over; otherwise one at most.
      expect(pairs).toHaveLength(Math.min(Math.floor(all.length / 2), all.length - Math.max(0, ...sizes)))
    }),
    { numRuns: 400, seed: 5 },
  )
})

test('who met within the year does not meet again, in any of five rounds after each other', () => {
  fc.assert(
    fc.property(drawn, (all) => {
      const met: (readonly [string, string])[] = []
      for (let round = 0; round < 5; round++) {
        const pairs = meetingsFor(all, met)
        const before = new Set(met.map((pair) => pair.join(' ')))
        expect(pairs.filter((pair) => before.has(pair.join(' ')))).toEqual([])
        expect(new Set(pairs.flat()).size).toBe(2 * pairs.length)
        met.push(...pairs)
      }
    }),
    { numRuns: 200, seed: 6 },
  )
})

test('pairs that met change partners, so that everybody still meets somebody', () => {
  const all = people(['A', 'A', 'A', 'B', 'B', 'B'])
  const first = meetingsFor(all, [])
  const second = meetingsFor(all, first)

  expect(first).toHaveLength(3)
  expect(second).toHaveLength(3)
  expect(meetingsFor(people(['A', 'A', 'A']), [])).toEqual([])
})
