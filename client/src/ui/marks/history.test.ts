import { expect, test } from 'vitest'
import { layHistory } from './history.ts'

const size = { width: 320, height: 112 }
const point = (id: string, value: number | null, low: number | null = null, high: number | null = null) => ({
  id,
  value,
  low,
  high,
  chance: null,
})

test('a gap breaks the line, and a value alone is a dot with its interval', () => {
  const { lines, dots, bands } = layHistory(
    [point('a', 0, 0, 0.5), point('b', 1, 0.5, 1), point('c', null), point('d', 0.5, 0.25, 0.75)],
    size,
    [0, 1],
  )

  expect(lines).toEqual(['44,88 133.3,8'])
  expect(bands).toEqual(['44,88 133.3,48 133.3,8 44,48'])
  expect(dots.map(({ id, y, from, to }) => [id, y, from, to])).toEqual([
    ['a', 88, 88, 48],
    ['b', 8, 48, 8],
    ['d', 48, 68, 28],
  ])
})

test('the scale follows what is shown, and one enormous interval does not flatten the rest', () => {
  expect(layHistory([point('a', 4, 1, 4000), point('b', 2)], size)).toMatchObject({ low: 0, high: 8 })
  expect(layHistory([point('a', -0.5), point('b', 0.5)], size)).toMatchObject({ low: -0.5, high: 0.5 })
  expect(layHistory([point('a', 0)], size)).toMatchObject({ low: 0, high: 1 })
})
