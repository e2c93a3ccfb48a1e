import { randomBytes } from 'node:crypto'
import { afterAll, expect, test } from 'vitest'
import { firstLink } from '../../src/organization/account/links.ts'
import { startServer } from '../../src/main.ts'
import { testDatabase } from '../database.ts'

const database = await testDatabase()
const lines: string[] = []
const address = new URL(database.url)
address.password ||= 'warp-and-weft-of-the-database'
const secret = randomBytes(32).toString('hex')
const origin = 'http://localhost:4400'
const { app, close } = await startServer({
  connection: { connectionString: address.href },
  secret,
  baseUrl: origin,
  logLevel: 'trace',
  logTo: { write: (line) => lines.push(line) },
})
afterAll(close)

const send = async (method: 'GET' | 'POST', url: string, headers: Record<string, string>, payload?: object) =>
  app.inject({ method, url: `/api${url}`, headers: { origin, ...headers }, ...(payload && { payload }) })

test('no secret is in the log of a run that uses them all and meets defects', async () => {
  const passwords = ['treadle under the blue lamp', 'not the lamp but the loom']
  const link = (await firstLink(database.db, origin))!.link.split('/welcome/')[1]!
  const person = { name: 'Ada', email: 'ada@example.org', password: passwords[0] }
  await send('GET', `/welcome/${link}`, {})
  const entered = await send('POST', `/welcome/${link}`, {}, person)
  expect(entered.statusCode).toBe(204)
  await send('POST', `/welcome/${link}`, {}, person)
  await send('POST', '/session', {}, { email: person.email, password: passwords[1] })
  const session = [entered.headers['set-cookie'] ?? []].flat().find((line) => line.includes('session_token'))!
  const cookie = session.split(';')[0]!
  const made = await send('POST', '/me/tokens', { cookie }, { name: 'Reader', scopes: ['read', 'write'], days: 1 })
  const { token } = made.json() as { token: string }
  const bearer = { authorization: `Bearer ${token}` }
  expect((await send('GET', '/me', bearer)).statusCode).toBe(200)

  // A defect, met with every secret at hand.
  await database.pool.query(
    'alter table session rename to session_away; alter table personal_token rename to token_away',
  )
  expect((await send('GET', '/me/account', { cookie })).statusCode).toBe(500)
  expect((await send('GET', '/me', bearer)).statusCode).toBe(500)
  expect((await send('POST', '/session', {}, { email: person.email, password: passwords[0] })).statusCode).toBe(500)
  await database.pool.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'mortar live' and datname = current_database()`,
  )

  const log = lines.join('')
  expect(log).toContain('"msg":"defect"')
  const kept = [
    ...passwords,
    link,
    token,
    cookie.split('=')[1]!,
    decodeURIComponent(cookie.split('=')[1]!).split('.')[0]!,
  ]
  expect([...kept, address.password, secret].filter((value) => log.includes(value))).toEqual([])
})
