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

test('whatever the groups, nothing below five is shown and never exactly one is hidden', () => {
  fc.assert(
    fc.property(fc.nat(60), fc.nat(60), fc.nat(60), (core, active, peripheral) => {
      const shown = Object.values(showable({ core, active, peripheral }))

      expect(shown.filter((size) => size !== null && size < 5)).toEqual([])
      expect(shown.filter((size) => size === null).length).not.toBe(1)
    }),
  )
})
