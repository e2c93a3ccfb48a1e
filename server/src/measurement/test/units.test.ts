import { expect, test } from 'vitest'
import { practiceScene } from '../../../test/practice-scene.ts'
import type { Somebody } from '../../../test/world.ts'
import { type Act, exploredByUnit } from '../units/explored.ts'
import { reckonUnits } from '../units/reckon.ts'

const { person, unit, as, community, current, apply, db } = await practiceScene()

const crowd = (name: string, count: number) => Array.from({ length: count }, (_, n) => `${name}${n}`)
const act = (unitId: string | null, what: Act['what'], people: string[], count = people.length): Act => ({
  unitId,
  what,
  count,
  people,
})
const tree = [
  { id: 'house', parentId: null },
  { id: 'ward', parentId: 'house' },
  { id: 'lab', parentId: 'house' },
  { id: 'cell', parentId: 'lab' },
]
const shownIn = (...acts: Act[]) =>
  Object.fromEntries([...exploredByUnit(acts, tree)].map(([unit, { value, of }]) => [unit ?? 'all', [value, of]]))

test('the share that explores is told of a unit with all below it, and of the whole', () => {
  expect(
    shownIn(
      act('ward', 'inquiries', crowd('w', 6), 8),
      act('ward', 'trials', [], 1),
      act('ward', 'uses', crowd('w', 6), 11),
      act('lab', 'runs', crowd('l', 5), 10),
      act('cell', 'practices', crowd('c', 5), 10),
    ),
  ).toEqual({ all: [0.47, 40], house: [0.47, 40], ward: [0.45, 20], lab: [0.5, 20], cell: [1, 10] })
})

test.each<[string, number, number, string[], number]>([
  ['four people in one part: neither it nor, by difference, anybody else', 4, 6, ['all', 'house'], 0],
  ['four in one part and five in the other, with five in the house itself', 4, 5, ['all', 'house', 'lab', 'cell'], 5],
  ['five in each: both', 5, 5, ['all', 'house', 'ward', 'lab', 'cell'], 0],
  [
    'two in the house itself, so that both parts would tell of them: only what leaves five',
    5,
    6,
    ['all', 'house', 'lab', 'cell'],
    2,
  ],
])('%s', (_, inWard, inLab, units, inHouse) => {
  const acts = [
    act('ward', 'uses', crowd('w', inWard)),
    act('cell', 'uses', crowd('c', inLab)),
    ...(inHouse > 0 ? [act('house', 'uses', crowd('h', inHouse))] : []),
  ]
  expect(Object.keys(shownIn(...acts)).toSorted()).toEqual(units.toSorted())
})

test('of fewer than five people nothing is told, not even of the whole', () => {
  expect(shownIn(act('ward', 'uses', crowd('w', 4), 100))).toEqual({})
})

test('a quarter that is over is published once, of open communities, by where people worked then', async () => {
  const house = await unit('House')
  const [ward, lab] = [await unit('Ward', house), await unit('Lab', house)]
  const some = (name: string, of: string) =>
    Promise.all(Array.from({ length: 5 }, (_, n) => person(`${name} ${'abcde'[n]}`, { unit: of })))
  const [wards, labs] = [await some('Ward', ward), await some('Lab', lab)]
  const [open, secret] = [await community(wards[0]!), await community(wards[0]!, 'private')]
  const practice = await current(wards[0]!, open)
  const hidden = await current(wards[0]!, secret)
  const use = async (who: readonly Somebody[], what: string) => {
    for (const one of who) expect((await apply(one, what)).status).toBe(201)
  }
  for (const who of wards)
    await as(who)('POST /inquiries', { body: { title: 'Which?', body: 'This?', communities: [open] } })
  await use(labs, practice)
  await apply(wards[0]!, hidden)
  const [from, to] = [new Date(Date.now() - 86_400_000), new Date(Date.now() + 60_000)]
  const window = { quarter: `${from.getUTCFullYear()}-01-01`, from: from.getTime(), to: to.getTime() }

  expect(await reckonUnits(db, [window], new Date())).toBe(0)
  expect(await reckonUnits(db, [window], new Date(to.getTime() + 1))).toBe(1)
  await use(wards, practice)
  expect(await reckonUnits(db, [window], new Date(to.getTime() + 2))).toBe(0)

  const { rows } = (await as(labs[0]!)('GET /indicators/units')).body
  expect(rows.map(({ unit: of, points }) => [of?.name ?? 'all', points[0]!.value, points[0]!.of])).toEqual([
    ['all', 0.55, 11],
    ['Lab', 0, 5],
    ['Ward', 1, 6],
  ])
  expect(rows[2]!.points[0]!.sentence).toBe('100% of 6 acts explore; the rest use what there is.')
  await db.updateTable('person').set({ origin: 'guest' }).where('id', '=', wards[4]!.id).execute()
  expect((await as(wards[4]!)('GET /indicators/units')).status).toBe(403)
})
