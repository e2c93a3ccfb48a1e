import { expect, test } from 'vitest'
import { type Somebody, testWorld } from '../../../test/world.ts'

const { db, person, server } = await testWorld()
const maria = await person('Maria')
const tom = await person('Tom')

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

async function send(who: Somebody, name: string, bytes: Buffer) {
  const edge = 'edge-of-part'
  const head = `--${edge}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: image/png\r\n\r\n`
  return server.app.inject({
    method: 'POST',
    url: '/api/files',
    headers: { authorization: `Bearer ${who.token}`, 'content-type': `multipart/form-data; boundary=${edge}` },
    payload: Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${edge}--\r\n`)]),
  })
}
const fetchAs = (who: Somebody, url: string) =>
  server.app.inject({ url, headers: { authorization: `Bearer ${who.token}` } })

test('an image comes back as it was, in a box without script', async () => {
  const { address } = (await send(maria, 'gait.png', png)).json()

  const answer = await fetchAs(maria, address)

  expect(answer.rawPayload.equals(png)).toBe(true)
  expect(answer.headers['content-security-policy']).toContain('sandbox')
  expect(answer.headers['x-content-type-options']).toBe('nosniff')
  expect(answer.headers['content-disposition']).toMatch(/^inline/)
})

test('a file that is part of nothing exists for nobody but who uploaded it', async () => {
  const { address } = (await send(maria, 'gait.png', png)).json()

  expect((await fetchAs(tom, address)).statusCode).toBe(404)
})

test.each([
  ['a page under the name of an image', 'cat.png', '<html><script>alert(1)</script>'],
  ['a drawing that can hold script', 'plan.svg', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'],
  ['a program', 'tool.txt', '\x7fELF\x00\x01'],
])('%s is refused', async (_, name, content) => {
  const answer = await send(maria, name, Buffer.from(content))

  expect(answer.statusCode).toBe(415)
})

test('an empty file and a file of more than 25 MB are refused with a sentence', async () => {
  expect((await send(maria, 'nothing.txt', Buffer.alloc(0))).statusCode).toBe(400)
  const large = await send(maria, 'large.txt', Buffer.alloc(26_214_401, 'a'))
  expect([large.statusCode, large.json().title]).toEqual([413, expect.stringContaining('25 MB')])
})

test('a document is downloaded, never opened in the page', async () => {
  const { address, mediaType } = (await send(maria, 'notes.csv', Buffer.from('a;b\n1;2\n'))).json()

  expect(mediaType).toBe('text/csv')
  expect((await fetchAs(maria, address)).headers['content-disposition']).toMatch(/^attachment/)
})

test('what one person may upload within a day ends at 500 MB, and begins again a day later', async () => {
  const full = await person('Full')
  const line = { sha256: Buffer.alloc(32), name: 'scan.png', mediaType: 'image/png', uploadedBy: full.id }
  const lines = Array.from({ length: 20 }, () => ({ ...line, size: 25_000_000 }))
  await db.insertInto('file').values(lines).execute()

  const refused = await send(full, 'gait.png', png)
  expect([refused.statusCode, refused.json().title]).toEqual([429, expect.stringContaining('500 MB')])
  expect((await send(maria, 'gait.png', png)).statusCode).toBe(201)

  await db
    .updateTable('file')
    .set({ uploadedAt: new Date(Date.now() - 25 * 3_600_000) })
    .where('uploadedBy', '=', full.id)
    .execute()
  expect((await send(full, 'gait.png', png)).statusCode).toBe(201)
})
