import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Met, pairsFor, possibleOf, type Volunteer } from './pairs.ts'

const somebody = (person: string, unit: string, helpsWith: string, wants: string, room = 1): Volunteer => ({
  person,
  unit,
  helpsWith: new Set(helpsWith),
  wants: new Set(wants),
  room,
})
const names = (pairs: readonly { mentor: string; mentee: string }[]) =>
  pairs.map(({ mentor, mentee }) => `${mentor} ${mentee}`)

test('as many as possible are paired, rather across units, and by more topics', async () => {
  const anna = somebody('anna', 'A', 'xy', '')
  const bea = somebody('bea', 'B', 'x', '')
  const [carl, dora] = [somebody('carl', 'A', '', 'x'), somebody('dora', 'B', '', 'xy')]

  // Anna to Carl and Bea to Dora would be one unit each, and one topic.
  expect(await pairsFor([anna, bea, carl, dora], [])).toEqual([
    { mentor: 'anna', mentee: 'dora', topics: ['x', 'y'] },
    { mentor: 'bea', mentee: 'carl', topics: ['x'] },
  ])
})

test('nobody helps more than they have room for, and nobody meets again within the year', async () => {
  const all = [somebody('anna', 'A', 'x', '', 2), ...['b', 'c', 'd'].map((name) => somebody(name, 'B', '', 'x'))]

  expect(names(await pairsFor(all, []))).toHaveLength(2)
  expect(
    names(
      await pairsFor(all, [
        ['anna', 'b'],
        ['c', 'anna'],
      ]),
    ),
  ).toEqual(['anna d'])
  expect(await pairsFor([somebody('anna', 'A', 'x', 'x')], [])).toEqual([])
  expect(await pairsFor([somebody('anna', 'A', 'x', '', 0), somebody('b', 'B', '', 'x')], [])).toEqual([])
})

/** Every choice of pairs, the best by number and then by cost. */
function bestOfAll(volunteers: readonly Volunteer[], met: readonly Met[]): [count: number, cost: number] {
  const possible = possibleOf(volunteers, met)
  const room = new Map(volunteers.map(({ person, room: places }) => [person, places]))
  const search = (at: number, helped: ReadonlySet<string>): [number, number] => {
    const pair = possible[at]
    if (!pair) return [0, 0]
    const without = search(at + 1, helped)
    if (room.get(pair.mentor) === 0 || helped.has(pair.mentee)) return without
    room.set(pair.mentor, room.get(pair.mentor)! - 1)
    const [count, cost] = search(at + 1, new Set([...helped, pair.mentee]))
    room.set(pair.mentor, room.get(pair.mentor)! + 1)
    const [better, dearer] = [count + 1, cost + pair.cost]
    return better > without[0] || (better === without[0] && dearer < without[1]) ? [better, dearer] : without
  }
  return search(0, new Set())
}

test('no other choice makes more pairs, nor as many at less cost', async () => {
  const topics = fc.subarray(['x', 'y', 'z', 'w'])
  const volunteer = fc.record({ unit: fc.constantFrom('A', 'B'), helps: topics, wants: topics, room: fc.nat(2) })
  await fc.assert(
    fc.asyncProperty(fc.array(volunteer, { minLength: 2, maxLength: 5 }), async (drawn) => {
      const all = drawn.map(({ unit, helps, wants, room }, n) =>
        somebody(`p${n}`, unit, helps.join(''), wants.join(''), room),
      )
      const met: Met[] = [['p0', 'p1']]
      const costs = new Map(possibleOf(all, met).map((pair) => [`${pair.mentor} ${pair.mentee}`, pair.cost]))
      const found = names(await pairsFor(all, met))
      const cost = found.reduce((sum, pair) => sum + costs.get(pair)!, 0)

      expect([found.length, cost]).toEqual(bestOfAll(all, met))
    }),
    { numRuns: 60, seed: 3 },
  )
})
