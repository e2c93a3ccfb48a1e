import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { browser } from '../../../test/browser.ts'
import { testWorld } from '../../../test/world.ts'
import { forgetOldSignIns } from '../queries/sessions.ts'
import { firstLink } from './links.ts'

const { db, as } = await testWorld()
const anybody = as(undefined)
const tokenIn = (made: { link: string } | undefined) => made!.link.split('/welcome/')[1]!
const hilla = { name: 'Hilla Korpi', email: 'Hilla@Example.org', password: 'a loom in the attic' }
const hillas = browser(anybody)
let first = ''

beforeAll(async () => {
  first = tokenIn(await firstLink(db, 'http://localhost:4400'))
})

test('an organization without people opens by one link, and the first person is its knowledge office', async () => {
  expect((await anybody('GET /welcome/{token}', { params: { token: first } })).body).toMatchObject({
    purpose: 'first',
    email: null,
  })

  const entered = await hillas.call('POST /welcome/{token}', { params: { token: first }, body: hilla })

  expect(entered.status).toBe(204)
  expect((await hillas.call('GET /me')).body).toMatchObject({
    name: 'Hilla Korpi',
    email: 'hilla@example.org',
    organization: { name: '' },
    may: { administer: true },
  })
})

test('a used link says so and lets nobody in', async () => {
  const read = await anybody('GET /welcome/{token}', { params: { token: first } })
  const used = await anybody('POST /welcome/{token}', {
    params: { token: first },
    body: { ...hilla, email: 'eve@example.org' },
  })

  expect([read.status, used.status]).toEqual([410, 410])
  expect(used.problem.title).toMatch(/^This link was used on .* each works once\./)
  expect(await db.selectFrom('account').select('email').execute()).toEqual([{ email: 'hilla@example.org' }])
})

test('no first link is made once the knowledge office is staffed', async () => {
  expect(await firstLink(db, 'http://localhost:4400')).toBeUndefined()
})

test('the office names the organization once, and it starts empty', async () => {
  const body = { choice: 'empty', name: 'Weavers of Kainuu', language: 'fi', timeZone: 'Europe/Helsinki' } as const
  const begun = await hillas.call('POST /organization/beginning', { body })
  const again = await hillas.call('POST /organization/beginning', { body: { ...body, name: 'Others' } })

  expect([begun.status, again.status]).toEqual([204, 409])
  expect((await hillas.call('GET /me')).body.organization).toEqual({
    name: 'Weavers of Kainuu',
    language: 'fi',
    timeZone: 'Europe/Helsinki',
  })
})

test('with e-mail address and password one signs in, whatever the capitals', async () => {
  const elsewhere = browser(anybody)

  const signed = await elsewhere.call('POST /session', {
    body: { email: 'HILLA@example.org', password: hilla.password },
  })

  expect(signed.status).toBe(204)
  expect((await elsewhere.call('GET /me')).body.name).toBe('Hilla Korpi')
})

test('a wrong password and an unknown address are refused with the same words', async () => {
  const wrong = await anybody('POST /session', { body: { email: hilla.email, password: 'a loom in the cellar' } })
  const unknown = await anybody('POST /session', { body: { email: 'nobody@example.org', password: hilla.password } })

  expect([wrong.status, unknown.status]).toEqual([401, 401])
  expect(wrong.problem).toEqual(unknown.problem)
})

test('signing out ends the session, not only the cookie', async () => {
  const cafe = browser(anybody)
  await cafe.call('POST /session', { body: { email: hilla.email, password: hilla.password } })
  const stolen = browser(anybody)
  cafe.cookies.forEach((value, name) => stolen.cookies.set(name, value))
  expect((await stolen.call('GET /me')).status).toBe(200)

  await cafe.call('DELETE /session')

  expect(cafe.cookies.size).toBe(0)
  expect((await stolen.call('GET /me')).status).toBe(401)
})

test('the session cookie is kept from scripts and from other sites', () => {
  const cookie = hillas.set.find((line) => line.startsWith('mortar.session_token='))

  expect(cookie).toMatch(/; HttpOnly/)
  expect(cookie).toMatch(/; SameSite=Lax/)
  expect(cookie).toMatch(/; Path=\//)
  expect(cookie).toMatch(/; Max-Age=2592000/)
})

test.each([
  ['forged', (value: string) => `${value.slice(0, 5)}${value[5] === 'x' ? 'y' : 'x'}${value.slice(6)}`],
  ['unsigned', (value: string) => decodeURIComponent(value).split('.')[0]!],
  ['signed by another', (value: string) => `${value.slice(0, -12)}AAAAAAAAA%3D`],
])('a %s cookie is nobody', async (_, forge) => {
  const eve = browser(anybody)
  const [[name, value]] = [...hillas.cookies].filter(([key]) => key === 'mortar.session_token') as [[string, string]]
  eve.cookies.set(name, value)
  expect((await eve.call('GET /me')).status).toBe(200)
  eve.cookies.set(name, forge(value))

  expect((await eve.call('GET /me')).status).toBe(401)
})

test('an expired session is nobody', async () => {
  const old = browser(anybody)
  await old.call('POST /session', { body: { email: hilla.email, password: hilla.password } })
  expect((await old.call('GET /me')).status).toBe(200)
  const token = decodeURIComponent(old.cookies.get('mortar.session_token')!).split('.')[0]!

  await sql`update session set expires_at = now() where token = ${token}`.execute(db)

  expect((await old.call('GET /me')).status).toBe(401)
})

test('what nobody can use any more is forgotten, and nothing else', async () => {
  const kept = browser(anybody)
  await kept.call('POST /session', { body: { email: hilla.email, password: hilla.password } })
  const counted = async () => (await sql<{ n: number }>`select count(*) as n from session`.execute(db)).rows[0]!.n
  const before = await counted()
  const [newest] = (await sql<{ accountId: string }>`select account_id from session`.execute(db)).rows
  await sql`insert into session (token, account_id, expires_at) values ('long gone', ${newest!.accountId}, now() - interval '2 days')`.execute(
    db,
  )

  await forgetOldSignIns(db)

  expect(await counted()).toBe(before)
  expect((await kept.call('GET /me')).status).toBe(200)
})

test('who comes back within the month stays signed in, and the cookie lives on with the session', async () => {
  const regular = browser(anybody)
  await regular.call('POST /session', { body: { email: hilla.email, password: hilla.password } })
  const token = decodeURIComponent(regular.cookies.get('mortar.session_token')!).split('.')[0]!
  const ends = async () =>
    (
      await sql<{
        days: number
      }>`select extract(day from expires_at - now())::int as days from session where token = ${token}`.execute(db)
    ).rows[0]!.days
  await sql`update session set updated_at = now() - interval '20 days', expires_at = now() + interval '10 days' where token = ${token}`.execute(
    db,
  )
  const cookies = regular.set.length

  await regular.call('GET /me')
  await regular.call('GET /me')

  expect(await ends()).toBeGreaterThanOrEqual(29)
  expect(regular.set.length).toBe(cookies + 1)
  expect(regular.set.at(-1)).toMatch(/^mortar\.session_token=.*; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax$/)
})
