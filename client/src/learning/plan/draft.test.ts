import { expect, test } from 'vitest'
import { added, isIn, isTouched, keyOf, moved, sendsOf, toggled, untouched } from './draft.ts'
import { layFlow } from './flow.ts'
import type { Line } from './types.ts'

const line = (item: string, community: string | null, month: number, people: number): Line => ({
  item: { id: item, title: item, minutes: 30, kind: 'course' },
  topic: { id: 't', name: 'Gait' },
  community: community === null ? null : { id: community, slug: community, name: community, short: 'C', colour: 1 },
  send: { item, topic: 't', community, month },
  reach: 'topic',
  people,
  relevant: people,
})
const lines = [line('a', 'x', 0, 9), line('a', null, 1, 6), line('b', 'x', 1, 25)]

test('a send put off and on again, and moved and back, is as it was', () => {
  const off = toggled(untouched, keyOf(lines[0]!.send))
  expect(sendsOf(lines, off).map(({ item }) => item)).toEqual(['a', 'b'])
  expect(isTouched(toggled(off, keyOf(lines[0]!.send)))).toBe(false)

  const later = moved(untouched, lines[0]!, 1)
  expect(sendsOf(lines, later)[0]).toMatchObject({ item: 'a', month: 1 })
  expect(isTouched(moved(later, lines[0]!, 0))).toBe(false)
})

test('a send added by hand is kept once, moves like any other, and goes when it is put off', () => {
  const fresh = line('c', 'x', 0, 7)
  const once = added(untouched, lines, fresh)
  expect(sendsOf(lines, once).map(({ item }) => item)).toEqual(['a', 'a', 'b', 'c'])
  expect(added(once, lines, fresh)).toBe(once)
  expect([isIn(once, lines, fresh.send), isIn(untouched, lines, fresh.send)]).toEqual([true, false])
  expect(sendsOf(lines, moved(once, fresh, 1)).at(-1)).toMatchObject({ item: 'c', month: 1 })
  expect(isTouched(toggled(once, keyOf(fresh.send)))).toBe(false)

  // One of the version that was put off is on again; it does not stand there twice.
  const off = toggled(untouched, keyOf(lines[0]!.send))
  expect(isTouched(added(off, lines, lines[0]!))).toBe(false)
})

test('a picture of a plan has each item once on the left and each community once on the right, wider for more people', () => {
  const { items, places, bands } = layFlow(lines)

  expect(items.map(({ id }) => id)).toEqual(['b', 'a'])
  expect(places.map(({ id }) => id)).toEqual(['x', ''])
  expect(bands.map(({ key, width }) => [key, width])).toEqual([
    ['b t x', 10],
    ['a t x', 6],
    ['a t ', expect.closeTo(4.9, 1)],
  ])
})
