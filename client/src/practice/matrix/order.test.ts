import { expect, test } from 'vitest'
import type { Matrix } from '../api.ts'
import { inOrder } from './order.ts'

const practice = (id: string, title: string): Matrix['practices'][number] => ({
  id,
  title,
  kind: 'method',
  state: 'current',
  community: null,
  adopted: 0,
  trying: 0,
  declined: 0,
})
const cell = (practice: string, unit: string, state: Matrix['cells'][number]['state']) =>
  ({ practice, unit, state }) as Matrix['cells'][number]
const matrix = {
  practices: [practice('a', 'Walking'), practice('b', 'Calling first'), practice('c', 'Diary')],
  cells: [cell('a', '1', 'adopted'), cell('a', '2', 'asked'), cell('b', '1', 'declined'), cell('b', '2', 'trying')],
}

test.each([
  [undefined, 'abc'],
  ['name', 'bca'],
  // Asked about first; then what nobody has decided on.
  ['need', 'acb'],
])('practices stand in the order %s as %s', (sort, order) => {
  expect(
    inOrder(matrix, sort)
      .map(({ id }) => id)
      .join(''),
  ).toBe(order)
})
