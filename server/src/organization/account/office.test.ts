import type { AllOperations } from '@mortar/contract'
import { officeOperations } from '@mortar/contract/office'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { type Browser, browser } from '../../../test/browser.ts'
import { type Somebody, testWorld } from '../../../test/world.ts'
import { officeLinks } from './links.ts'

const { db, as, person, unit } = await testWorld()
const anybody = as(undefined)
const ward = await unit('Ward 3')
const inner = await unit('Ward 3, night', ward)
const olga = await person('Olga', { office: true })
const maria = await person('Maria', { unit: ward, manages: ward })
const nobody = '00000000-0000-7000-8000-000000000000'
const password = 'treadle under the blue lamp'

const tokenIn = (link: string) => link.split('/welcome/')[1]!
const invite = async (who: Somebody) =>
  (await as(olga)('POST /office/invitations', { body: { people: [who.id] } })).body.items[0]!
const enter = (link: string, secret = password) =>
  anybody('POST /welcome/{token}', { params: { token: tokenIn(link) }, body: { password: secret } })
async function comeIn(who: Somebody): Promise<Browser> {
  const own = browser(anybody)
  await own.call('POST /welcome/{token}', { params: { token: tokenIn((await invite(who)).link) }, body: { password } })
  return own
}

type OfficeAddress = keyof typeof officeOperations & keyof AllOperations
const asked: Record<OfficeAddress, object> = {
  'GET /office/accounts': {},
  'POST /office/people': { body: { name: 'Nea New', email: 'nea@example.org' } },
  'POST /office/invitations': { body: { people: [nobody] } },
  'POST /office/recoveries/{person}': { params: { person: nobody } },
  'DELETE /office/links/{person}': { params: { person: nobody } },
  'PUT /office/departures/{person}': { params: { person: nobody }, body: { on: '2026-01-01' } },
  'DELETE /office/departures/{person}': { params: { person: nobody } },
  'GET /office/members': {},
  'PUT /office/members/{person}': { params: { person: nobody } },
  'DELETE /office/members/{person}': { params: { person: nobody } },
  'PUT /office/succession': { body: { to: nobody } },
  'GET /office/audit': {},
}

test.each(Object.keys(officeOperations) as OfficeAddress[])('%s is for the knowledge office alone', async (address) => {
  const statusOf = async (who: Somebody | undefined) =>
    (await (as(who) as (address: string, sent: object) => Promise<{ status: number }>)(address, asked[address])).status

  expect([await statusOf(undefined), await statusOf(maria)]).toEqual([401, 403])
  expect([200, 201, 204, 404]).toContain(await statusOf(olga))
})

test('an invitation link makes the account of the person it is for, once', async () => {
  const bea = await person('Bea', { unit: ward })
  const { link, person: whose } = await invite(bea)
  const shown = await anybody('GET /welcome/{token}', { params: { token: tokenIn(link) } })

  const [first, second] = [await enter(link), await enter(link)]

  expect([whose.name, whose.unit, shown.body.purpose, shown.body.name]).toEqual(['Bea', 'Ward 3', 'invitation', 'Bea'])
  expect([first.status, second.status]).toEqual([204, 410])
})

test('of two who open the same link at once one comes in', async () => {
  const { link } = await invite(await person('Twin'))

  const statuses = await Promise.all([enter(link), enter(link), enter(link)])

  expect(statuses.map(({ status }) => status).toSorted()).toEqual([204, 410, 410])
})

test('a newer invitation ends the older one', async () => {
  const cid = await person('Cid')
  const [older, newer] = [await invite(cid), await invite(cid)]

  expect([(await enter(older.link)).status, (await enter(newer.link)).status]).toEqual([410, 204])
})

test('an expired link says that it has expired', async () => {
  const { link } = await invite(await person('Late'))
  await sql`update sign_in_link set expires_at = now() where used_at is null`.execute(db)

  const { status, problem } = await enter(link)

  expect([status, problem.title]).toEqual([410, 'This link has expired. Ask the knowledge office for a new one.'])
})

test('only what proves a link is kept, not the link', async () => {
  const { link } = await invite(await person('Hush'))

  const { rows } = await sql<{ row: string }>`select to_jsonb(l)::text as row from sign_in_link l`.execute(db)

  expect(rows.some(({ row }) => row.includes(tokenIn(link)))).toBe(false)
})

test('a unit is invited with the units below, without those who have an account', async () => {
  const wing = await unit('Wing')
  const below = await unit('Wing, east', wing)
  const [dan, eva, fay] = [
    await person('Dan', { unit: wing }),
    await person('Eva', { unit: below }),
    await person('Fay', { unit: wing }),
  ]
  await comeIn(fay)

  const { body } = await as(olga)('POST /office/invitations', { body: { unit: wing } })

  expect(body.items.map((item) => item.person.id).toSorted()).toEqual([dan.id, eva.id].toSorted())
})

test('a weak password is refused with what to do, and the link stays good', async () => {
  const gil = await person('Gil Hammer', { unit: inner })
  const { link } = await invite(gil)

  const short = await enter(link, 'brief')
  const known = await enter(link, 'gil hammer hammer')

  expect(short.problem.title).toMatch(/^A password needs at least 12 characters\./)
  expect(known.problem.title).toMatch(/made of what others know about you/)
  expect((await enter(link)).status).toBe(204)
})

test('a recovery link gives a new password and ends every session', async () => {
  const hal = await person('Hal')
  const lost = await comeIn(hal)
  expect((await lost.call('GET /me')).status).toBe(200)
  const { body } = await as(olga)('POST /office/recoveries/{person}', { params: { person: hal.id } })

  await enter(body.link, 'quiet geese over the mill')

  expect((await lost.call('GET /me')).status).toBe(401)
  const signIn = (secret: string) => anybody('POST /session', { body: { email: body.email!, password: secret } })
  expect([(await signIn(password)).status, (await signIn('quiet geese over the mill')).status]).toEqual([401, 204])
})

test('whoever leaves is out at once, with session and token, and their words stay theirs', async () => {
  const ida = await person('Ida')
  const idas = await comeIn(ida)
  expect([(await idas.call('GET /me')).status, (await as(ida)('GET /me')).status]).toEqual([200, 200])

  const left = await as(olga)('PUT /office/departures/{person}', {
    params: { person: ida.id },
    body: { on: '2026-01-31' },
  })

  expect(left.status).toBe(204)
  expect([(await idas.call('GET /me')).status, (await as(ida)('GET /me')).status]).toEqual([401, 401])
  const { email } = await db.selectFrom('person').select('email').where('id', '=', ida.id).executeTakeFirstOrThrow()
  expect((await anybody('POST /session', { body: { email: email!, password } })).status).toBe(401)
  const trail = await db.selectFrom('activity').select('verb').where('subjectId', '=', ida.id).execute()
  expect(trail.map(({ verb }) => verb)).toEqual(['person.left'])
})

test('whoever comes back signs in as before, and ended sessions stay ended', async () => {
  const jon = await person('Jon')
  const jons = await comeIn(jon)
  const { email } = (await jons.call('GET /me')).body
  await as(olga)('PUT /office/departures/{person}', { params: { person: jon.id }, body: { on: '2026-01-31' } })

  await as(olga)('DELETE /office/departures/{person}', { params: { person: jon.id } })

  expect((await jons.call('GET /me')).status).toBe(401)
  expect((await anybody('POST /session', { body: { email: email!, password } })).status).toBe(204)
})

test('a day to come is no departure', async () => {
  const kai = await person('Kai')

  const { status } = await as(olga)('PUT /office/departures/{person}', {
    params: { person: kai.id },
    body: { on: '2999-01-01' },
  })

  expect(status).toBe(400)
  expect((await as(kai)('GET /me')).status).toBe(200)
})

test('the last one of the office can neither go, nor leave, nor hand over to somebody without a way in', async () => {
  const lea = await person('Lea')
  const out = await as(olga)('DELETE /office/members/{person}', { params: { person: olga.id } })
  const left = await as(olga)('PUT /office/departures/{person}', {
    params: { person: olga.id },
    body: { on: '2026-01-31' },
  })
  const over = await as(olga)('PUT /office/succession', { body: { to: lea.id } })

  expect([out.status, left.status, over.status]).toEqual([409, 409, 409])
  expect((await as(olga)('GET /office/members')).body.items.map(({ name }) => name)).toEqual(['Olga'])
})

test('the office is handed over whole, and back', async () => {
  const mea = await person('Mea')
  await comeIn(mea)
  await comeIn(olga)

  await as(olga)('PUT /office/succession', { body: { to: mea.id } })

  expect((await as(olga)('GET /office/members')).status).toBe(403)
  expect((await as(mea)('GET /office/members')).body.items.map(({ name }) => name)).toEqual(['Mea'])
  await as(mea)('PUT /office/succession', { body: { to: olga.id } })
  expect((await as(olga)('GET /office/members')).status).toBe(200)
})

test('the audit log tells who did what to whom, the latest first, page by page', async () => {
  const nik = await person('Nik')
  await comeIn(nik)
  await as(olga)('PUT /office/members/{person}', { params: { person: nik.id } })
  await as(olga)('DELETE /office/members/{person}', { params: { person: nik.id } })

  const { body } = await as(olga)('GET /office/audit', { query: { limit: 2 } })
  const older = await as(olga)('GET /office/audit', { query: { limit: 2, after: body.next! } })

  expect(body.items.map(({ act, by, about }) => [act, by?.name, about?.name])).toEqual([
    ['office.left', 'Olga', 'Nik'],
    ['office.joined', 'Olga', 'Nik'],
  ])
  expect(older.body.items.map(({ act }) => act)).toEqual(['account.invitation_link_used', 'account.invited'])
})

test('addresses may change hands, and each signs in with the new one', async () => {
  const [one, two] = [await person('One'), await person('Two')]
  await comeIn(one)
  await comeIn(two)

  await db.transaction().execute(async (tx) => {
    await sql`update person set email = null, key = id::text where id in (${one.id}, ${two.id})`.execute(tx)
    await sql`update person set email = 'second@example.org' where id = ${one.id}`.execute(tx)
    await sql`update person set email = 'first@example.org' where id = ${two.id}`.execute(tx)
  })

  const twos = browser(anybody)
  await twos.call('POST /session', { body: { email: 'first@example.org', password } })
  expect((await twos.call('GET /me')).body.name).toBe('Two')
})

test('people are listed by whether they can sign in', async () => {
  const hall = await unit('Hall')
  const [out, within, gone] = [
    await person('Pim', { unit: hall }),
    await person('Quo', { unit: hall }),
    await person('Ria', { unit: hall }),
  ]
  await comeIn(within)
  await as(olga)('PUT /office/departures/{person}', { params: { person: gone.id }, body: { on: '2026-01-31' } })
  const listed = async (state: 'without' | 'with' | 'left') =>
    (await as(olga)('GET /office/accounts', { query: { state, unit: hall } })).body.items.map(({ id }) => id)

  expect([await listed('without'), await listed('with'), await listed('left')]).toEqual([
    [out.id],
    [within.id],
    [gone.id],
  ])
})

test.each(['nonsense', Buffer.from('["x"]').toString('base64url'), Buffer.from('["a","b"]').toString('base64url')])(
  'the cursor %s is not ours and is refused',
  async (after) => {
    const accounts = await as(olga)('GET /office/accounts', { query: { after } })
    const audit = await as(olga)('GET /office/audit', { query: { after } })

    expect([accounts.status, audit.status]).toEqual([400, 400])
  },
)

test('whoever runs the machine makes the office a new way in', async () => {
  const [made] = await officeLinks(db, 'http://localhost:4400')

  expect(made!.name).toBe('Olga')
  expect((await enter(made!.link, 'quiet geese over the mill')).status).toBe(204)
})
