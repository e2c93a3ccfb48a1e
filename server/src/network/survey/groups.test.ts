import { expect, test } from 'vitest'
import { gather, responseOf, resultOf } from './figures.ts'
import { groupsOf, inFives, type Unit } from './groups.ts'

const chart: Unit[] = [
  { id: 'ward', parentId: 'department' },
  { id: 'kitchen', parentId: 'department' },
  { id: 'department', parentId: 'house' },
  { id: 'other', parentId: 'house' },
  { id: 'house', parentId: null },
]
const asked = (counts: Record<string, [asked: number, answered: number]>) =>
  Object.entries(counts).map(([unitId, [of, answered]]) => ({ unitId, asked: of, answered }))
const unit = (id: string) => ({ id, name: id })
const nothing = { named: [], frequency: [], kinds: [], flows: [] }
const question = [{ id: 'stuck' }]

test('a unit with fewer than five asked counts with the unit above it, through several steps', () => {
  const groups = groupsOf(
    chart,
    new Map([
      ['ward', 9],
      ['kitchen', 4],
      ['department', 0],
      ['other', 3],
    ]),
  )
  expect(Object.fromEntries(groups)).toEqual({
    ward: 'ward',
    kitchen: 'house',
    department: 'house',
    other: 'house',
    house: 'house',
  })
})

test('where not even all together are five, nobody is in a group', () => {
  const { counts } = gather(chart, asked({ ward: [2, 2], other: [2, 1] }))
  expect([...counts.keys()]).toEqual([null])
})

test('a unit of four shows nothing, a unit of five does', () => {
  const of = (answered: number) =>
    resultOf(gather(chart, asked({ ward: [8, answered], other: [9, 9] })), question, nothing, unit).units.find(
      (one) => one.unit?.id === 'ward',
    )!.questions
  expect([of(4), of(5)?.length]).toEqual([null, 1])
})

test('what a single small group leaves out takes the next smallest with it, so that no difference tells of four', () => {
  const groups = gather(chart, asked({ ward: [8, 3], kitchen: [9, 6], other: [12, 12], house: [9, 9] }))
  const { units, whole } = resultOf(groups, question, nothing, unit)
  expect(whole.questions).toHaveLength(1)
  expect(Object.fromEntries(units.map((one) => [one.unit!.id, one.questions !== null]))).toEqual({
    ward: false,
    kitchen: false,
    other: true,
    house: true,
  })
})

test('a result under 70% says so, one of 70% does not', () => {
  const of = (answered: number) =>
    resultOf(gather(chart, asked({ ward: [20, answered] })), question, nothing, unit).units[0]!
  expect([of(13).enough, of(14).enough]).toEqual([false, true])
})

test('below five answers nobody is told whether that was enough', () => {
  const [ward] = responseOf(gather(chart, asked({ ward: [5, 4] })), unit, true).units
  expect(ward).toMatchObject({ asked: 5, answered: 0, enough: false })
})

test('while a survey is open, what is shown changes by five answers at a time, in every unit and in all', () => {
  const shown = (answered: number) => {
    const { units, ...whole } = responseOf(gather(chart, asked({ ward: [17, answered], other: [9, 4] })), unit, false)
    return JSON.stringify([whole, units])
  }
  const changes = Array.from({ length: 17 }, (_, at) => at + 1).filter((at) => shown(at) !== shown(at - 1))
  // The ward by itself at 5, 10 and 15; together with four elsewhere at 1, 6, 11 and 16.
  expect(changes).toEqual([1, 5, 6, 10, 11, 15, 16])
  expect([0, 4, 5, 14].map(inFives)).toEqual([0, 0, 5, 10])
})
