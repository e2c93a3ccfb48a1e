import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { expect, test, vi } from 'vitest'
import { browser } from '../../../test/browser.ts'
import { testDatabase } from '../../../test/database.ts'
import { testWorld } from '../../../test/world.ts'
import { type ServerOptions, startServer } from '../../main.ts'
import { firstLink } from './links.ts'

const { db, as, person } = await testWorld()
const anybody = as(undefined)
const hilla = { name: 'Hilla Korpi', email: 'hilla@example.org', password: 'treadle under the blue lamp' }
const hillas = browser(anybody)
const { link } = (await firstLink(db, 'http://localhost:4400'))!
await hillas.call('POST /welcome/{token}', { params: { token: link.split('/welcome/')[1]! }, body: hilla })
const signIn = (password: string, headers: Record<string, string> = {}) =>
  anybody('POST /session', { body: { email: hilla.email, password }, headers })

test.each([
  ['from another site', { 'sec-fetch-site': 'cross-site' }],
  ['from a neighbour of ours', { 'sec-fetch-site': 'same-site' }],
  ['with a foreign origin', { origin: 'https://evil.example' }],
  ['from a page in a sandbox', { origin: 'null' }],
])('a write %s is refused, though the cookie came along', async (_, headers) => {
  const own = await hillas.call('PATCH /me', { body: { language: 'fi' } })
  const forged = await hillas.call('PATCH /me', { body: { language: 'en' }, headers })

  expect([own.status, forged.status, forged.problem.code]).toEqual([204, 403, 'platform.foreignOrigin'])
  expect((await hillas.call('GET /me')).body.language).toBe('fi')
})

test('after ten wrong passwords even the right one has to wait', async () => {
  for (let n = 0; n < 10; n++) await signIn(`wrong number ${n} of ten`)

  const { status, problem } = await signIn(hilla.password)

  expect(status).toBe(429)
  expect(problem.title).toMatch(/^That was tried too often\. Wait 15 minutes/)
  await sql`update sign_in_rate set last_request = last_request - 900000`.execute(db)
  expect((await signIn(hilla.password)).status).toBe(204)
})

test('signing in well again and again is never too often', async () => {
  for (let n = 0; n < 12; n++) expect((await signIn(hilla.password)).status).toBe(204)
})

test('guessing at links ends after sixty tries from one address', async () => {
  const guess = () => anybody('GET /welcome/{token}', { params: { token: randomBytes(24).toString('base64url') } })
  const statuses = []
  for (let n = 0; n < 61; n++) statuses.push((await guess()).status)

  expect([statuses[0], statuses.at(-1)]).toEqual([404, 429])
  await sql`delete from sign_in_rate`.execute(db)
})

test('a token does what it is for, and nothing that needs the person', async () => {
  const make = (scopes: ('read' | 'write' | 'office')[]) =>
    hillas.call('POST /me/tokens', { body: { name: 'Weekly table', scopes, days: 30 } })
  const reading = as({ id: '', name: '', token: (await make(['read'])).body.token })
  const writing = as({ id: '', name: '', token: (await make(['read', 'write'])).body.token })

  expect((await reading('GET /me')).status).toBe(200)
  expect((await reading('PATCH /me', { body: {} })).status).toBe(403)
  expect((await writing('PATCH /me', { body: {} })).status).toBe(204)
  expect((await writing('GET /office/members')).status).toBe(403)
  const more = await writing('POST /me/tokens', { body: { name: 'More', scopes: ['read'], days: null } })
  const password = await writing('PUT /me/password', {
    body: { current: hilla.password, password: 'geese over the quiet mill' },
  })
  expect([more.problem.code, password.problem.code]).toEqual(['organization.inPersonOnly', 'organization.inPersonOnly'])
})

test('a revoked token and an expired one are nobody', async () => {
  const { body } = await hillas.call('POST /me/tokens', { body: { name: 'Short', scopes: ['read'], days: 1 } })
  const other = await hillas.call('POST /me/tokens', { body: { name: 'Shorter', scopes: ['read'], days: 1 } })
  const [one, two] = [body, other.body].map(({ token }) => as({ id: '', name: '', token }))
  expect([(await one!('GET /me')).status, (await two!('GET /me')).status]).toEqual([200, 200])

  await hillas.call('DELETE /me/tokens/{token}', { params: { token: body.id } })
  await sql`update personal_token set expires_at = now() where id = ${other.body.id}`.execute(db)

  expect([(await one!('GET /me')).status, (await two!('GET /me')).status]).toEqual([401, 401])
  const listed = (await hillas.call('GET /me/tokens')).body.items.map(({ id }) => id)
  expect(listed).not.toContain(body.id)
})

test('only the office may make a token for the office', async () => {
  const tom = await person('Tom')
  const made = await as({ ...tom })('POST /me/tokens', { body: { name: 'Reach', scopes: ['office'], days: 1 } })

  expect(made.status).toBe(403)
  const { rows } = await sql`select from personal_token where name = 'Reach'`.execute(db)
  expect(rows.length).toBe(0)
})

test('nobody can end a session or a token of somebody else', async () => {
  const tom = await person('Tom')
  const [session] = (await hillas.call('GET /me/account')).body.sessions
  const { body } = await hillas.call('POST /me/tokens', { body: { name: 'Mine', scopes: ['read'], days: 1 } })

  const ended = await as(tom)('DELETE /me/sessions/{session}', { params: { session: session!.id } })
  const revoked = await as(tom)('DELETE /me/tokens/{token}', { params: { token: body.id } })

  expect([ended.status, revoked.status]).toEqual([404, 404])
  expect((await hillas.call('GET /me')).status).toBe(200)
})

test('a changed password ends all other sessions and leaves this one', async () => {
  const elsewhere = browser(anybody)
  await elsewhere.call('POST /session', { body: { email: hilla.email, password: hilla.password } })
  const wrong = await hillas.call('PUT /me/password', {
    body: { current: 'not it at all', password: 'geese over the quiet mill' },
  })
  expect([wrong.status, (await elsewhere.call('GET /me')).status]).toEqual([403, 200])

  await hillas.call('PUT /me/password', { body: { current: hilla.password, password: 'geese over the quiet mill' } })

  expect([(await hillas.call('GET /me')).status, (await elsewhere.call('GET /me')).status]).toEqual([200, 401])
  expect([(await signIn(hilla.password)).status, (await signIn('geese over the quiet mill')).status]).toEqual([
    401, 204,
  ])
})

test('a repeated request is not told a token again, and no reply keeps one', async () => {
  const { body } = await hillas.call('POST /me/tokens', {
    body: { name: 'Once', scopes: ['read'], days: 1 },
    headers: { 'idempotency-key': 'the-same' },
  })

  const { rows } = await sql<{ row: string }>`select to_jsonb(i)::text as row from idempotency i`.execute(db)
  expect(rows.filter(({ row }) => row.includes(body.token))).toEqual([])
})

const ownServer = async (options: Partial<ServerOptions>) => {
  const { db: own, url } = await testDatabase()
  const baseUrl = options.baseUrl ?? 'http://localhost:4400'
  const secret = randomBytes(32).toString('hex')
  const server = await startServer({ connection: { connectionString: url }, secret, baseUrl, ...options })
  const token = (await firstLink(own, baseUrl))!.link.split('/welcome/')[1]!
  return { own, server, secret, token, ask: server.app.inject.bind(server.app) as typeof server.app.inject }
}

test('over https the cookie is Secure, by name too, and a plain one is not read', async () => {
  const { server, token, ask } = await ownServer({ baseUrl: 'https://mortar.example.org' })
  const entered = await ask({ method: 'POST', url: `/api/welcome/${token}`, payload: hilla })
  const cookie = [entered.headers['set-cookie']].flat()[0]!
  const [name, value] = cookie.split(';')[0]!.split(/=(.*)/s) as [string, string]
  const statusWith = async (cookieName: string) =>
    (await ask({ url: '/api/me', headers: { cookie: `${cookieName}=${value}` } })).statusCode

  expect(name).toBe('__Secure-mortar.session_token')
  expect(cookie).toMatch(/; HttpOnly; Secure; SameSite=Lax/)
  expect([await statusWith(name), await statusWith('mortar.session_token')]).toEqual([200, 401])
  await server.close()
})

test('the log of every level holds no password, no token, no link and no cookie, not even when something breaks', async () => {
  const lines: string[] = []
  const printed = vi
    .spyOn(console, 'error')
    .mockImplementation((...said) => void lines.push(said.map(String).join(' ')))
  const { own, server, secret, token, ask } = await ownServer({
    logLevel: 'trace',
    logTo: { write: (line) => lines.push(line) },
  })
  const entered = await ask({ method: 'POST', url: `/api/welcome/${token}`, payload: hilla })
  const cookie = [entered.headers['set-cookie']].flat()[0]!.split(';')[0]!
  const made = await ask({
    method: 'POST',
    url: '/api/me/tokens',
    headers: { cookie },
    payload: { name: 'Logged', scopes: ['read'], days: 1 },
  })
  const bearer = made.json<{ token: string }>().token
  await ask({ url: '/api/me', headers: { authorization: `Bearer ${bearer}` } })
  const signing = {
    method: 'POST',
    url: '/api/session',
    payload: { email: hilla.email, password: hilla.password },
  } as const
  await ask(signing)
  await sql`alter table credential rename to misplaced`.execute(own)
  await sql`alter table personal_token rename to misplaced_too`.execute(own)
  const broken = [await ask(signing), await ask({ url: '/api/me/tokens', headers: { cookie } })]

  const log = lines.join('')
  expect(broken.map(({ statusCode }) => statusCode)).toEqual([500, 500])
  expect(log).toMatch(/"msg":"defect"/)
  const session = decodeURIComponent(cookie.split('=')[1]!)
  for (const said of [hilla.password, token, bearer, session, session.split('.')[0]!, secret])
    expect(log).not.toContain(said)
  printed.mockRestore()
  await server.close()
})
