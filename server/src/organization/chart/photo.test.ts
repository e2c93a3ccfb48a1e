import { expect, test } from 'vitest'
import { type Somebody, testWorld } from '../../../test/world.ts'

const { person, server, as, db } = await testWorld()
const tom = await person('Tom Carder')
const aino = await person('Aino Öhman')
const params = { person: tom.id }

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

async function uploaded(who: Somebody, name = 'face.png', bytes = png): Promise<string> {
  const form = new FormData()
  form.append('file', new File([new Uint8Array(bytes)], name))
  const body = new Response(form)
  const sent = await server.app.inject({
    method: 'POST',
    url: '/api/files',
    headers: { authorization: `Bearer ${who.token}`, 'content-type': body.headers.get('content-type')! },
    payload: Buffer.from(await body.arrayBuffer()),
  })
  return (sent.json() as { id: string }).id
}
const show = (who: Somebody, file: string) => as(who)('PUT /people/{person}/photo', { params, body: { file } })
const seen = async (file: string) =>
  (await server.app.inject({ url: `/api/files/${file}`, headers: { authorization: `Bearer ${aino.token}` } }))
    .statusCode

test('a photo is seen by colleagues while its owner shows it, and nothing of it is left afterwards', async () => {
  const first = await uploaded(tom)
  expect(await seen(first)).toBe(404)
  expect((await show(tom, first)).status).toBe(204)
  expect(await seen(first)).toBe(200)
  const asAino = await as(aino)('GET /people', { query: { words: 'carder' } })
  expect(asAino.body.items).toMatchObject([{ name: 'Tom Carder', photo: first }])

  const second = await uploaded(tom)
  await show(tom, second)
  expect([await seen(first), await seen(second)]).toEqual([404, 200])
  expect((await as(tom)('DELETE /people/{person}/photo', { params })).status).toBe(204)
  expect(await seen(second)).toBe(404)
  expect(await db.selectFrom('fileContent').select('sha256').execute()).toEqual([])
  expect((await as(aino)('GET /people/{person}', { params })).body.photo).toBe(null)
})

test('a photo is a small picture of one’s own, on one’s own page', async () => {
  const own = await uploaded(tom)
  expect((await show(aino, own)).status).toBe(403)
  expect((await show(tom, await uploaded(aino))).status).toBe(404)
  expect((await show(tom, await uploaded(tom, 'notes.txt', Buffer.from('No picture.')))).status).toBe(400)
  const large = await show(tom, await uploaded(tom, 'large.png', Buffer.concat([png, Buffer.alloc(1_000_000)])))
  expect([large.status, large.problem.title]).toEqual([400, expect.stringContaining('at most 1 MB')])
})
