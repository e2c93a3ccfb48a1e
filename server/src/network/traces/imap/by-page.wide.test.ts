import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { type Somebody, testWorld } from '../../../../test/world.ts'
import { mailServer } from '../../test/mail-server.ts'

const server = await mailServer()
const host = `127.0.0.1:${server.port}`
const { db, as, person } = await testWorld({ mailHosts: [host] })
let office: Somebody
let member: Somebody
let source: string

const mail = (uid: number, from: string, to: string) => ({ uid, from, to, day: 'Tue, 6 Jan 2026 08:15:00 +0200' })
const asked = (more: object = {}) => ({ host, user: 'ann', mailboxes: ['INBOX'], secret: 'sesame', ...more })
const read = (who: Somebody | undefined, body: object = asked()) =>
  as(who)('POST /sources/{source}/mailboxes', { params: { source }, body: body as ReturnType<typeof asked> })
const imports = async () => (await as(office)('GET /sources/{source}/imports', { params: { source } })).body
const ended = (id: string) =>
  expect
    .poll(async () => (await imports()).items.find((one) => one.id === id)?.state, { timeout: 20_000 })
    .not.toMatch(/waiting|reading/)

beforeAll(async () => {
  office = await person('Olga Office', { office: true })
  member = await person('Mia')
  for (const name of ['ann', 'bo'])
    await sql`insert into person (name, email) values (${name}, ${`${name}@mill.example`})`.execute(db)
  const { rows } = await sql<{ id: string }>`
    insert into trace_source (name, kind, channel, purpose, legal_ground, retention_days, mode, announced_at)
    values ('Mail', 'messages', 'mail', 'To see communities', 'Agreement', 20000, 'announced', now() - interval '20 days')
    returning id`.execute(db)
  source = rows[0]!.id
  server.mailboxes.set('INBOX', {
    validity: 7,
    mails: [mail(3, 'ann@mill.example', 'bo@mill.example'), mail(9, 'bo@mill.example', 'ann@mill.example')],
  })
})

test('the office reads a mailbox from the page: heads only, what came since the next time, into the same source', async () => {
  const { status, body } = await read(office)
  await ended(body.id)
  const [first] = (await imports()).items

  expect(status).toBe(201)
  expect(first).toMatchObject({
    state: 'done',
    mailboxes: true,
    report: { rows: 2, kept: 2 },
    by: { name: 'Olga Office' },
  })
  expect([server.trespasses, server.given]).toEqual([[], [3, 9]])
  expect((await read(office)).problem.title).toMatch(/Nothing has come since the last time/)

  server.mailboxes.get('INBOX')!.mails.push(mail(12, 'ann@mill.example', 'bo@mill.example'))
  await ended((await read(office)).body.id)
  expect(server.given).toEqual([3, 9, 12])
  expect((await imports()).items.map(({ state }) => state)).toEqual(['done', 'done'])
})

test('the secret is written nowhere, and a wrong one is told without repeating it', async () => {
  const wrong = await read(office, asked({ secret: 'open-barley' }))
  const { rows } = await sql<{ kept: string }>`
    select concat((select jsonb_agg(to_jsonb(one)) from trace_import one), (select jsonb_agg(to_jsonb(one)) from activity one),
      (select jsonb_agg(to_jsonb(one)) from audit one), (select jsonb_agg(to_jsonb(one)) from idempotency one)) as kept`.execute(
    db,
  )

  expect(wrong.status).toBe(403)
  expect(JSON.stringify(wrong.problem)).not.toContain('barley')
  expect(rows[0]!.kept).toContain('INBOX')
  expect(rows[0]!.kept).not.toMatch(/sesame|barley/)
})

const refused: [string, () => Somebody | undefined, () => object, number][] = [
  ['a server that nobody named', () => office, () => asked({ host: '127.0.0.1:25' }), 409],
  ['the same server by another name', () => office, () => asked({ host: `localhost:${server.port}` }), 409],
  ['a member', () => member, () => asked(), 403],
  ['nobody who is signed in', () => undefined, () => asked(), 401],
]

test.each(refused)('refused, and no line is opened: %s', async (_, who, body, status) => {
  const before = server.given.length
  expect((await read(who(), body())).status).toBe(status)
  expect(server.given).toHaveLength(before)
})

test('a mailbox that was cut off goes on by reading it again, not by itself', async () => {
  server.mailboxes.set('INBOX', {
    validity: 8,
    mails: Array.from({ length: 30 }, (_, n) => mail(n + 1, 'ann@mill.example', 'bo@mill.example')),
  })
  server.cuts.push(11, 0, 0, 0, 0, 0, 0)
  const { body } = await read(office)
  await ended(body.id)
  const cut = (await imports()).items.find(({ id }) => id === body.id)!

  expect(cut).toMatchObject({ state: 'failed', may: { goOn: false, undo: true } })
  expect(cut.failure).toMatch(/What was read is kept; read it again to go on from there/)
  server.cuts.length = 0
  const again = await read(office)
  await ended(again.body.id)
  expect(again.body.id).toBe(body.id)
  expect((await imports()).items.find(({ id }) => id === body.id)).toMatchObject({
    state: 'done',
    report: { rows: 30 },
  })
})
