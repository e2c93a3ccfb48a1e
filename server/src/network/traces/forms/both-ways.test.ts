import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type Form, gitArguments, takeHeads } from '@mortar/traces'
import { calendar, canary, mattermost, mbox, slack, slackFiles } from '@mortar/traces/test/samples'
import type { TraceColumn } from '@mortar/traces/table/columns'
import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { testDatabase } from '../../../../test/database.ts'
import { tracing } from '../../test/importing.ts'
import { importTraceFiles } from '../from-files.ts'

/** An export is read where it lies, or its heads are taken out in a browser and sent: the same comes of both. */
const { db, pool } = await testDatabase()
const { folder, file, source, person, held } = tracing(db)
const people = ['ann@mill.example', 'bo@mill.example', 'cid@mill.example'] as const
const all: readonly Form[] = ['mail', 'calendar', 'slack', 'mattermost', 'git']

beforeAll(async () => {
  for (const name of ['Ann', 'Bo', 'Cid']) await person(name)
})

/** As a browser does it. */
async function headsOf(...paths: string[]): Promise<string> {
  const chosen = paths.map((path) => ({ name: path, file: new Blob([new Uint8Array(readFileSync(path))]) }))
  const [made] = await takeHeads(chosen, all, () => {})
  return file(await (made as { send: Blob }).send.text(), `${paths[0]!.split('/').at(-1)}.heads`)
}

async function worksIn(id: string) {
  const { rows } = await sql<{ who: string; name: string; week: number; times: number }>`
    select alias as who, artefact.name, week, times from artefact_week join artefact on artefact.number = artefact
    join trace_identity identity on identity.number = person_no where artefact.source_id = ${id} order by 1, 2`.execute(
    db,
  )
  return rows
}

async function broughtIn(kind: string, paths: string[], project?: string) {
  const id = await source('announced', kind)
  const { found } = await importTraceFiles(db, { paths, source: id, project })
  const works = await worksIn(id)
  const { counted, kept, identities, strangers } = found.report!
  return { ties: await held(id), works, counted, kept, identities, strangers }
}

async function isKept(word: string): Promise<boolean> {
  const { rows } = await pool.query<{ all: string }>(
    `select string_agg(t, ' ') as all from (
       select identity::text as t from trace_identity identity union all select import::text from trace_import import
       union all select artefact::text from artefact) kept`,
  )
  return new RegExp(word, 'i').test(rows[0]!.all)
}

test.each([
  ['mails', 'messages', [mbox(people), mbox(people).replaceAll('<1@', '<3@')], 4 + 2],
  ['calendars', 'meetings', [calendar(people), calendar(people)], 12],
  ['Slack', 'messages', [slack(people)], 4],
  ['Mattermost', 'messages', [mattermost(people)], 4],
] as const)('%s come in the same by the page and by the command line', async (name, kind, contents, kept) => {
  const paths = contents.map((content, n) => file(content, `${name}-${n}.bin`))
  const [lying, sent] = [await broughtIn(kind, paths), await broughtIn(kind, [await headsOf(...paths)])]

  expect(sent).toEqual(lying)
  expect([sent.kept > 0, sent.ties.reduce((sum, { times }) => sum + times, 0)]).toEqual([true, kept])
  expect(await isKept(canary)).toBe(false)
})

test('an export of Slack that was unpacked gives what its zip gives, and is not read twice', async () => {
  const unpacked = join(folder, 'Mill Slack export')
  const content = Object.entries(slackFiles(people)).map(([path, value]) => ({
    path,
    text: typeof value === 'string' ? value : JSON.stringify(value),
  }))
  for (const { path, text } of content) {
    mkdirSync(dirname(join(unpacked, path)), { recursive: true })
    writeFileSync(join(unpacked, path), text)
  }
  const chosen = [{ name: 'Mill', folder: content.map(({ path, text }) => ({ path, blob: new Blob([text]) })) }]
  const [made] = await takeHeads(chosen, all, () => {})
  const byPage = file(await (made as { send: Blob }).send.text(), 'unpacked.heads')

  const zipped = await broughtIn('messages', [file(slack(people), 'whole.zip')])
  expect(await broughtIn('messages', [unpacked])).toEqual(zipped)
  expect(await broughtIn('messages', [byPage])).toEqual(zipped)
  expect([zipped.ties.length, await isKept(canary)]).toEqual([4, false])

  const id = await source()
  await importTraceFiles(db, { paths: [unpacked], source: id })
  await expect(importTraceFiles(db, { paths: [unpacked], source: id })).rejects.toMatchObject({
    key: 'network:sameFile',
  })
  const meetings = await source('announced', 'meetings')
  await expect(importTraceFiles(db, { paths: [unpacked], source: meetings })).rejects.toMatchObject({
    key: 'network:otherKind',
  })
})

test('the history of a project comes in the same by --git and by the line that the page shows', async () => {
  const project = join(folder, 'project')
  mkdirSync(join(project, 'plans'), { recursive: true })
  const git = (...words: string[]) => execFileSync('git', ['-C', project, ...words], { encoding: 'utf8' })
  const change = (path: string, name: string, day: string) => {
    writeFileSync(join(project, path), `${canary} ${day}`)
    git('add', '-A')
    const dates = { GIT_AUTHOR_DATE: `${day}T10:00:00`, GIT_COMMITTER_DATE: `${day}T10:00:00` }
    const who = ['-c', `user.email=${name}@mill.example`, '-c', `user.name=${name}`]
    const words = [...who, 'commit', '-q', '-m', canary, '-m', `${canary} again`]
    execFileSync('git', ['-C', project, ...words], { env: { ...process.env, ...dates } })
  }
  git('init', '-q')
  change('plans/loom ä.md', 'ann', '2024-03-05')
  change('plans/loom ä.md', 'bo', '2024-03-06')
  for (let n = 0; n < 600; n++) writeFileSync(join(project, `many-${n}.txt`), canary)
  change('other.txt', 'bo', '2024-03-13')
  const log = join(folder, 'history.txt')
  git(...gitArguments, `--output=${log}`)

  const named = [{ name: 'history.txt', project: 'project', file: new Blob([new Uint8Array(readFileSync(log))]) }]
  const [made] = await takeHeads(named, all, () => {})
  const heads = file(await (made as { send: Blob }).send.text(), 'history.heads')
  const byGit = await broughtIn('artefacts', [project])
  const byFile = await broughtIn('artefacts', [log], 'project')
  const byPage = await broughtIn('artefacts', [heads])
  expect(byGit.works).toHaveLength(603)
  expect(byGit.counted.rows).toBe(3)
  expect(byFile).toEqual(byGit)
  expect(byPage).toEqual(byGit)
  expect([readFileSync(log, 'utf8').includes(canary), await isKept(canary)]).toEqual([false, false])
})

const changed = (who: string, day: string) =>
  `\u0001${Date.parse(`${day}T10:00:00Z`) / 1000}\0${who}@mill.example\0${who}\0\0\nsrc/index.ts\0`

test('files of the same name in two projects are two, and read again they stay what they are', async () => {
  const id = await source('announced', 'artefacts')
  const loom = file(changed('ann', '2024-03-05'), 'loom.txt')
  const mill = file(changed('bo', '2024-03-05'), 'mill.log')
  await importTraceFiles(db, { paths: [loom, mill], source: id })
  const both = [
    { who: 'ann@mill.example', name: 'loom:src/index.ts', week: 2826, times: 1 },
    { who: 'bo@mill.example', name: 'mill:src/index.ts', week: 2826, times: 1 },
  ]
  expect(await worksIn(id)).toEqual(both)

  const again = { paths: [loom], source: id }
  await expect(importTraceFiles(db, again)).rejects.toMatchObject({ key: 'network:sameFile' })
  const grown = file(changed('ann', '2024-03-05') + changed('ann', '2024-03-13'), 'history.txt')
  await importTraceFiles(db, { paths: [grown], source: id, project: 'loom' })
  expect(new Set((await worksIn(id)).map(({ name }) => name))).toEqual(new Set(both.map(({ name }) => name)))
})

test('what was kept before projects had names goes over to the first that comes again', async () => {
  const id = await source('announced', 'artefacts')
  await importTraceFiles(db, { paths: [file(changed('ann', '2024-03-05'), 'old.txt')], source: id })
  await sql`update artefact set name = 'src/index.ts' where source_id = ${id}`.execute(db)

  const grown = changed('ann', '2024-03-05') + changed('ann', '2024-03-13')
  await importTraceFiles(db, { paths: [file(grown, 'loom.txt')], source: id })
  await importTraceFiles(db, { paths: [file(changed('bo', '2024-03-06'), 'mill.txt')], source: id })

  const works = await worksIn(id)
  expect(works.map(({ who, name, week }) => `${who} ${name} ${week}`)).toEqual([
    'ann@mill.example loom:src/index.ts 2826',
    'ann@mill.example loom:src/index.ts 2826',
    'ann@mill.example loom:src/index.ts 2827',
    'bo@mill.example mill:src/index.ts 2826',
  ])
})

test('heads whose reading was stopped go on from there, and a line that is none is told', async () => {
  const heads = await headsOf(file(slack(people), 'again.zip'))
  const broken = file(`${readFileSync(heads, 'utf8')}{"from":7}\n{"from":"ann@mi`, 'broken.heads')
  const id = await source()
  const stop = () => {
    throw new Error('The machine was switched off.')
  }
  const asked = { paths: [broken], source: id }
  await expect(importTraceFiles(db, asked, { often: 1, tell: stop })).rejects.toThrow('switched off')
  const before = (await held(id)).length
  const { found } = await importTraceFiles(db, asked, { often: 1 })

  expect(before).toBeGreaterThan(0)
  expect(found.report!.counted.skips).toMatchObject({ unreadable: { count: 2 }, cut: { count: 1 } })
  expect([found.report!.counted.rows, (await held(id)).map(({ times }) => times)]).toEqual([8, [1, 1, 1, 1]])
})

const [a, b, c] = people
const rows = [
  `2024-03-05 08:00;${a};"${b}, ${c}";${canary};"${canary}; ""more""\n${canary}"`,
  `12.3.2024;"Ann, of the mill <${a}>";${b};${canary};`,
  `"Tue, 19 Mar 2024 08:15:00 +0200";${b};${c};;${canary}`,
  `26/03/2024;${c};${a};${canary};${canary};${canary}`,
  `1711958400;${c};${b};;`,
  `;;;${canary};`,
  '',
  `soon;${a};${b};${canary};`,
  `2024-03-05;${a}`,
  `2024-03-06;;${b};${canary};`,
]
const head = `time;from;to;${canary};text`
const table = (...more: string[]) => [head, ...rows, ...more].join('\r\n')

test.each([
  ['separators, quotes, blank rows and dates of three kinds', `${table()}\n`],
  ['half a line at the end', table(`2024-03-07;${a}`)],
  ['a quote that is never closed', table(`"2024-03-07;${a};${b}`, `2024-03-08;${a};${b};;`, '')],
  ['a line that tells the separator', `sep=;\n${table()}\n`],
  ['UTF-16', Buffer.from(`\uFEFF${table()}\n`, 'utf16le')],
  ['Windows letters', Buffer.from(`${table(`2024-03-07;${a};${b};Ä${canary};`)}\n`, 'latin1')],
  ['no names of columns', `2024-03-05\t${a}\t${b}\t${canary}\n2024-03-06\t${b}\t${a}\t${canary}\n`],
  ['weights and channels', `from,to,day,${canary},count,channel,cc\n${a},${b},2024-03-05,${canary},3,chat,${c}\n`],
] as const)('a table with %s tells the same by the page, without its other columns', async (name, content) => {
  const path = file(typeof content === 'string' ? content : new Uint8Array(content), `${name}.csv`)
  const whole = { name, file: new Blob([new Uint8Array(readFileSync(path))]) }
  const [asked] = await takeHeads([whole], ['table'], () => {})
  const { columns } = (asked as { asks: { columns: readonly (TraceColumn | null)[] } }).asks
  const [made] = await takeHeads([{ ...whole, columns }], ['table'], () => {})
  const sent = await (made as { send: Blob }).send.text()

  const lying = await broughtIn('messages', [path])
  expect(await broughtIn('messages', [file(sent, `${name}.sent.csv`)])).toEqual(lying)
  expect([lying.ties.length > 0, sent.includes(canary), await isKept(canary)]).toEqual([true, false, false])
})

test('what people were not told of does not come in, neither by its words nor by its heads', async () => {
  const id = await source()
  const meetings = file(calendar(people), 'house.ics')
  for (const path of [meetings, await headsOf(meetings)])
    await expect(importTraceFiles(db, { paths: [path], source: id })).rejects.toMatchObject({
      key: 'network:otherKind',
    })
  expect(await held(id)).toEqual([])
})
