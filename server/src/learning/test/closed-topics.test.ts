import { expect, test } from 'vitest'
import { practiceScene } from '../../../test/practice-scene.ts'

const { person, unit, as, community } = await practiceScene()
const mill = await unit('Mill')
const olga = await person('Olga', { office: true, unit: mill })
const fay = await person('Fay', { unit: mill })
for (const name of ['Ann', 'Ben', 'Cas', 'Dot']) await person(name, { unit: mill })
const params = { community: await community(fay) }
const add = async (name: string) =>
  (await as(fay)('POST /communities/{community}/topics', { params, body: { name } })).body.id
const names = async (removed?: 'true') =>
  (await as(fay)('GET /communities/{community}/topics', { params, query: { removed } })).body.items.map(
    ({ name }) => name,
  )

test('a topic that a closed needs assessment asked about becomes one with another, and two again', async () => {
  const [warp, weft] = [await add('Warp'), await add('Weft')]
  const words = { en: 'How much?', fi: 'Kuinka paljon?' }
  const { body } = await as(olga)('POST /learning/needs-assessments', {
    body: { title: words, purpose: words, units: [mill], closesOn: '2090-01-01', questions: [{ topic: warp, words }] },
  })
  const asked = { params: { assessment: body.id } }
  await as(olga)('PUT /learning/needs-assessments/{assessment}/opening', asked)
  await as(fay)('PUT /learning/needs-assessments/{assessment}/answer', {
    ...asked,
    body: { state: 'finished', answers: [{ topic: warp, gap: 2 }] },
  })
  expect((await as(olga)('PUT /learning/needs-assessments/{assessment}/closing', asked)).status).toBe(204)

  const merged = await as(fay)('POST /communities/{community}/topic-merges', {
    params,
    body: { topic: warp, into: weft },
  })
  expect([merged.status, await names(), await names('true')]).toEqual([201, ['Weft'], []])
  const bringBack = await as(fay)('DELETE /communities/{community}/topics/{topic}/removal', {
    params: { ...params, topic: warp },
  })
  expect(bringBack.status).toBe(404)
  const parted = await as(fay)('DELETE /communities/{community}/topic-merges/{merge}', {
    params: { ...params, merge: merged.body.id },
  })
  expect([parted.status, await names()]).toEqual([204, ['Warp', 'Weft']])
})
