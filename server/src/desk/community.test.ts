import { expect, test } from 'vitest'
import { testWorld } from '../../test/world.ts'

const { person, as } = await testWorld()
const maria = await person('Maria')
const tom = await person('Tom')

const opened = async (name: string, visibility: 'open' | 'by_request' | 'private') =>
  (
    await as(maria)('POST /communities', {
      body: { short: 'C', colour: 1, domain: `About ${name}`, about: '', notAbout: '', purpose: '', name, visibility },
    })
  ).body
const homeOf = (who: typeof maria, community: string) =>
  as(who)('GET /communities/{community}/home', { params: { community } })

test('the home of a community shows what waits first, then what moved, what it shares and how much I hear of it', async () => {
  const { id, slug } = await opened('Weavers', 'open')
  const ask = async (title: string) =>
    (await as(tom)('POST /inquiries', { body: { title, body: 'For wool.', communities: [id] } })).body.id
  const answered = await ask('Which loom?')
  const waiting = await ask('Which thread?')
  await as(maria)('POST /inquiries/{inquiry}/contributions', {
    params: { inquiry: answered },
    body: { kind: 'answer', body: 'The small one.' },
  })
  await as(maria)('POST /communities/{community}/topics', { params: { community: id }, body: { name: 'Looms' } })
  await as(tom)('PUT /following/{kind}/{id}', { params: { kind: 'community', id }, body: { level: 'everything' } })

  const { body } = await homeOf(tom, slug)
  expect(body.community.name).toBe('Weavers')
  expect(body.inside?.unanswered.map((inquiry) => inquiry.id)).toEqual([waiting])
  expect(body.inside?.alive).toMatchObject([{ id: answered, title: 'Which loom?', answers: 1 }])
  expect(body.inside?.repertoire).toEqual([])
  expect(body.topics.map(({ name }) => name)).toEqual(['Looms'])
  expect([body.following, (await homeOf(maria, id)).body.following]).toEqual(['everything', 'mentions'])
  expect(body.participation).toEqual({ core: null, active: null, peripheral: null, members: 1 })
})

test('who may not read inside sees the community and nothing from inside it', async () => {
  const { id } = await opened('Potters', 'by_request')
  await as(maria)('POST /inquiries', { body: { title: 'Which clay?', body: 'Red.', communities: [id] } })

  expect((await homeOf(maria, id)).body.inside?.unanswered).toHaveLength(1)
  const outside = (await homeOf(tom, id)).body
  expect([outside.inside, outside.community.may.askToJoin]).toEqual([null, true])
})

test('a private community has no home for those who are not in it', async () => {
  const { id, slug } = await opened('Smiths', 'private')

  expect((await homeOf(maria, slug)).status).toBe(200)
  expect((await homeOf(tom, slug)).status).toBe(404)
  expect((await homeOf(tom, id)).status).toBe(404)
})
