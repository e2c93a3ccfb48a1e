import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { testDatabase } from '../../../test/database.ts'
import { tracing } from '../test/importing.ts'

const { db } = await testDatabase()
const { source, person, read, held } = tracing(db)
const ids: Record<string, string> = {}
const [ann, bo, cid] = ['ann@mill.example', 'bo@mill.example', 'cid@mill.example']

beforeAll(async () => {
  for (const name of ['Ann', 'Bo', 'Cid', 'Dot', 'Eve']) ids[name] = await person(name)
})

const choose = (id: string, name: string, agreed: boolean) =>
  sql`insert into trace_choice (source_id, person_id, agreed) values (${id}, ${ids[name]}, ${agreed})`.execute(db)

test('rows become counts for each pair, week and channel, and nothing else of them is kept', async () => {
  const id = await source()
  const { report } = await read(
    id,
    `time,from,to,channel\n2024-03-04 08:00:00,${ann},${bo},mail\n2024-03-05 09:00:00,${ann},${bo},mail\n2024-03-06,${bo},${ann},chat\n2024-03-11,${ann},${bo},mail\n`,
  )

  expect(await held(id)).toEqual([
    { tie: `${ann}>${bo}`, day: '2024-03-04', channel: 0, times: 2, weight: 2 },
    { tie: `${ann}>${bo}`, day: '2024-03-11', channel: 0, times: 1, weight: 1 },
    { tie: `${bo}>${ann}`, day: '2024-03-04', channel: 1, times: 1, weight: 1 },
  ])
  expect(report).toMatchObject({ counted: { rows: 4, traces: 4, skips: {} }, kept: 3, pairs: 1 })
})

test('a message to several people is divided among them, in one row or in a row for each', async () => {
  const id = await source()
  await read(id, `time,from,to,cc\n2024-03-04 08:00,${ann},"${bo}; Cid <${cid}>",dot@mill.example\n`)
  const rows = [bo, cid].map((to) => `2024-03-12 10:00:05;${ann};${to}`)
  await read(id, `EventDate;Sender;Recipient\n${rows.join('\n')}\n2024-03-12 11:00:00;${ann};${bo}\n`)

  expect((await held(id)).map(({ tie, times, weight }) => [tie.split('>')[1], times, weight])).toEqual([
    [bo, 1, 0.333],
    [bo, 2, 1.5],
    [cid, 1, 0.333],
    [cid, 1, 0.5],
    ['dot@mill.example', 1, 0.333],
  ])
})

describe('a table is read however it is written', () => {
  const week = [{ tie: `${ann}>${bo}`, day: '2024-03-04', channel: 0, times: 1, weight: 1 }]
  const utf16 = (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le')
  test.each([
    ['semicolons and European dates', `Aika;Lähettäjä;Vastaanottaja\n5.3.2024 8:15;${ann};${bo}\n`],
    ['tabs and American dates', `date\tfrom\tto\n03/05/2024 8:15 AM\t${ann}\t${bo}\n12/25/2023\t${ann}\t${ann}\n`],
    ['day first, seen from another row', `date,from,to\n05/03/2024,${ann},${bo}\n25/12/2023,${ann},${ann}\n`],
    ['seconds since 1970', `ts,user,target\n1709626500,${ann},${bo}\n`],
    ['milliseconds since 1970', `ts,user,target\n1709626500123,${ann},${bo}\n`],
    ['ISO with a zone', `timestamp,from,to\n2024-03-05T08:15:00+02:00,${ann},${bo}\n`],
    ['mail dates', `date,from,to\n"Tue, 5 Mar 2024 08:15:00 +0200",${ann},${bo}\n`],
    ['a mark of UTF-8', `\uFEFFtime,from,to\n2024-03-05,${ann},${bo}\n`],
    ['UTF-16', utf16(`time,from,to\r\n2024-03-05,${ann},${bo}\r\n`)],
    ['Windows letters', Buffer.from(`aika;lähettäjä;vastaanottaja\n2024-03-05;${ann};${bo}\n`, 'latin1')],
    ['quoted cells with what separates', `time,from,to\n"2024-03-05","""Ann, of the mill"" <${ann}>","${bo}"\n`],
    ['capitals and mailto', `time,from,to\n2024-03-05,ANN@Mill.Example,mailto:${bo}\n`],
    ['no head', `2024-03-05 10:00,${ann},${bo}\n`],
    ['a line that names the separator', `sep=;\ntime;from;to\n2024-03-05;${ann};${bo}\n`],
    ['no end of the last line', `time,from,to\n2024-03-05,${ann},${bo}`],
    ['counts already', `time,from,to,weight\n2024-03-05,${ann},${bo},1\n`],
  ])('%s', async (_, content) => {
    const id = await source()
    await read(id, content)

    expect(await held(id)).toEqual(week)
  })
})

test('what cannot be used is left out and told of with its rows, and the rest is read', async () => {
  const id = await source()
  const many = Array.from({ length: 90 }, (_, n) => `p${n}@mill.example`).join(';')
  const rows = [
    'time,from,to,weight',
    `2024-03-05,${ann},${bo},1`,
    `soon,${ann},${bo},1`,
    `2024-02-30,${ann},${bo},1`,
    `2999-01-01,${ann},${bo},1`,
    `1970-01-20,${ann},${bo},1`,
    `2024-03-05,,${bo},1`,
    `2024-03-05,${ann},,1`,
    `2024-03-05,${ann},${ann},1`,
    `2024-03-05,${ann},"${many}",1`,
    `2024-03-05,${ann},${bo},much`,
    `2024-03-05`,
    '',
    `2024-03-06,${ann},stranger@elsewhere.example,1`,
    `2024-03-06,noreply@mill.example,${bo},1`,
    `2024-03-06,${bo},${ann},1`,
    `2024-03-07,${ann}`,
  ]
  const { state, report } = await read(id, rows.join('\n'))

  const skips = Object.entries(report!.counted.skips).map(([why, { count, rows: at }]) => [why, count, at])
  expect(Object.fromEntries(skips.map(([why, ...rest]) => [why, rest]))).toEqual({
    badTime: [2, [3, 4]],
    future: [1, [5]],
    old: [1, [6]],
    noFrom: [1, [7]],
    noTo: [1, [8]],
    self: [1, [9]],
    audience: [1, [10]],
    badWeight: [1, [11]],
    tooFewCells: [1, [12]],
    cut: [1, [17]],
    unknown: [1, []],
    noPerson: [1, []],
  })
  expect([state, (await held(id)).map(({ tie }) => tie)]).toEqual(['done', [`${ann}>${bo}`, `${bo}>${ann}`]])
})

test('a quotation mark that is never closed costs its row, not the file', async () => {
  const id = await source()
  const { report } = await read(id, `time,from,to\n2024-03-05,"${ann},${bo}\n2024-03-06,${bo},${ann}\n`)

  expect(report!.counted.skips).toEqual({ quote: { count: 1, rows: [2] } })
  expect((await held(id)).map(({ tie }) => tie)).toEqual([`${bo}>${ann}`])
})

test('the same file again changes nothing, and says when it was read', async () => {
  const id = await source()
  const text = `time,from,to\n2024-03-05,${ann},${bo}\n`
  await read(id, text)
  const before = await held(id)

  await expect(read(id, text)).rejects.toMatchObject({ key: 'network:sameFile', params: { at: expect.any(Number) } })
  expect(await held(id)).toEqual(before)
  const { rows } = await sql`select from trace_import where source_id = ${id}`.execute(db)
  expect(rows).toHaveLength(1)
})

test('looking only writes nothing, and reports the same', async () => {
  const id = await source()
  const text = `time,from,to\n2024-03-05,${ann},${bo}\nnever,${ann},${bo}\n`
  const looked = await read(id, text, { dryRun: true })
  expect([await held(id), (await sql`select from trace_import where source_id = ${id}`.execute(db)).rows]).toEqual([
    [],
    [],
  ])

  const done = await read(id, text)
  expect(looked.report!.counted).toEqual(done.report!.counted)
})

test.each([
  ['', /has no line at all/],
  ['name,age\nAnn,40\n', /does not say who turned to whom and when: its columns are name, age/],
])('a file that cannot be used says so and leaves nothing behind: %j', async (content, words) => {
  const id = await source()
  const { sentence } = await import('#platform/words.ts')
  const error = (await read(id, content).catch((thrown: unknown) => thrown)) as { key: string; params: object }

  expect(sentence('en', error.key, error.params as Record<string, unknown>)).toMatch(words)
  expect((await sql`select from trace_import where source_id = ${id}`.execute(db)).rows).toEqual([])
})

test('of an opt-in source only rows are kept whose both ends agreed', async () => {
  const id = await source('opt_in')
  await choose(id, 'Ann', true)
  await choose(id, 'Bo', true)
  const { report } = await read(
    id,
    `time,from,to\n2024-03-05,${ann},${bo}\n2024-03-05,${ann},${cid}\n2024-03-06,${cid},${bo}\n`,
  )

  expect((await held(id)).map(({ tie }) => tie)).toEqual([`${ann}>${bo}`])
  expect(report!.counted.skips).toEqual({ notAgreed: { count: 2, rows: [] } })
  const { rows } = await sql<{
    alias: string
  }>`select alias from trace_identity where source_id = ${id} order by 1`.execute(db)
  expect(rows.map(({ alias }) => alias)).toEqual([ann, bo])
})

test('who withdrew from an announced source does not come back with the next file', async () => {
  const id = await source()
  await choose(id, 'Cid', false)
  await read(id, `time,from,to\n2024-03-05,${ann},${cid}\n2024-03-06,${cid},${bo}\n2024-03-06,${bo},${ann}\n`)

  expect((await held(id)).map(({ tie }) => tie)).toEqual([`${bo}>${ann}`])
})

test('a person with much of everything is told of, by name only when it is no person', async () => {
  const rows = (from: string) =>
    Array.from({ length: 120 }, (_, n) => `2024-03-0${1 + (n % 7)} 10:00:${10 + (n % 50)},${from},${n % 2 ? bo : cid}`)
  const one = await read(await source(), `time,from,to\n${rows(ann).join('\n')}\n`)
  const machine = await read(await source(), `time,from,to\n${rows('scanner@mill.example').join('\n')}\n`)

  expect(one.report!.share).toEqual({ share: 1, alias: null })
  expect(machine.report!.share).toEqual({ share: 1, alias: 'scanner@mill.example' })
  expect(machine.report!.strangers).toEqual([['scanner@mill.example', 120]])
})

test('outsiders are counted and not remembered; addresses of the organization wait to be decided', async () => {
  const id = await source()
  await read(id, `time,from,to\n2024-03-05,x@elsewhere.example,${ann}\n2024-03-05,team@mill.example,${ann}\n`)
  const { rows } = await sql<{ alias: string; state: string }>`
    select alias, state from trace_identity where source_id = ${id} order by 1`.execute(db)

  expect(rows).toEqual([
    { alias: ann, state: 'matched' },
    { alias: 'team@mill.example', state: 'unknown' },
  ])
})

test('two files that tell of the same weeks are not added up', async () => {
  const id = await source()
  await read(id, `time,from,to\n2024-03-05 08:00,${ann},${bo}\n2024-03-06 09:00,${ann},${bo}\n`)
  const second = await read(id, `time,from,to\n2024-03-06 09:00,${ann},${bo}\n2024-03-13 09:00,${ann},${bo}\n`)

  expect(second.report!.overlaps).toMatchObject([{ weeks: [2826, 2826] }])
  const { consentedTies } = await import('../ties/consented.ts')
  const window = { from: new Date('2024-01-01'), to: new Date('2024-04-01') }
  const ties = await consentedTies(db, { window, sources: [id], halfLife: 1e9 })
  expect(ties.graph.weights[0]).toBeCloseTo(Math.log1p(3) * 0.5, 5)
})

test('windows that are read together are each as when it is read alone', async () => {
  const id = await source()
  await read(
    id,
    `time,from,to\n2024-03-05 08:00,${ann},${bo}\n2024-03-13 09:00,${ann},${bo}\n2024-05-08 09:00,${bo},${ann}\n`,
  )
  const { consentedTies, consentedTiesOf } = await import('../ties/consented.ts')
  const windows = [
    { from: new Date('2024-01-01'), to: new Date('2024-06-30') },
    { from: new Date('2024-01-01'), to: new Date('2024-03-31') },
    { from: new Date('2024-04-01'), to: new Date('2024-06-30') },
  ]
  const together = await consentedTiesOf(db, { windows, sources: [id], tell: () => {} })

  expect(together.windows.map(({ rows }) => rows)).toEqual([3, 2, 1])
  for (const [nth, window] of windows.entries()) {
    const { graph, works, rows, leftOut, people } = await consentedTies(db, { window, sources: [id] })
    expect(together.people).toEqual(people)
    expect(together.windows[nth]).toEqual({ graph, works, rows, leftOut })
  }
})
