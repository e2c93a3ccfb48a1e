import { expect, test } from 'vitest'
import { bricksOf, inOrder } from './bricks.ts'

const unit = (name: string, id = name) => ({ id, name, people: 9, inside: 0, itself: false })
const units = (count: number) => Array.from({ length: count }, (_, n) => unit(`Unit ${n}`, `${n}`))
const sizes = (count: number, range: { skip: number; take?: number } = { skip: 0 }) =>
  bricksOf(units(count), range).bricks.map(({ length }) => length)

test('as many units as there is room for stand one by one', () => {
  expect(sizes(12)).toEqual(Array.from({ length: 12 }, () => 1))
  expect(sizes(0)).toEqual([])
})

test('more are put together evenly, every unit in exactly one brick, whatever their number', () => {
  for (let count = 13; count < 1500; count += 7) {
    const made = bricksOf(units(count), { skip: 0 })
    expect(made.bricks.length).toBeLessThanOrEqual(12)
    expect(made.bricks.flat().map(({ id }) => id)).toEqual(units(count).map(({ id }) => id))
    const [least, most] = [Math.min(...sizes(count)), Math.max(...sizes(count))]
    expect(most - least).toBeLessThanOrEqual(1)
  }
})

test('six hundred open in two steps: to fifty, to five', () => {
  expect(sizes(600)).toEqual(Array.from({ length: 12 }, () => 50))
  expect(sizes(600, { skip: 50, take: 50 })).toEqual(Array.from({ length: 10 }, () => 5))
  expect(sizes(600, { skip: 595, take: 5 })).toEqual([1, 1, 1, 1, 1])
})

test('a range that the chart of this day does not reach gives way to all', () => {
  expect(bricksOf(units(5), { skip: 50, take: 50 })).toMatchObject({ before: 0, bricks: { length: 5 } })
})

test('9 stands before 10', () => {
  const named = ['Ward 10', 'Åland', 'Ward 9'].map((name) => unit(name))
  expect(inOrder(named, 'fi').map(({ name }) => name)).toEqual(['Ward 9', 'Ward 10', 'Åland'])
})
