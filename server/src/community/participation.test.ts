import fc from 'fast-check'
import { expect, test } from 'vitest'
import { participationFrom, showable } from './participation.ts'

test('six active weeks of thirteen make somebody core, none leaves them at the edge', () => {
  expect(participationFrom([13, 6, 5, 1, 0, 0])).toEqual({ core: 2, active: 2, peripheral: 2 })
})

test('groups of five or more are shown', () => {
  expect(showable({ core: 5, active: 8, peripheral: 40 })).toEqual({ core: 5, active: 8, peripheral: 40 })
})

test('a small group is hidden, and one more, so that it cannot be computed from the number of members', () => {
  expect(showable({ core: 3, active: 8, peripheral: 40 })).toEqual({ core: null, active: null, peripheral: 40 })
})

test('two small groups that are few together take the third with them', () => {
  expect(showable({ core: 2, active: 18, peripheral: 0 })).toEqual({ core: null, active: null, peripheral: null })
})

test('whatever the groups, nothing below five is shown, and nothing below five can be computed', () => {
  fc.assert(
    fc.property(fc.nat(60), fc.nat(60), fc.nat(60), (core, active, peripheral) => {
      const shown = Object.values(showable({ core, active, peripheral })).filter((size) => size !== null)
      const rest = core + active + peripheral - shown.reduce((sum, size) => sum + size, 0)

      expect(shown.filter((size) => size < 5)).toEqual([])
      if (shown.length > 0 && shown.length < 3) expect(rest).toBeGreaterThanOrEqual(5)
    }),
  )
})
