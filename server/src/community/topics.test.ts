import { expect, test } from 'vitest'
import { practiceScene } from '../../test/practice-scene.ts'
import type { Somebody } from '../../test/world.ts'

const { person, as, community, join, server } = await practiceScene()
const [fay, stew, mia] = [await person('Fay'), await person('Stew'), await person('Mia')]
const of = await community(fay)
await join(of, stew, mia)
await as(fay)('PUT /communities/{community}/members/{person}/roles', {
  params: { community: of, person: stew.id },
  body: { roles: ['steward'] },
})

const add = async (name: string, parent: string | null = null) =>
  (await as(fay)('POST /communities/{community}/topics', { params: { community: of }, body: { name, parent } })).body.id
const at = (topic: string) => ({ params: { community: of, topic } })
const remove = (who: Somebody, topic: string) =>
  as(who)('PUT /communities/{community}/topics/{topic}/removal', at(topic))
const bringBack = (who: Somebody, topic: string) =>
  as(who)('DELETE /communities/{community}/topics/{topic}/removal', at(topic))
const names = async (removed?: 'true') =>
  (
    await as(mia)('GET /communities/{community}/topics', { params: { community: of }, query: { removed } })
  ).body.items.map(({ name }) => name)

test('a topic that is removed stands nowhere, and brings back what stood under it', async () => {
  const topic = await add('Quillwork')
  const ask = { title: 'How long is a quill?', body: 'Ours break.', communities: [of], topics: [topic] }
  const inquiry = (await as(mia)('POST /inquiries', { body: ask })).body.id
  const page = async () => (await as(mia)('GET /inquiries/{inquiry}', { params: { inquiry } })).body
  const shown = async () => {
    await server.catchUp()
    const places = (await as(mia)('GET /inquiries/places')).body.items.flatMap(({ topics }) => topics)
    const search = (await as(mia)('GET /search', { query: { words: 'Quillwork' } })).body.items
    const home = (await as(mia)('GET /communities/{community}/home', { params: { community: of } })).body.topics
    return [await names(), places, search, home, (await page()).topics].map((list) => list.length)
  }
  expect(await shown()).toEqual([1, 1, 2, 1, 1])

  expect((await remove(stew, topic)).status).toBe(204)
  expect([await shown(), await names('true')]).toEqual([[0, 0, 0, 0, 0], ['Quillwork']])
  // Whoever writes the inquiry anew does not know that it stood under the topic.
  const { version } = await page()
  await as(mia)('PUT /inquiries/{inquiry}', {
    params: { inquiry },
    body: { base: version, title: 'How long is a quill?', body: 'Ours break often.', topics: [] },
  })

  expect((await bringBack(stew, topic)).status).toBe(204)
  expect([await shown(), await names('true')]).toEqual([[1, 1, 2, 1, 1], []])
})

test.each([
  ['by a member', async () => remove(mia, await add('One')), 403, 'community.topicsTended'],
  [
    'by somebody from elsewhere',
    async () => remove(await person('Eve'), await add('Two')),
    403,
    'community.topicsTended',
  ],
  [
    'with topics below it',
    async () => {
      const top = await add('Three')
      await add('Below', top)
      return remove(fay, top)
    },
    409,
    'community.topicHasBelow',
  ],
  [
    'twice',
    async () => {
      const topic = await add('Four')
      await remove(fay, topic)
      return remove(fay, topic)
    },
    404,
    'community.noTopic',
  ],
] as const)('a topic is not removed %s', async (_, refused, status, code) => {
  const { problem } = await refused()
  expect([problem.status, problem.code]).toEqual([status, code])
})

test('a topic comes back where its place is free, below one that stands', async () => {
  const [top, taken] = [await add('Felt'), await add('Dyes')]
  const below = await add('Wet felt', top)
  for (const topic of [below, top, taken]) expect((await remove(fay, topic)).status).toBe(204)
  await add('Dyes')

  expect((await bringBack(mia, top)).problem.code).toBe('community.topicsTended')
  expect((await bringBack(fay, below)).problem.code).toBe('community.topicAboveRemoved')
  expect((await bringBack(fay, taken)).problem.code).toBe('community.topicTaken')
  expect([(await bringBack(fay, top)).status, (await bringBack(fay, below)).status]).toEqual([204, 204])
  expect((await bringBack(fay, top)).problem.code).toBe('community.topicNotRemoved')
})
