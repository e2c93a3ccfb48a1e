import { expect, test } from 'vitest'
import { rowsOf, stepFrom, type TreeNode, windowOf } from './tree-rows.ts'

const node = (id: string, inside = 0): TreeNode => ({ id, name: id, inside })
const roots = [node('a', 2), node('b', 1), node('c')]
const rows = (...open: string[]) => rowsOf(roots, new Set(open), new Map([['a', [node('a1', 3), node('a2')]]]))
const names = (...open: string[]) => rows(...open).map(({ kind, node, level }) => `${level} ${kind} ${node.id}`)

test('a folded tree is its roots', () => {
  expect(names()).toEqual(['1 node a', '1 node b', '1 node c'])
})

test('what is unfolded stands under its parent, and says so while it is being read', () => {
  expect(names('a', 'b')).toEqual(['1 node a', '2 node a1', '2 node a2', '1 node b', '2 loading b', '1 node c'])
})

test('each row knows its place among its siblings', () => {
  expect(rows('a')[2]).toMatchObject({ place: 2, of: 2, level: 2, parent: 'a' })
})

test('the arrows go down, into an unfolded node, and back to its parent', () => {
  const open = rows('a')

  expect(stepFrom(open, 0, 'ArrowRight')).toBe(1)
  expect(stepFrom(open, 2, 'ArrowLeft')).toBe(0)
  expect(stepFrom(open, 0, 'ArrowUp')).toBeUndefined()
  expect(stepFrom(open, 0, 'End')).toBe(4)
})

test('of a hundred thousand rows only those in sight are on the page', () => {
  const { first, last } = windowOf(100_000, 36, 36 * 50_000, 720)

  expect(last - first).toBeLessThan(60)
  expect(first).toBeLessThanOrEqual(50_000)
  expect(last).toBeGreaterThanOrEqual(50_020)
})
