import { expect, test } from 'vitest'
import { labelsOf, shapesOf, threadsOf } from './drawing.ts'

const head = null
const units = [0, 100, 200].map((from, n) => ({
  id: `${n}`,
  name: `Unit ${n}`,
  people: 9,
  head,
  inside: 0,
  itself: false,
  units: 1,
  last: null,
  from,
  to: from + 60,
}))
const band = (people: number[], top = 10) => ({
  id: 'x',
  slug: 'x',
  name: 'X',
  short: 'X',
  colour: 1,
  people: 9,
  communities: 1,
  pieces: people.map((count, unit) => ({ unit, people: count, top, bottom: top + count })),
})

test('a band through neighbouring units is one shape', () => {
  expect(shapesOf(band([4, 4, 4]), units, 'lying')).toEqual([
    'M0 10L60 10C80 10 80 10 100 10L160 10C180 10 180 10 200 10L260 10L260 14L200 14C180 14 180 14 160 14L100 14C80 14 80 14 60 14L0 14Z',
  ])
  expect(threadsOf(band([4, 4, 4]), units, 'lying')).toEqual([])
})

test('a unit without anybody is crossed by a thread', () => {
  expect(shapesOf(band([4, 0, 4]), units, 'lying')).toHaveLength(2)
  expect(threadsOf(band([4, 0, 4]), units, 'lying')).toEqual(['M60 12C130 12 130 12 200 12'])
})

test('a standing picture is the lying one turned', () => {
  expect(shapesOf(band([4, 0, 0]), units, 'standing')).toEqual(['M10 0L10 60L14 60L14 0Z'])
})

test('names keep their distance', () => {
  const labels = labelsOf([band([4, 4, 4], 10), band([4, 4, 4], 12), band([4, 4, 4], 13)], units, 20, 200)
  const at = labels.map(({ across }) => across)
  expect(at[1]! - at[0]!).toBeGreaterThanOrEqual(20)
  expect(at[2]! - at[1]!).toBeGreaterThanOrEqual(20)
  const narrow = labelsOf([band([4, 4, 4], 40), band([4, 4, 4], 41)], units, 20, 50)
  expect(narrow.map(({ across }) => across)).toEqual([20, 40])
})
