import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Somebody, testWorld } from '../../../test/world.ts'
import { tracing } from '../test/importing.ts'
import { giveTies } from '../test/traces.ts'

/** Who sees what of traces: rule 6 as a table. What discovery makes of them has a table of its own, in recognition. */
const world = await testWorld()
const { db, as } = world
const { source, read } = tracing(db)
type Role = 'the person' | 'colleague' | 'facilitator' | 'manager' | 'knowledge office' | 'guest' | 'nobody'
const who = {} as Record<Role, Somebody | undefined>
let mail: string
let friend: Somebody
let brought: string

beforeAll(async () => {
  const ward = await world.unit('Ward')
  who['the person'] = await world.person('Paula Person', { unit: ward })
  who['colleague'] = await world.person('Cora Colleague', { unit: ward })
  who['facilitator'] = await world.person('Fia Facilitator', { unit: ward })
  who['manager'] = await world.person('Max Manager', { unit: ward, manages: ward })
  who['knowledge office'] = await world.person('Olga Office', { office: true })
  who['guest'] = await world.person('Gus Guest')
  who['nobody'] = undefined
  await sql`update person set origin = 'guest' where id = ${who['guest'].id}`.execute(db)
  friend = await world.person('Frida Friend', { unit: ward })
  const body = { name: 'Weavers', short: 'WEA', colour: 1, visibility: 'open' as const, domain: 'Woad' }
  await as(who['facilitator'])('POST /communities', { body })
  mail = await source()
  await giveTies(db, mail, [[who['the person'].id, friend.id, 7]])
  brought = (await read(mail, 'time,from,to\n2024-03-05,loom,spindle\n')).id
})

const one = () => ({ params: { source: mail } })
const ties = async (role: Role) => {
  const { status, body } = await as(who[role])('GET /privacy')
  return status === 200 ? body.ties.length : status
}
const may = async (role: Role) => {
  const { status, body } = await as(who[role])('GET /sources/{source}', one())
  return status === 200 ? Object.values(body.may).some(Boolean) : status
}

const asks: Record<string, (role: Role) => Promise<number | boolean>> = {
  'the ties of the person': ties,
  'that the source is there': async (role) => (await as(who[role])('GET /sources')).status,
  'what the source is for': async (role) => (await as(who[role])('GET /sources/{source}', one())).status,
  'what may be done with it': may,
  'what was read': async (role) => (await as(who[role])('GET /sources/{source}/imports', one())).status,
  'what one import did': async (role) =>
    (await as(who[role])('GET /sources/{source}/imports/{import}', { params: { source: mail, import: brought } }))
      .status,
  'whose addresses these are': async (role) => (await as(who[role])('GET /sources/{source}/identities', one())).status,
  'saying whose an address is': async (role) =>
    (
      await as(who[role])('PUT /sources/{source}/identities/{identity}', {
        params: { source: mail, identity: 2_000_000 },
        body: { person: null },
      })
    ).status,
  'reading a mailbox into it': async (role) =>
    (
      await as(who[role])('POST /sources/{source}/mailboxes', {
        ...one(),
        body: { host: 'imap.example.org', user: 'paula', mailboxes: ['INBOX'], kind: 'password', secret: 'sesame' },
      })
    ).status,
  registering: async (role) =>
    (
      await as(who[role])('POST /sources', {
        body: {
          name: `Source of ${role}`,
          kind: 'messages',
          channel: 'mail',
          purpose: 'To see.',
          legalGround: 'None',
          retentionDays: 30,
          mode: 'opt_in',
        },
      })
    ).status,
  'choosing for oneself': async (role) =>
    (await as(who[role])('PUT /sources/{source}/choice', { ...one(), body: { agreed: true } })).status,
}

// prettier-ignore
const table: Record<string, Record<Role, number | boolean>> = {
  'the ties of the person': { 'the person': 1, colleague: 0, facilitator: 0, manager: 0, 'knowledge office': 0, guest: 0, nobody: 401 },
  'that the source is there': { 'the person': 200, colleague: 200, facilitator: 200, manager: 200, 'knowledge office': 200, guest: 200, nobody: 401 },
  'what the source is for': { 'the person': 200, colleague: 200, facilitator: 200, manager: 200, 'knowledge office': 200, guest: 200, nobody: 401 },
  'what may be done with it': { 'the person': false, colleague: false, facilitator: false, manager: false, 'knowledge office': true, guest: false, nobody: 401 },
  'what was read': { 'the person': 403, colleague: 403, facilitator: 403, manager: 403, 'knowledge office': 200, guest: 403, nobody: 401 },
  'what one import did': { 'the person': 403, colleague: 403, facilitator: 403, manager: 403, 'knowledge office': 200, guest: 403, nobody: 401 },
  'whose addresses these are': { 'the person': 403, colleague: 403, facilitator: 403, manager: 403, 'knowledge office': 200, guest: 403, nobody: 401 },
  // The office is told that there is no such address; nobody else comes so far.
  'saying whose an address is': { 'the person': 403, colleague: 403, facilitator: 403, manager: 403, 'knowledge office': 404, guest: 403, nobody: 401 },
  // The office is told that nobody named this server; nobody else comes so far.
  'reading a mailbox into it': { 'the person': 403, colleague: 403, facilitator: 403, manager: 403, 'knowledge office': 409, guest: 403, nobody: 401 },
  'registering': { 'the person': 403, colleague: 403, facilitator: 403, manager: 403, 'knowledge office': 201, guest: 403, nobody: 401 },
  'choosing for oneself': { 'the person': 200, colleague: 200, facilitator: 200, manager: 200, 'knowledge office': 200, guest: 200, nobody: 401 },
}

describe.each(Object.keys(table))('%s', (what) => {
  test.each(Object.entries(table[what]!) as [Role, number | boolean][])('%s: %s', async (role, expected) => {
    expect(await asks[what]!(role)).toBe(expected)
  })
})

test('no address of the API takes another person for their ties, their traces or their choices', async () => {
  const { operations } = await import('@mortar/contract')
  const addresses = Object.keys(operations).filter((address) => /\/(privacy|sources)/.test(address))

  expect(addresses.length).toBeGreaterThan(10)
  expect(addresses.filter((address) => address.includes('{person}'))).toEqual([])
})

test('what anybody else is told of sources names neither the person nor whom they are tied to', async () => {
  for (const role of ['colleague', 'facilitator', 'manager', 'knowledge office', 'guest'] as const) {
    const replies = await Promise.all([
      as(who[role])('GET /privacy'),
      as(who[role])('GET /sources'),
      as(who[role])('GET /sources/{source}', one()),
    ])
    const text = JSON.stringify(replies.map(({ body }) => body))
    for (const { id, name } of [who['the person']!, friend]) {
      expect(text).not.toContain(id)
      expect(text).not.toContain(name)
    }
  }
})

test('who agreed is listed for nobody, not even as an address that is surely theirs', async () => {
  const { status } = await as(who['knowledge office'])('GET /sources/{source}/identities', {
    ...one(),
    query: { state: 'matched' as 'decided' },
  })
  expect(status).toBe(400)
})

test('a guest was told of nothing: a file that names them keeps nothing of them', async () => {
  const id = await source()
  const { email } = await db
    .selectFrom('person')
    .select('email')
    .where('id', '=', who['guest']!.id)
    .executeTakeFirstOrThrow()
  await read(id, `time,from,to\n2024-03-05,${email},${email?.replace('gus', 'other')}\n`)

  expect(
    await sql`select from trace_identity where source_id = ${id} and person_id is not null`.execute(db),
  ).toMatchObject({
    rows: [],
  })
})
