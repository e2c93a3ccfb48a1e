import { spawn } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { check } from './external.ts'
import { openPostgres, type Postgres } from './index.ts'
import { postmasterOf } from './postmaster.ts'
import type { Purpose } from './presence.ts'

let dataDir: string
let opened: Postgres[]
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'mortar-postgres-'))
  // When the tests run as root, another user runs the database and passes through here.
  chmodSync(dataDir, 0o755)
  opened = []
})
afterEach(async () => {
  await Promise.all(opened.map((postgres) => postgres.stop()))
  rmSync(dataDir, { recursive: true })
})

async function open(purpose: Purpose = 'command', folder = dataDir) {
  const postgres = await openPostgres({ dataDir: folder, databaseUrl: undefined }, purpose)
  opened.push(postgres)
  return postgres
}

async function ask(postgres: Postgres, sql: string) {
  const client = new pg.Client(postgres.config)
  await client.connect()
  const { rows } = await client.query(sql)
  await client.end()
  return rows
}

test('what was written is there after a stop and a start', async () => {
  const first = await open()
  await ask(first, 'create table note as select 1 as n')
  await first.stop()
  opened = []

  expect(await ask(await open(), 'select * from note')).toEqual([{ n: 1 }])
})

test('the database is reached by its socket alone, which only its owner may use', async () => {
  const postgres = await open()

  expect(await ask(postgres, 'show listen_addresses')).toEqual([{ listen_addresses: '' }])
  expect(statSync(join(dataDir, 'postgres')).mode & 0o777).toBe(0o700)
})

test('the database is durable and sorts by ICU', async () => {
  const postgres = await open()
  const [settings] = await ask(
    postgres,
    `select current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit`,
  )
  const sorted = await ask(
    postgres,
    `select string_agg(word, ' ' order by word) as words from unnest('{Zoo,äidin,apu,Ärger}'::text[]) word`,
  )

  expect(settings).toEqual({ fsync: 'on', commit: 'on' })
  expect(sorted).toEqual([{ words: 'äidin apu Ärger Zoo' }])
})

test('its address opens the same database', async () => {
  const postgres = await open()

  expect(
    await ask({ ...postgres, config: { connectionString: postgres.url } }, 'select current_database() as name'),
  ).toEqual([{ name: 'mortar' }])
})

test('several commands at once on a new folder share one PostgreSQL, and the last to leave shuts it down', async () => {
  const [first, second] = await Promise.all([open(), open(), open()])
  await first!.stop()

  expect(await ask(second!, 'select 1 as one')).toEqual([{ one: 1 }])
  await Promise.all(opened.map((postgres) => postgres.stop()))
  expect(postmasterOf(join(dataDir, 'postgres'))).toBeUndefined()
  expect(readdirSync(dataDir).sort()).toEqual(['postgres', 'postgres.log'])
})

test('a second serve on the same folder is refused by name, a command beside it is welcome', async () => {
  await open('serve')

  await expect(open('serve')).rejects.toThrow(
    `Mortar is already running on the data folder ${dataDir} (process ${process.pid})`,
  )
  expect(await ask(await open(), 'select 1 as one')).toEqual([{ one: 1 }])
})

test('a PostgreSQL that was left behind is taken over, not started twice', async () => {
  const folder = join(dataDir, 'postgres')
  await open('serve')
  const { pid } = postmasterOf(folder)!
  opened = []

  const postgres = await open()
  expect(postmasterOf(folder)!.pid).toBe(pid)
  expect(await ask(postgres, 'select 1 as one')).toEqual([{ one: 1 }])
  process.kill(pid, 'SIGKILL')
})

test('a file of a dead PostgreSQL does not stop the next one, though another process has its number', async () => {
  const first = await open()
  await first.stop()
  const other = spawn('sleep', ['60'])
  writeFileSync(join(dataDir, 'postgres', 'postmaster.pid'), `${other.pid}\n/somewhere\n`)

  expect(await ask(await open(), 'select 1 as one')).toEqual([{ one: 1 }])
  other.kill()
})

test('a database that was killed recovers, and who used it stays', async () => {
  const folder = join(dataDir, 'postgres')
  const postgres = await open('serve')
  await ask(postgres, 'create table note as select 1 as n')
  const { pid } = postmasterOf(folder)!
  process.kill(pid, 'SIGKILL')

  await expect.poll(() => ask(postgres, 'select * from note').catch(() => [])).toEqual([{ n: 1 }])
  await expect.poll(() => open('serve').catch((error: Error) => error.message)).toMatch(/already running/)
})

test('a data folder too deep for a socket gets one elsewhere, for its owner only', async () => {
  const deep = join(dataDir, 'd'.repeat(80))
  const postgres = await open('command', deep)

  expect(await ask(postgres, 'select 1 as one')).toEqual([{ one: 1 }])
  expect(statSync(String(postgres.config.host)).mode & 0o777).toBe(0o700)
  await postgres.stop()
  expect(existsSync(String(postgres.config.host))).toBe(false)
})

test('a folder that holds something else is refused and left as it is', async () => {
  mkdirSync(join(dataDir, 'postgres'))
  writeFileSync(join(dataDir, 'postgres', 'letter.txt'), 'Dear Maria')

  await expect(open()).rejects.toThrow(/holds something other than a database: set DATA_DIR to another folder\.$/)
  expect(readdirSync(join(dataDir, 'postgres'))).toEqual(['letter.txt'])
})

test.each([
  ['17', /written by PostgreSQL 17, this Mortar brings 18: run "mortar upgrade" once/],
  ['19', /written by PostgreSQL 19, this Mortar brings 18: install the newer Mortar/],
])('a database of PostgreSQL %s is refused and left as it is', async (version, words) => {
  mkdirSync(join(dataDir, 'postgres'))
  writeFileSync(join(dataDir, 'postgres', 'PG_VERSION'), `${version}\n`)

  await expect(open()).rejects.toThrow(words)
  expect(readdirSync(dataDir)).toEqual(['postgres'])
})

test('a broken database is named with its log', async () => {
  const first = await open()
  await first.stop()
  writeFileSync(join(dataDir, 'postgres', 'postgresql.conf'), 'nonsense = = 1\n')

  await expect(open()).rejects.toThrow(/did not start \(.+\): its log is .+postgres\.log\.$/)
  expect(readFileSync(join(dataDir, 'postgres.log'), 'utf8')).toContain('syntax error')
})

test.runIf(process.getuid?.() === 0)(
  'under a folder that only root may enter, the database lies in the system folder and says so',
  async () => {
    chmodSync(dataDir, 0o700)
    const first = await open()
    const place = realpathSync(join(dataDir, 'postgres'))
    await first.stop()

    expect(place).toMatch(/^\/var\/lib\/mortar\//)
    expect((await open()).notes).toEqual([`The database lies in ${place}.`])
    await opened.pop()!.stop()
    rmSync(place, { recursive: true })
    await expect(open()).rejects.toThrow(/should lie in .+, but nothing is there/)
  },
)

test('a database that does not answer is named without its password', async () => {
  const away = openPostgres({ dataDir, databaseUrl: 'postgresql://mortar:hush-hush@127.0.0.1:1/mortar' }, 'serve')

  await expect(away).rejects.toThrow(
    'The database mortar at 127.0.0.1:1 does not answer: start it, or correct DATABASE_URL.',
  )
})

test('a foreign PostgreSQL must be 15 or later and know letters', () => {
  const good = { version: 150_004, encoding: 'UTF8', letters: true, name: 'mortar' }

  expect(check(good)).toBe('PostgreSQL 15.4')
  expect(() => check({ ...good, version: 140_011 })).toThrow(/PostgreSQL 14: Mortar needs 15 or later\.$/)
  expect(() => check({ ...good, encoding: 'SQL_ASCII' })).toThrow(/does not know letters beyond ASCII/)
  expect(() => check({ ...good, letters: false })).toThrow(/create database mortar template template0/)
})
