import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { tokenHash } from '#organization/index.ts'
import { startServer } from '../../src/main.ts'
import { testDatabase } from '../database.ts'
import { multipart, png } from '../security/story/telling.ts'

const filesHost = 'https://files.example.org'
const { db, url } = await testDatabase()
const server = await startServer({
  connection: { connectionString: url },
  secret: randomBytes(32).toString('hex'),
  baseUrl: 'https://mortar.example.org',
  filesHost,
  logLevel: 'silent',
})
afterAll(() => server.close())

async function somebody(name: string): Promise<string> {
  const token = randomBytes(16).toString('hex')
  const { rows } = await sql<{
    id: string
  }>`insert into person (name, email) values (${name}, ${`${name.toLowerCase()}@example.org`}) returning id`.execute(db)
  await sql`insert into personal_token (person_id, hash, name, scopes) values (${rows[0]!.id}, ${tokenHash(token)}, 'test', '{read,write}')`.execute(
    db,
  )
  return `Bearer ${token}`
}
const [maria, tom] = [await somebody('Maria'), await somebody('Tom')]

const ask = (at: string, headers: Record<string, string> = {}) => {
  const { host, pathname, search } = new URL(at, 'https://mortar.example.org')
  return server.app.inject({ url: pathname + search, headers: { host, ...headers } })
}
async function sent(name: string, bytes: Buffer): Promise<string> {
  const { headers, payload } = multipart([{ name: 'file', file: name, bytes }])
  const answer = await server.app.inject({
    method: 'POST',
    url: '/api/files',
    headers: { ...headers, host: 'mortar.example.org', authorization: maria },
    payload,
  })
  return answer.json().address
}
const image = await sent('gait.png', png)
const table = await sent('notes.csv', Buffer.from('a;b\n1;2\n'))
const apart = async (address: string) => String((await ask(address, { authorization: maria })).headers['location'])

test('who may read a file is sent to the host of files, and nobody else is', async () => {
  const maras = await ask(image, { authorization: maria })
  const toms = await ask(image, { authorization: tom })
  const nobodys = await ask(image)

  expect([maras.statusCode, maras.headers['cache-control']]).toEqual([302, 'no-store'])
  expect(String(maras.headers['location'])).toMatch(
    /^https:\/\/files\.example\.org\/files\/[0-9a-f-]{36}\?until=\d+&proof=/,
  )
  expect(maras.rawPayload.length).toBe(0)
  expect([toms.statusCode, nobodys.statusCode]).toEqual([404, 401])
})

test('a file is served there in a sandbox, unsniffed, and shown only when it is a plain image', async () => {
  const [picture, notes] = [await ask(await apart(image)), await ask(await apart(table))]

  expect(picture.rawPayload.equals(png)).toBe(true)
  expect(notes.body).toBe('a;b\n1;2\n')
  for (const { headers } of [picture, notes]) {
    expect(headers['content-security-policy']).toBe("default-src 'none'; sandbox")
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['set-cookie']).toBeUndefined()
  }
  expect(picture.headers['content-disposition']).toMatch(/^inline/)
  expect(notes.headers['content-disposition']).toMatch(/^attachment/)
})

test('an address without its proof, with a forged one or after its time leads nowhere', async () => {
  const good = new URL(await apart(image))
  const other = new URL(await apart(table))
  const changed = (change: (address: URL) => void) => {
    const address = new URL(good)
    change(address)
    return ask(address.href)
  }

  const answers = await Promise.all([
    changed((address) => (address.search = '')),
    changed((address) => address.searchParams.set('proof', 'x'.repeat(43))),
    changed((address) => address.searchParams.set('proof', other.searchParams.get('proof')!)),
    changed((address) => address.searchParams.set('until', String(Number(address.searchParams.get('until')) + 3600))),
    changed((address) => address.searchParams.set('until', '1')),
  ])

  expect(answers.map(({ statusCode }) => statusCode)).toEqual([404, 404, 404, 404, 404])
  expect((await ask(good.href)).statusCode).toBe(200)
})

test('the host of files knows no page and nobody, and the main host serves no file', async () => {
  const there = await Promise.all(
    ['/', '/api', '/api/me', '/healthz', image].map((path) => ask(`${filesHost}${path}`, { authorization: maria })),
  )
  const { pathname, search } = new URL(await apart(image))
  const here = await ask(`https://mortar.example.org${pathname}${search}`, { authorization: maria })

  expect(there.map(({ statusCode }) => statusCode)).toEqual([404, 404, 404, 404, 404])
  expect(here.statusCode).toBe(404)
})

test('pages may show images from there, and take nothing else from it', async () => {
  const policy = String((await ask('/api')).headers['content-security-policy'])

  expect(policy.split(';').filter((part) => part.includes(filesHost))).toEqual([expect.stringMatching(/^img-src /)])
})
