import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { type Somebody, testWorld } from '../../../test/world.ts'
import { forgetOldTraces } from '../sources/retention.ts'
import { tracing } from '../test/importing.ts'
import { sending } from '../test/sending.ts'
import { countTies } from '../test/traces.ts'
import { weekOf } from '../week.ts'

const world = await testWorld()
const { person, as, db } = world
const { source, read, held } = tracing(db)
let office: Somebody, anna: Somebody, bo: Somebody
const emailOf = async ({ id }: Somebody) =>
  (await db.selectFrom('person').select('email').where('id', '=', id).executeTakeFirstOrThrow()).email!

beforeAll(async () => {
  office = await person('Office', { office: true })
  anna = await person('Anna Adams')
  bo = await person('Bo Berg')
})

const { piece, send, one, settled } = sending(world, () => office)

test('a file sent in pieces is looked at, read beside the pages, and taken back', async () => {
  const id = await source()
  const before = await countTies(db)
  const text = `time;from;to\n5.3.2024;${await emailOf(anna)};${await emailOf(bo)}\n6.3.2024;${await emailOf(bo)};${await emailOf(anna)}\n`
  const begun = await send(id, text)
  const { body: reading } = await as(office)('GET /sources/{source}/imports/{import}/reading', one(id, begun))
  expect(reading).toMatchObject({
    separator: ';',
    columns: ['time', 'from', 'to'],
    dates: { example: '5.3.2024', read: '2024-03-05' },
    may: { read: true },
  })

  await as(office)('PUT /sources/{source}/imports/{import}/reading', { ...one(id, begun), body: {} })
  const done = await settled(id, begun)
  expect(done).toMatchObject({ state: 'done', failure: null, report: { rows: 2, traces: 2, kept: 2, skipped: [] } })
  expect(done.report).toMatchObject({ from: '2024-03-04', to: '2024-03-10' })
  expect(await countTies(db)).toBe(before + 2)
  expect(await sql`select from trace_import_piece where import_id = ${begun}`.execute(db)).toMatchObject({ rows: [] })

  expect((await as(office)('DELETE /sources/{source}/imports/{import}', one(id, begun))).status).toBe(204)
  expect(await countTies(db)).toBe(before)
})

test('columns that were mistaken are corrected before anything is read, and shown as they would be read', async () => {
  const id = await source()
  const [ann, bob] = [await emailOf(anna), await emailOf(bo)]
  const begun = await send(id, `asked;answered;at;note\n${ann};${bob};04/03/2024;x\n${bob};${ann};05/03/2024;y\n`)
  const look = async (query: object = {}) =>
    await as(office)('GET /sources/{source}/imports/{import}/reading', { ...one(id, begun), query })
  expect((await look()).body.may.read).toBe(false)
  const early = await as(office)('PUT /sources/{source}/imports/{import}/reading', { ...one(id, begun), body: {} })
  expect(early.status).toBe(204)
  expect((await settled(id, begun)).failure).toMatch(/its columns are asked, answered, at, note/)

  const { body } = await look({ columns: 'from,to,time,', order: 'day first' })
  expect([body.may.read, body.preview[0]]).toEqual([true, { day: '2024-03-04', from: ann, to: bob, channel: '' }])
  expect((await look({ columns: 'from,to,time,', order: 'month first' })).body.preview[1]!.day).toBe('2024-05-03')
  const twice = await look({ columns: 'from,from,time,' })
  expect([twice.status, twice.problem.title]).toEqual([400, expect.stringContaining('Say once for each')])

  const corrected = { columns: ['from', 'to', 'time', null] as const, order: 'month first' as const }
  await as(office)('PUT /sources/{source}/imports/{import}/reading', {
    ...one(id, begun),
    body: { ...corrected, columns: [...corrected.columns] },
  })
  expect(await settled(id, begun)).toMatchObject({ state: 'done', report: { rows: 2, from: '2024-04-01' } })
})

test.each([
  ['mails', 'From ann@mill.example Tue Mar  5 08:15:00 2024\nFrom: Ann\n\nWhat I wrote\n'],
  ['a calendar', 'BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:What I wrote\nEND:VEVENT\n'],
  ['a chat', '{"type":"version","version":1}\n{"type":"post","post":{"message":"What I wrote"}}\n'],
])('%s that are sent with their words are not looked into', async (_, words) => {
  const id = await source()
  const begun = await send(id, words)
  const looked = await as(office)('GET /sources/{source}/imports/{import}/reading', one(id, begun))

  expect([looked.status, JSON.stringify(looked.problem)]).toEqual([415, expect.not.stringContaining('What I wrote')])
})

test('what was taken out of an export is looked at before it is read, where people were told of such', async () => {
  const heads = `{"mortarTraces":1,"form":"calendar"}\n{"passed":2}\n{"met":["${await emailOf(anna)}","${await emailOf(bo)}"],"days":["2024-03-05","2024-03-12"]}\n`
  const [id, other] = [await source('announced', 'meetings'), await source()]
  const begun = await send(id, heads)
  const { body: reading } = await as(office)('GET /sources/{source}/imports/{import}/reading', one(id, begun))
  expect(reading).toMatchObject({
    form: 'calendar',
    columns: [],
    preview: [{ day: '2024-03-12', from: await emailOf(anna), to: await emailOf(bo) }],
    may: { read: true },
  })
  const strange = await send(other, heads)
  const refused = await as(office)('GET /sources/{source}/imports/{import}/reading', one(other, strange))
  expect([refused.status, refused.problem.title]).toEqual([409, expect.stringContaining('tells something else than')])

  await as(office)('PUT /sources/{source}/imports/{import}/reading', { ...one(id, begun), body: {} })
  expect(await settled(id, begun)).toMatchObject({ state: 'done', report: { rows: 3, traces: 4, kept: 4 } })
})

test('a table larger than the setting allows is read where it lies', async () => {
  const id = await source()
  const files = [{ name: 'mail.csv', size: 3 * 1024 ** 3 }]
  const { status, problem } = await as(office)('POST /sources/{source}/imports', {
    params: { source: id },
    body: { files },
  })
  expect([status, problem.title]).toEqual([413, expect.stringContaining('larger than 2 GB. Import it on the server')])
})

test('an import whose process died goes on by itself, and one that somebody stopped does not', async () => {
  const id = await source()
  const text = (day: number) => `time,from,to\n2024-03-0${day},${anna.id}@mill.example,x@mill.example\n`
  const died = await send(id, text(5))
  const stopped = await send(id, text(6))
  await sql`update trace_import set state = 'reading', beat_at = now() - interval '1 minute' where id = ${died}`.execute(
    db,
  )
  await sql`update trace_import set state = 'stopped', beat_at = now() - interval '1 minute' where id = ${stopped}`.execute(
    db,
  )

  expect((await settled(id, died)).state).toBe('done')
  const { body } = await as(office)('GET /sources/{source}/imports/{import}', one(id, stopped))
  expect(body.state).toBe('stopped')
})

test('what has not arrived whole is not read, and may be gone on with', async () => {
  const id = await source()
  const text = `time,from,to\n2024-03-05,${await emailOf(anna)},${await emailOf(bo)}\n`
  const files = [{ name: 'mail.csv', size: text.length }]
  const { body } = await as(office)('POST /sources/{source}/imports', { params: { source: id }, body: { files } })
  await piece(office, id, body.id, 0, 0, text.slice(0, 30))
  const early = await as(office)('PUT /sources/{source}/imports/{import}/reading', { ...one(id, body.id), body: {} })
  expect([early.status, early.problem.title]).toEqual([409, expect.stringContaining('Not all of mail.csv has arrived')])

  await piece(office, id, body.id, 0, 0, text.slice(0, 30))
  await piece(office, id, body.id, 0, 1, text.slice(30))
  await as(office)('PUT /sources/{source}/imports/{import}/reading', { ...one(id, body.id), body: {} })
  expect((await settled(id, body.id)).state).toBe('done')
})

test('the same file again is refused in a sentence, unless it is to be read anew', async () => {
  const id = await source()
  const text = `time,from,to\n2024-03-05,${await emailOf(anna)},${await emailOf(bo)}\n`
  const first = await send(id, text)
  await as(office)('PUT /sources/{source}/imports/{import}/reading', { ...one(id, first), body: {} })
  await settled(id, first)
  const second = await send(id, text)
  await as(office)('PUT /sources/{source}/imports/{import}/reading', { ...one(id, second), body: {} })
  expect((await settled(id, second)).failure).toMatch(/This file was imported on .* Nothing was changed/)

  await as(office)('PUT /sources/{source}/imports/{import}/reading', { ...one(id, second), body: { anew: true } })
  expect((await settled(id, second)).state).toBe('done')
  expect(await held(id)).toHaveLength(1)
})

test('a doubtful address is decided without a new import, and the decision is taken back', async () => {
  const id = await source()
  await read(id, `time,from,to\n2024-03-05,Anna Adams <adams@old.example>,${await emailOf(bo)}\n`)
  const list = async (state: 'doubtful' | 'decided') =>
    (await as(office)('GET /sources/{source}/identities', { params: { source: id }, query: { state } })).body
  const [doubtful] = (await list('doubtful')).items
  expect(doubtful).toMatchObject({ alias: 'adams@old.example', label: 'Anna Adams', candidates: [{ id: anna.id }] })

  const params = { source: id, identity: doubtful!.number }
  await as(office)('PUT /sources/{source}/identities/{identity}', { params, body: { person: anna.id } })
  expect((await list('decided')).items).toMatchObject([{ state: 'matched', person: { id: anna.id }, decided: true }])
  expect((await as(anna)('GET /privacy')).body.sources.find((one) => one.id === id)!.months).toMatchObject([
    { times: 1 },
  ])

  await as(office)('DELETE /sources/{source}/identities/{identity}', { params })
  expect((await list('doubtful')).items).toHaveLength(1)

  await as(office)('PUT /sources/{source}/identities/{identity}', { params, body: { person: null } })
  expect(await held(id)).toEqual([])
})

test('an address that turns out to be of somebody who withdrew holds nothing any more', async () => {
  const id = await source()
  await as(anna)('PUT /sources/{source}/choice', { params: { source: id }, body: { agreed: false } })
  await read(id, `time,from,to\n2024-03-05,team@example.org,${await emailOf(bo)}\n`)
  await sql`update trace_identity set state = 'doubtful' where source_id = ${id} and alias = 'team@example.org'`.execute(
    db,
  )
  const { rows } = await sql<{ number: number }>`
    select number from trace_identity where source_id = ${id} and alias = 'team@example.org'`.execute(db)
  const identity = rows[0]!.number
  await sql`insert into tie_week (import_no, week, from_no, to_no, times, weight)
    select import.number, 2826, ${identity}, bo.number, 1, 1 from trace_import import, trace_identity bo
    where import.source_id = ${id} and bo.source_id = ${id} and bo.person_id = ${bo.id}`.execute(db)
  await as(office)('PUT /sources/{source}/identities/{identity}', {
    params: { source: id, identity },
    body: { person: anna.id },
  })

  expect(await held(id)).toEqual([])
})

test('rows older than their source may keep go by themselves', async () => {
  const id = await source()
  const [from, to] = [await emailOf(anna), await emailOf(bo)]
  const ago = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10)
  await read(id, `time,from,to\n${ago(400)},${from},${to}\n${ago(30)},${from},${to}\n`)
  expect(await held(id)).toHaveLength(2)
  await sql`update trace_source set retention_days = 365 where id = ${id}`.execute(db)

  expect(await forgetOldTraces(db)).toBe(1)
  const { rows } = await sql<{ week: number }>`
    select week from tie_week join trace_import import on import.number = import_no where source_id = ${id}`.execute(db)
  expect(rows).toEqual([{ week: weekOf(Date.now() - 30 * 86_400_000) }])
})

test('addresses of outsiders are named for thirty days, and how much was left out for them stays', async () => {
  const id = await source()
  await read(id, `time,from,to\n2024-03-04,${await emailOf(anna)},outside@example.net\n`)
  const { rows } = await sql<{ id: string }>`select id from trace_import where source_id = ${id}`.execute(db)
  const report = async () =>
    (await as(office)('GET /sources/{source}/imports/{import}', one(id, rows[0]!.id))).body.report
  const before = await report()
  expect(before?.strangers).toEqual(['outside@example.net'])
  await forgetOldTraces(db)
  expect((await report())?.strangers).toEqual(['outside@example.net'])

  await sql`update trace_import set at = now() - interval '31 days' where source_id = ${id}`.execute(db)
  await forgetOldTraces(db)
  expect(await report()).toMatchObject({ strangers: [], skipped: before?.skipped, identities: before?.identities })
})

test('imports and addresses are the knowledge office’s alone', async () => {
  const id = await source()
  const begun = await send(id, 'time,from,to\n')
  const params = { source: id, identity: 1 }
  const refused = [
    await as(anna)('GET /sources/{source}/imports', { params: { source: id } }),
    await as(anna)('POST /sources/{source}/imports', {
      params: { source: id },
      body: { files: [{ name: 'x', size: 1 }] },
    }),
    await as(anna)('GET /sources/{source}/imports/{import}', one(id, begun)),
    await as(anna)('GET /sources/{source}/imports/{import}/reading', one(id, begun)),
    await as(anna)('PUT /sources/{source}/imports/{import}/reading', { ...one(id, begun), body: {} }),
    await as(anna)('DELETE /sources/{source}/imports/{import}', one(id, begun)),
    await as(anna)('GET /sources/{source}/identities', { params: { source: id } }),
    await as(anna)('PUT /sources/{source}/identities/{identity}', { params, body: { person: null } }),
    await as(anna)('DELETE /sources/{source}/identities/{identity}', { params }),
  ]
  expect(refused.map(({ status }) => status)).toEqual(refused.map(() => 403))
  expect(await piece(anna, id, begun, 0, 0, 'x')).toBe(403)
})

test('no traces come into an announced source before everybody was told, or into one that is closed', async () => {
  const id = await source()
  const files = [{ name: 'mail.csv', size: 1 }]
  await sql`update trace_source set announced_at = null where id = ${id}`.execute(db)
  const early = await as(office)('POST /sources/{source}/imports', { params: { source: id }, body: { files } })
  await as(office)('PUT /sources/{source}/closing', { params: { source: id } })
  const late = await as(office)('POST /sources/{source}/imports', { params: { source: id }, body: { files } })

  expect([early.problem.title, late.problem.title]).toEqual([
    expect.stringContaining('Announce it first'),
    expect.stringContaining('is closed'),
  ])
})
