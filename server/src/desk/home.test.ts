import { expect, test } from 'vitest'
import { testWorld } from '../../test/world.ts'

const { person, as, server } = await testWorld()
const maria = await person('Maria')
const tom = await person('Tom')
const text = { short: 'COM', colour: 1, domain: 'A domain', about: '', notAbout: '', purpose: '' } as const

test('an empty Mortar says that it is empty', async () => {
  const { body } = await as(maria)('GET /home')

  expect(body).toEqual({ needs: [], news: [], communities: [], empty: true })
})

test('home shows who asks to join, what is new by others, and what waits for an answer', async () => {
  const { id } = (
    await as(maria)('POST /communities', { body: { ...text, name: 'Weavers', visibility: 'by_request' } })
  ).body
  await as(tom)('POST /communities/{community}/requests', { params: { community: id }, body: { message: 'I weave' } })

  const before = (await as(maria)('GET /home')).body
  expect(before.needs.map(({ kind, by }) => [kind, by?.name])).toEqual([['join_request', 'Tom']])

  const request = (await as(maria)('GET /communities/{community}/requests', { params: { community: id } })).body
    .items[0]!
  await as(maria)('PUT /communities/{community}/requests/{request}/decision', {
    params: { community: id, request: request.id },
    body: { accepted: true },
  })
  await as(tom)('POST /inquiries', { body: { title: 'Which loom?', body: 'For wool.', communities: [id] } })
  await server.catchUp()

  const after = (await as(maria)('GET /home')).body
  expect(after.needs).toEqual([])
  expect(after.news.flatMap(({ lines }) => lines.map(({ page }) => page.title))).toEqual(['Which loom?'])
  expect(after.communities.map(({ name, unanswered }) => [name, unanswered])).toEqual([['Weavers', 1]])
  expect((await as(tom)('GET /home')).body.news).toEqual([])
})
