import { expect, test } from 'vitest'
import { practiceScene } from '../../../test/practice-scene.ts'
import type { Somebody } from '../../../test/world.ts'

const { person, unit, as, community, join, current, server } = await practiceScene()
const house = await unit('House')
const ward = await unit('Ward', house)
const clinic = await unit('Clinic', house)
const olga = await person('Olga', { office: true })
const fay = await person('Fay', { unit: ward })
const stew = await person('Stew', { unit: ward })
const mia = await person('Mia', { unit: ward })
const weavers = await community(fay)
await join(weavers, stew, mia)
await as(fay)('PUT /communities/{community}/members/{person}/roles', {
  params: { community: weavers, person: stew.id },
  body: { roles: ['steward'] },
})
const topicIn = async (name: string, parent: string | null = null) =>
  (await as(fay)('POST /communities/{community}/topics', { params: { community: weavers }, body: { name, parent } }))
    .body.id
const params = { community: weavers }
const merge = (who: Somebody, topic: string, into: string) =>
  as(who)('POST /communities/{community}/topic-merges', { params, body: { topic, into } })
const part = (who: Somebody, id: string) =>
  as(who)('DELETE /communities/{community}/topic-merges/{merge}', { params: { ...params, merge: id } })
const names = async () =>
  (await as(fay)('GET /communities/{community}/topics', { params })).body.items.map(({ name }) => name).sort()

test('what is asked for most is told in fives, from five people on, and by departments that can be told apart', async () => {
  const warp = await topicIn('Warping')
  const dye = await topicIn('Dyeing')
  const people = await Promise.all(
    Array.from({ length: 12 }, (_, at) => person(`Weaver ${'abcdefghijkl'[at]}`, { unit: at < 5 ? clinic : ward })),
  )
  for (const who of people) await as(who)('PUT /learning/interests/{topic}', { params: { topic: warp } })
  for (const who of people.slice(0, 4)) await as(who)('PUT /learning/interests/{topic}', { params: { topic: dye } })
  // A need that nobody was told of is no figure.
  await as(people[5]!)('POST /learning/needs', { body: { topic: dye, gap: 3, note: '' } })

  const before = (await as(olga)('GET /learning/lead')).body
  expect(
    before.asked.map(({ topic, people: n, units, items }) => [
      topic.name,
      n,
      units.map((one) => [one.unit.name, one.people]),
      items,
    ]),
  ).toEqual([
    [
      'Warping',
      10,
      [
        ['Clinic', 5],
        ['Ward', 5],
      ],
      0,
    ],
  ])
  expect(before.lacking.map(({ topic }) => topic.name)).toEqual(['Warping'])

  const soon = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10)
  const body = { kind: 'link', title: 'A film', minutes: 5, topics: [warp], expiresOn: soon } as const
  await as(fay)('POST /learning/items', { body: { ...body, topics: [warp] } })
  const after = (await as(olga)('GET /learning/lead')).body
  expect([after.lacking, after.expiring.map(({ title }) => title)]).toEqual([[], ['A film']])
  expect((await as(fay)('GET /learning/lead')).status).toBe(403)
})

test('two topics become one: what followed the first follows the second, and moves back when that is undone', async () => {
  const [knit, knitting] = [await topicIn('Knit'), await topicIn('Knitting')]
  const below = await topicIn('Socks', knit)
  const practice = await current(fay, weavers, { title: 'Knit at noon', topics: [knit] })
  const asked = (
    await as(fay)('POST /inquiries', {
      body: { title: 'Which needle?', body: 'For socks.', communities: [weavers], topics: [knit, knitting] },
    })
  ).body.id
  const { id: need } = (await as(mia)('POST /learning/needs', { body: { topic: knit, gap: 2, note: '' } })).body
  for (const topic of [knit, knitting]) await as(fay)('PUT /learning/interests/{topic}', { params: { topic } })
  await as(mia)('PUT /learning/interests/{topic}', { params: { topic: knit } })
  const item = { kind: 'link' as const, title: 'Needles', minutes: 5, topics: [knit] }
  await as(fay)('POST /learning/items', { body: item })

  const standing = async () => ({
    topics: (await names()).filter((name) => /^(Knit|Socks)/.test(name)),
    inquiry: (await as(fay)('GET /inquiries/{inquiry}', { params: { inquiry: asked } })).body.topics
      .map(({ name }) => name)
      .sort(),
    practice: (await as(fay)('GET /practices/{practice}', { params: { practice } })).body.topics.map(
      ({ name }) => name,
    ),
    need: (await as(mia)('GET /learning')).body.needs.map(({ topic }) => topic.name),
    interests: (await as(fay)('GET /learning')).body.interests
      .map(({ name }) => name)
      .filter((name) => name.startsWith('Knit'))
      .sort(),
    mias: (await as(mia)('GET /learning')).body.interests.map(({ name }) => name),
    suggested: (await as(mia)('GET /learning/suggestions')).body.items.map(({ reasons }) => reasons[0]!.topic!.name),
  })
  const before = await standing()
  const merged = await merge(stew, knit, knitting)
  expect(merged.status).toBe(201)
  expect(await standing()).toEqual({
    topics: ['Knitting', 'Socks'],
    inquiry: ['Knitting'],
    practice: ['Knitting'],
    need: ['Knitting'],
    interests: ['Knitting'],
    mias: ['Knitting'],
    suggested: ['Knitting'],
  })
  await server.catchUp()
  const { items, may } = (await as(mia)('GET /communities/{community}/topic-merges', { params })).body
  expect([items[0]!.name, items[0]!.into?.name, items[0]!.may.undo, may.merge]).toEqual([
    'Knit',
    'Knitting',
    false,
    false,
  ])

  expect((await part(stew, merged.body.id)).status).toBe(204)
  expect(await standing()).toEqual(before)
  const topics = (await as(fay)('GET /communities/{community}/topics', { params })).body.items
  expect(topics.find(({ id }) => id === below)?.parent).toBe(knit)
  const again = await part(stew, merged.body.id)
  expect([again.status, again.problem.code]).toEqual([409, 'learning.mergeUndone'])
  await as(mia)('DELETE /learning/needs/{need}', { params: { need } })
})

test.each([
  ['by a member', async () => merge(mia, await topicIn('One'), await topicIn('Other')), 403, 'learning.topicRights'],
  [
    'by the knowledge office',
    async () => merge(olga, await topicIn('Two'), await topicIn('Three')),
    403,
    'learning.topicRights',
  ],
  [
    'with itself',
    async () => (async (id: string) => merge(fay, id, id))(await topicIn('Same')),
    400,
    'learning.mergeSelf',
  ],
  [
    'with one of another community',
    async () => {
      const other = await community(fay)
      const { id } = (
        await as(fay)('POST /communities/{community}/topics', { params: { community: other }, body: { name: 'Far' } })
      ).body
      return merge(fay, await topicIn('Near'), id)
    },
    404,
    'learning.noTopic',
  ],
  [
    'with one below it',
    async () => {
      const top = await topicIn('Top')
      return merge(fay, top, await topicIn('Below', top))
    },
    409,
    'learning.mergeBelow',
  ],
] as const)('a topic is not merged %s', async (_, refused, status, code) => {
  const answer = await refused()

  expect([answer.status, answer.problem.code]).toEqual([status, code])
})
