import { graphBuilder } from '@mortar/graph'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { inTransaction } from '#platform/database.ts'
import { type Somebody, testWorld } from '../../../test/world.ts'
import { sourceOf } from '../discovery/test/planted.ts'
import { eraseFromNetwork } from '../sources/erasure.ts'
import { giveTies } from '../test/traces.ts'
import { patternOf } from './pattern.ts'
import { tiePattern } from './tie-pattern.ts'

const graphOf = (pairs: readonly (readonly [number, number])[], people: number) => {
  const builder = graphBuilder({ directed: false })
  for (const [one, other] of pairs) builder.add(one, other)
  return builder.build(people)
}

test('a pair of groups is told of only with five people behind it on either side, and small units count with the one above', () => {
  // Units 1 and 2 below unit 0: six people, five, and three that are too few.
  const unitOf = Int32Array.from([1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 2, 2, 2])
  const units = { ids: ['house', 'mill', 'shed'], parents: Int32Array.from([-1, 0, 0]) }
  const five = [6, 7, 8, 9, 11].map((other, at) => [at, other] as const)
  const four = five.slice(1)

  expect(patternOf(graphOf(five, 14), unitOf, units)).toMatchObject({
    groups: [['house', 'shed'], ['mill']],
    pairs: [{ one: 0, other: 1, ties: 5, strength: 0.5 }],
  })
  expect(patternOf(graphOf(four, 14), unitOf, units).pairs).toEqual([])
  // Ten ties of one person of the mill are hers alone.
  const hers = [6, 7, 8, 9, 10, 11, 12, 13].map((other) => [0, other] as const)
  expect(patternOf(graphOf(hers, 14), unitOf, units).pairs).toEqual([])
})

test('how unevenly ties are spread is told in tenths, and of fewer than fifty people not at all', () => {
  const ring = (people: number) => Array.from({ length: people }, (_, at) => [at, (at + 1) % people] as const)
  const hubs = (people: number) =>
    [0, 1, 2, 3, 4].flatMap((hub) => Array.from({ length: 20 }, (_, at) => [hub, (hub + 5 + at) % people] as const))
  const units = { ids: ['house'], parents: Int32Array.of(-1) }
  const spread = (people: number) =>
    patternOf(graphOf([...ring(people), ...hubs(people)], people), new Int32Array(people), units).spread

  expect(spread(49)).toEqual([1])
  const tenths = spread(60)
  expect(tenths).toHaveLength(10)
  expect(tenths[0]).toBeGreaterThan(3 * tenths[9]!)
})

test('whoever withdraws changes nothing that is told until five have come or gone, and is remembered nowhere', async () => {
  const world = await testWorld()
  const { db } = world
  const [mill, shop] = [await world.unit('Mill'), await world.unit('Shop')]
  const people: Somebody[] = []
  for (let at = 0; at < 16; at++)
    people.push(await world.person(`Person ${'abcdefghijklmnop'[at]}`, { unit: at < 8 ? mill : shop }))
  const source = await sourceOf(db)
  await giveTies(
    db,
    source,
    people.slice(0, 8).map(({ id }, at) => [id, people[8 + at]!.id] as const),
    new Date(Date.now() - 30 * 86_400_000),
  )
  const withdraw = (who: Somebody) =>
    world.as(who)('PUT /sources/{source}/choice', { params: { source }, body: { agreed: false } })
  const kept = async () => (await sql<{ people: string[] }>`select people from tie_pattern`.execute(db)).rows

  const first = await tiePattern(db)
  expect(first).toMatchObject({ people: 15, pairs: [{ ties: 8 }] })
  const told: (number | undefined)[] = []
  for (const one of people.slice(0, 6)) {
    await withdraw(one)
    expect((await kept()).some((row) => row.people.includes(one.id))).toBe(false)
    told.push((await tiePattern(db))?.pairs[0]?.ties)
  }
  // Each takes the only tie of another along: with every third withdrawal six people have come or gone.
  expect(told).toEqual([8, 8, 5, 5, 5, undefined])

  const [last] = people.slice(-1)
  await inTransaction(db, async (tx) => {
    await sql`update person set erased_at = now() where id = ${last!.id}`.execute(tx)
    await eraseFromNetwork(tx, last!.id)
  })
  expect((await kept()).some((row) => row.people.includes(last!.id))).toBe(false)
})

test('where nobody lets ties be computed with, there is no pattern', async () => {
  const { db } = await testWorld()

  expect(await tiePattern(db)).toBeUndefined()
})
