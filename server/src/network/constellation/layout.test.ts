import { expect, test } from 'vitest'
import { type Counted, layout } from './layout.ts'
import { groupsOf } from './groups.ts'
import { chainsOf } from './order.ts'

const counted: Counted = {
  units: [100, 25, 25],
  communities: 3,
  cells: [
    { unit: 0, community: 0, people: 10 },
    { unit: 0, community: 1, people: 6 },
    { unit: 0, community: 2, people: 5 },
    { unit: 1, community: 0, people: 4 },
    { unit: 2, community: 2, people: 3 },
  ],
  overlaps: [
    { unit: 0, one: 0, other: 2, people: 2 },
    { unit: 0, one: 1, other: 2, people: 4 },
  ],
}
const pieceOf = (picture: ReturnType<typeof layout>, community: number, unit: number) => {
  const { top, bottom } = picture.bands.find((band) => band.community === community)!.pieces[unit]!
  return { top, bottom, width: bottom - top }
}

test('bricks lie side by side within the length, longer for more people', () => {
  const { bricks, along } = layout(counted)
  expect(bricks[0]!.from).toBe(0)
  expect(bricks.at(-1)!.to).toBeCloseTo(along, 0)
  for (const [n, brick] of bricks.entries()) if (n > 0) expect(brick.from).toBeGreaterThan(bricks[n - 1]!.to)
  const length = bricks.map(({ from, to }) => to - from)
  expect(length[0]!).toBeGreaterThan(length[1]!)
  expect(length[1]).toBeCloseTo(length[2]!, 0)
})

test('a band is as wide as its people', () => {
  const picture = layout(counted)
  const point = pieceOf(picture, 0, 0).width / 10
  expect(pieceOf(picture, 1, 0).width).toBeCloseTo(6 * point, 0)
  expect(pieceOf(picture, 0, 1).width).toBeCloseTo(4 * point, 0)
  expect(pieceOf(picture, 1, 1).width).toBe(0)
})

test('a band that overlaps two others lies between them, over each by the people they share', () => {
  const picture = layout(counted)
  expect(picture.bands.map(({ community }) => community)).toEqual([0, 2, 1])
  const point = pieceOf(picture, 0, 0).width / 10
  const lap = (above: number, below: number) => pieceOf(picture, above, 0).bottom - pieceOf(picture, below, 0).top
  expect(lap(0, 2)).toBeCloseTo(2 * point, 0)
  expect(lap(2, 1)).toBeCloseTo(4 * point, 0)
})

test('bands that share nobody do not touch', () => {
  const picture = layout({ ...counted, overlaps: [] })
  const pieces = [0, 1, 2].map((community) => pieceOf(picture, community, 0)).toSorted((a, b) => a.top - b.top)
  for (const [n, piece] of pieces.entries()) if (n > 0) expect(piece.top).toBeGreaterThan(pieces[n - 1]!.bottom)
})

test('everything lies within the picture', () => {
  const many = Array.from({ length: 24 }, (_, community) => community)
  const picture = layout({
    units: Array.from({ length: 12 }, (_, unit) => unit),
    communities: 24,
    cells: many.map((community) => ({ unit: community % 12, community, people: community + 1 })),
    overlaps: many.slice(1).map((other) => ({ unit: other % 12, one: other - 1, other, people: 1 })),
  })
  expect(picture.bands).toHaveLength(24)
  for (const { pieces } of picture.bands)
    for (const { top, bottom } of pieces) {
      expect(top).toBeGreaterThanOrEqual(0)
      expect(bottom).toBeGreaterThanOrEqual(top)
      expect(bottom).toBeLessThanOrEqual(picture.across)
    }
})

test('an organization without people or communities has a picture, too', () => {
  expect(layout({ units: [], communities: 0, cells: [], overlaps: [] }).bricks).toEqual([])
  const { bricks } = layout({ units: [0, 0], communities: 0, cells: [], overlaps: [] })
  expect(bricks.map(({ to, from }) => Math.round(to - from))).toEqual([482, 482])
})

test('every band is in one chain, the heaviest overlaps side by side', () => {
  const overlaps = [
    { one: 0, other: 1, people: 1 },
    { one: 1, other: 2, people: 5 },
    { one: 0, other: 2, people: 4 },
    { one: 3, other: 4, people: 2 },
  ]
  expect(chainsOf(6, overlaps)).toEqual([[0, 2, 1], [3, 4], [5]])
})

test('communities that all share people with all still open into fewer', () => {
  const communities = Array.from({ length: 40 }, (_, n) => ({ id: `c${n + 10}`, people: 100 - n }))
  const shared = communities.flatMap(({ id: one }, n) =>
    communities.slice(n + 1).map(({ id: other }) => ({ one, other, people: 50 })),
  )
  const groups = groupsOf(communities, shared)

  expect(groups.length).toBeGreaterThan(1)
  expect(groups.length).toBeLessThanOrEqual(24)
  expect(groups.flat()).toHaveLength(40)
})
