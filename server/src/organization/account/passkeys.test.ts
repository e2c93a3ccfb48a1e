import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { authenticator } from '../../../test/authenticator.ts'
import { type Browser, browser } from '../../../test/browser.ts'
import { testWorld } from '../../../test/world.ts'

const { db, as, person } = await testWorld()
const anybody = as(undefined)
const origin = 'http://localhost:4400'
const olga = await person('Olga', { office: true })

async function comeIn(name: string, password?: string): Promise<Browser> {
  const { id } = await person(name)
  const { body } = await as(olga)('POST /office/invitations', { body: { people: [id] } })
  const own = browser(anybody)
  const token = body.items[0]!.link.split('/welcome/')[1]!
  await own.call('POST /welcome/{token}', { params: { token }, body: { ...(password && { password }) } })
  return own
}

const challengeIn = (body: Record<string, unknown>) => body['challenge'] as string

async function addKey(own: Browser, key = authenticator(origin)) {
  const { body } = await own.call('POST /me/passkeys/challenge')
  const added = await own.call('POST /me/passkeys', { body: { name: 'Key', response: key.make(challengeIn(body)) } })
  return { key, added }
}

async function signIn(key: ReturnType<typeof authenticator>) {
  const own = browser(anybody)
  const { body } = await own.call('POST /session/challenge')
  const signed = await own.call('POST /session/passkey', { body: { response: key.sign(challengeIn(body)) } })
  return { own, signed }
}

test('who came by link without a password makes a passkey and comes back with it', async () => {
  const ana = await comeIn('Ana')
  const { key, added } = await addKey(ana)

  const { own, signed } = await signIn(key)

  expect([added.status, signed.status]).toEqual([204, 204])
  expect((await own.call('GET /me')).body.name).toBe('Ana')
  expect((await own.call('GET /me/account')).body).toMatchObject({ password: false, passkeys: [{ name: 'Key' }] })
})

async function invited(name: string): Promise<string> {
  const { id } = await person(name)
  const { body } = await as(olga)('POST /office/invitations', { body: { people: [id] } })
  return body.items[0]!.link.split('/welcome/')[1]!
}
const enter = (own: Browser, token: string, password?: string) =>
  own.call('POST /welcome/{token}', { params: { token }, body: { ...(password && { password }) } })

test('who turns away from the passkey keeps the link, and comes in with it again', async () => {
  const token = await invited('Ivo')
  await enter(browser(anybody), token)
  const later = browser(anybody)

  const again = await enter(later, token, 'a barn owl over the stubble')
  const third = await enter(browser(anybody), token)

  expect([again.status, third.status]).toEqual([204, 410])
  expect((await later.call('GET /me')).body.name).toBe('Ivo')
})

test('with a passkey the link is used up', async () => {
  const token = await invited('Jo')
  const jo = browser(anybody)
  await enter(jo, token)
  await addKey(jo)

  const again = await enter(browser(anybody), token)

  expect([again.status, again.problem.title]).toEqual([410, expect.stringMatching(/each works once/)])
})

test('a password made instead uses the link up as well', async () => {
  const token = await invited('Kai')
  const kai = browser(anybody)
  await enter(kai, token)
  await kai.call('PUT /me/password', { body: { password: 'a barn owl over the stubble' } })

  expect((await enter(browser(anybody), token)).status).toBe(410)
})

test('a challenge is answered once', async () => {
  const { key } = await addKey(await comeIn('Bea'))
  const own = browser(anybody)
  const { body } = await own.call('POST /session/challenge')
  const response = key.sign(challengeIn(body))
  const before = new Map(own.cookies)
  expect((await own.call('POST /session/passkey', { body: { response } })).status).toBe(204)
  own.cookies.clear()
  before.forEach((value, name) => own.cookies.set(name, value))

  expect((await own.call('POST /session/passkey', { body: { response } })).status).toBe(401)
})

test('a passkey of another site, or one nobody knows, is refused in a sentence', async () => {
  const cid = await comeIn('Cid')
  const foreign = await addKey(cid, authenticator('http://evil.example'))
  const { signed } = await signIn(authenticator(origin))

  expect([foreign.added.status, signed.status]).toEqual([400, 401])
  expect(signed.problem.title).toBe(
    'Mortar does not know this passkey. Choose another one, or sign in with your password.',
  )
  expect((await cid.call('GET /me/account')).body.passkeys).toEqual([])
})

test('the last way in cannot be removed, one of two can', async () => {
  const dan = await comeIn('Dan')
  await addKey(dan)
  const [only] = (await dan.call('GET /me/account')).body.passkeys
  const remove = () => dan.call('DELETE /me/passkeys/{passkey}', { params: { passkey: only!.id } })
  expect((await remove()).status).toBe(409)

  await dan.call('PUT /me/password', { body: { password: 'treadle under the blue lamp' } })

  expect((await remove()).status).toBe(204)
  expect((await dan.call('GET /me/account')).body).toMatchObject({ password: true, passkeys: [] })
})

test('a passkey of somebody else cannot be removed', async () => {
  const eva = await comeIn('Eva', 'treadle under the blue lamp')
  await addKey(eva)
  const [passkey] = (await eva.call('GET /me/account')).body.passkeys
  const fay = await comeIn('Fay', 'treadle under the blue lamp')

  expect((await fay.call('DELETE /me/passkeys/{passkey}', { params: { passkey: passkey!.id } })).status).toBe(404)
})

test('adding a passkey asks for a sign-in of the same day', async () => {
  const gil = await comeIn('Gil', 'treadle under the blue lamp')
  await sql`update session set created_at = now() - interval '25 hours'`.execute(db)

  const { status, problem } = await gil.call('POST /me/passkeys/challenge')

  expect([status, problem.code]).toEqual([403, 'organization.notFresh'])
})

test('whoever left does not come in by passkey either', async () => {
  const hal = await comeIn('Hal')
  const { key } = await addKey(hal)
  const { id } = (await hal.call('GET /me')).body
  await as(olga)('PUT /office/departures/{person}', { params: { person: id }, body: { on: '2026-01-31' } })

  expect((await signIn(key)).signed.status).toBe(401)
})
