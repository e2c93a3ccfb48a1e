import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readExample } from './read.ts'
import { shiftedBefore } from './shift.ts'

const example = readExample(join(import.meta.dirname, '../../../../examples/rehabilitation-unit'))
const bag = (of: typeof example) => of.practices.get('discharge-bag')!

test.each([
  ['2026-11-21', '2026-11-20'],
  ['2026-11-27', '2026-11-20'],
  ['2026-11-28', '2026-11-27'],
  ['2027-03-31', '2027-03-26'],
  ['2026-11-20', '2026-11-13'],
])('on %s the story ends on the Friday before, %s', (today, lastDay) => {
  expect(shiftedBefore(today, example).organization.asOf).toBe(lastDay)
})

test('everything moves by the same weeks and keeps its hour, over the change of clocks too', () => {
  const moved = shiftedBefore('2027-04-03', example)

  expect(bag(moved).runs.at(-1)?.at).toBe('2027-03-31T10:00')
  expect(bag(moved).proposals[0]?.dueOn).toBe('2026-06-12')
  expect(moved.people.find((person) => person.name === 'Ritva Sorsa')?.to).toBe('2026-11-10')
})

test('words stay as they are, and the story that was read is not touched', () => {
  const moved = shiftedBefore('2027-04-03', example)

  expect(bag(moved).revisions[0]?.how).toBe(bag(example).revisions[0]?.how)
  expect(example.organization.asOf).toBe('2026-11-20')
})
