import { expect, test } from 'vitest'
import { testDatabase } from '../../test/database.ts'
import { dueMigrations, migrate, migrationsIn, type Migration } from './migrate.ts'

const blank = async () => (await testDatabase({ migrated: false })).pool
const migration = (name: string, sql: string): Migration => ({ name, sql, checksum: `checksum of ${sql}` })
const first = migration('0001_note', 'create table note (n integer)')
const second = migration('0002_more', 'alter table note add column more text; insert into note values (1)')

test('all migrations of Mortar apply in order to an empty database, once', async () => {
  const pool = await blank()
  const names = migrationsIn().map(({ name }) => name)

  expect(await migrate(pool)).toEqual(names)
  expect(await migrate(pool)).toEqual([])
  expect(names).toEqual([...names].sort())
  expect(new Set(names.map((name) => name.slice(0, 4))).size).toBe(names.length)
})

test('processes that start at once apply each migration once', async () => {
  const pool = await blank()
  const applied = await Promise.all([1, 2, 3].map(() => migrate(pool, [first, second])))

  expect(applied.flat()).toEqual(['0001_note', '0002_more'])
  expect((await pool.query('select n from note')).rows).toEqual([{ n: 1 }])
})

test('a migration that fails leaves nothing of itself, and those before it stay', async () => {
  const pool = await blank()
  const broken = migration('0003_broken', 'create table half (n integer); select nonsense')

  await expect(migrate(pool, [first, second, broken])).rejects.toThrow('nonsense')
  expect(await dueMigrations(pool, [first, second, broken])).toEqual([broken])
  expect((await pool.query(`select to_regclass('half') as half`)).rows).toEqual([{ half: null }])
})

test('a database of a newer Mortar is refused and left as it is', async () => {
  const pool = await blank()
  await migrate(pool, [first, second])

  await expect(migrate(pool, [first])).rejects.toThrow(
    /^The database was written by a newer Mortar \(0002_more\): install that version/,
  )
  expect((await pool.query('select n from note')).rows).toEqual([{ n: 1 }])
})

test('a database made by another build is refused', async () => {
  const pool = await blank()
  await migrate(pool, [first])

  await expect(migrate(pool, [{ ...first, checksum: 'another' }])).rejects.toThrow(
    /another build of Mortar \(0001_note differs\)/,
  )
})
