import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { testWorld } from '../world.ts'
import { callsIn, readDocument } from './document.ts'

const { person, as, db, server } = await testWorld()
const maria = await person('Maria', { office: true })
const tom = await person('Tom')
const calls = callsIn(await readDocument(server))
const community = (name: string) =>
  ({ name, short: 'WEA', colour: 1, visibility: 'open', domain: 'Looms and what is made on them' }) as const
const open = (who: typeof maria, key: string, name: string) =>
  as(who)('POST /communities', { body: community(name), headers: { 'idempotency-key': key } })
const named = async (name: string) =>
  (await db.selectFrom('community').select('id').where('name', '=', name).execute()).length

test('the same request with the same key gets the first answer again and is done once', async () => {
  const first = await open(maria, 'one', 'Weavers')
  const second = await open(maria, 'one', 'Weavers')

  expect([first.status, second.status]).toEqual([201, 201])
  expect(second.body).toEqual(first.body)
  expect([first.headers['idempotent-replay'], second.headers['idempotent-replay']]).toEqual([undefined, 'true'])
  expect(await named('Weavers')).toBe(1)
})

test('an answer without words is told again too', async () => {
  const { body } = await open(maria, 'joined', 'Dyers')
  const join = () =>
    as(tom)('PUT /communities/{community}/membership', {
      params: { community: body.id },
      headers: { 'idempotency-key': 'join' },
    })

  expect([(await join()).status, (await join()).status]).toEqual([204, 204])
})

test('another request with the same key is refused and not done', async () => {
  await open(maria, 'two', 'Spinners')
  const other = await open(maria, 'two', 'Felters')

  expect([other.status, other.problem.code]).toEqual([409, 'platform.keyReused'])
  expect(await named('Felters')).toBe(0)
})

test('a key belongs to who used it', async () => {
  await open(maria, 'three', 'Potters')
  const toms = await open(tom, 'three', 'Turners')

  expect(toms.status).toBe(201)
  expect(await named('Turners')).toBe(1)
})

test('a refusal leaves the key free for the corrected request', async () => {
  const refuse = () =>
    as(maria)('POST /inquiries', {
      body: { title: 'Why?', body: '', communities: ['00000000-0000-7000-8000-000000000000'] },
      headers: { 'idempotency-key': 'four' },
    })
  const refused = await refuse()
  const again = await open(maria, 'four', 'Carders')

  expect(refused.status).toBeGreaterThanOrEqual(400)
  expect(refused.status).toBeLessThan(500)
  expect(again.status).toBe(201)
})

test('of two equal requests at once one is done', async () => {
  const both = await Promise.all([open(maria, 'five', 'Knitters'), open(maria, 'five', 'Knitters')])

  const statuses = both.map(({ status }) => status)
  expect(statuses).toContain(201)
  expect(statuses.every((status) => status === 201 || status === 409)).toBe(true)
  expect(await named('Knitters')).toBe(1)
  expect((await open(maria, 'five', 'Knitters')).status).toBe(201)
})

const silent = (key: string) =>
  sql`update idempotency set alive_at = now() - interval '11 seconds' where key = ${key}`.execute(db)
const died = (key: string, committed: boolean) =>
  sql`update idempotency set status = null, reply = null, committed = ${committed} where key = ${key}`.execute(db)

test('a request that died before it wrote anything may be sent again', async () => {
  await open(maria, 'eight', 'Ropers')
  await died('eight', false)
  await sql`update community set name = 'Ropers of old', slug = 'ropers-of-old' where name = 'Ropers'`.execute(db)

  const early = await open(maria, 'eight', 'Ropers')
  await silent('eight')
  const late = await open(maria, 'eight', 'Ropers')

  expect([early.status, early.problem.code]).toEqual([409, 'platform.stillRunning'])
  expect(late.status).toBe(201)
  expect(await named('Ropers')).toBe(1)
})

test('what was done and not answered is not done again, and says so', async () => {
  await open(maria, 'nine', 'Tanners')
  await died('nine', true)
  await silent('nine')

  const again = await open(maria, 'nine', 'Tanners')

  expect([again.status, again.problem.code]).toEqual([409, 'platform.doneUnanswered'])
  expect(await named('Tanners')).toBe(1)
})

test('a write that was overtaken while it was silent does not happen', async () => {
  const blocker = await db.startTransaction().execute()
  await sql`lock table community in exclusive mode`.execute(blocker)
  const first = open(maria, 'ten', 'Saddlers')
  try {
    await expect.poll(() => keyIsTaken('ten')).toBe(true)
    await silent('ten')
    const second = open(maria, 'ten', 'Saddlers')
    await expect.poll(() => waiting()).toBe(2)
    await blocker.commit().execute()
    expect((await Promise.all([first, second])).map(({ status }) => status).toSorted()).toEqual([201, 409])
  } finally {
    if (!blocker.isCommitted) await blocker.rollback().execute()
  }
  expect(await named('Saddlers')).toBe(1)
  expect((await open(maria, 'ten', 'Saddlers')).status).toBe(201)
})

const keyIsTaken = async (key: string) =>
  (await db.selectFrom('idempotency').select('key').where('key', '=', key).execute()).length === 1
/** How many wait to open a community; what goes on in the background may wait beside them. */
const waiting = async () =>
  (
    await sql<{ n: number }>`
      select count(*) as n from pg_locks join pg_stat_activity using (pid)
      where not granted and query ilike 'insert into "community" %' and relation = 'community'::regclass and pg_locks.database = (select oid from pg_database where datname = current_database())`.execute(
      db,
    )
  ).rows[0]!.n

test('an empty key is none, and one that is too long is refused', async () => {
  await open(maria, '', 'Lacers')
  await open(maria, '', 'Lacers too')

  expect([await named('Lacers'), await named('Lacers too')]).toEqual([1, 1])
  expect((await open(maria, 'k'.repeat(201), 'Binders')).status).toBe(400)
  expect(await named('Binders')).toBe(0)
})

test('what is told once is kept nowhere to be told again', async () => {
  const make = () =>
    as(maria)('POST /office/invitations', { body: { people: [tom.id] }, headers: { 'idempotency-key': 'six' } })
  const links = [(await make()).body.items[0]!.link, (await make()).body.items[0]!.link]

  expect(links[0]).not.toBe(links[1])
  const kept = await db.selectFrom('idempotency').select(['key', 'reply']).execute()
  expect(kept.map(({ key }) => key)).not.toContain('six')
})

describe.each(
  calls
    .filter(({ method, path, operation }) => method === 'GET' && !path.includes('{') && !operation['security'])
    .filter(({ operation }) => operation.parameters.every(({ required }) => !required))
    .map(({ path }) => [path]),
)('GET %s', (path) => {
  test('is not sent again to who has it', async () => {
    const ask = (headers: Record<string, string> = {}) =>
      server.app.inject({ url: `/api${path}`, headers: { authorization: `Bearer ${maria.token}`, ...headers } })
    const first = await ask()
    const second = await ask({ 'if-none-match': String(first.headers['etag']) })
    const other = await ask({ 'if-none-match': '"other"' })

    expect(first.headers['etag']).toMatch(/^(W\/)?".+"$/)
    expect(first.headers['cache-control']).toBe('private, no-cache')
    expect([second.statusCode, second.body]).toEqual([304, ''])
    expect([other.statusCode, other.body]).toEqual([200, first.body])
  })
})

test('what changed is sent whole', async () => {
  const { body } = await open(maria, 'seven', 'Smiths')
  const params = { community: body.id }
  const before = await as(tom)('GET /communities/{community}', { params })
  await as(tom)('PUT /communities/{community}/membership', { params })

  const after = await as(tom)('GET /communities/{community}', {
    params,
    headers: { 'if-none-match': String(before.headers['etag']) },
  })

  expect([after.status, after.body.member]).toEqual([200, true])
})
