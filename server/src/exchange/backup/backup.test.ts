import { mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { beforeAll, expect, test } from 'vitest'
import { testDatabase } from '../../../test/database.ts'
import { exportArchive } from '../archive/export.ts'
import { importArchive } from '../archive/import.ts'
import { loadExample } from '../index.ts'
import { backup } from './backup.ts'
import { restore } from './restore.ts'

const folder = mkdtempSync(join(tmpdir(), 'mortar-backup-'))
const file = join(folder, 'whole.backup')
const source = await testDatabase()

/** Everything that an archive says, but for when it was written. */
function contentOf(dir: string): Record<string, string> {
  const names = readdirSync(dir, { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isFile() && entry.name !== 'manifest.json',
  )
  return Object.fromEntries(
    names.map((entry) => [
      join(entry.parentPath, entry.name).slice(dir.length),
      readFileSync(join(entry.parentPath, entry.name), 'latin1'),
    ]),
  )
}
const exported = async (pool: typeof source.pool, name: string) => {
  await exportArchive(pool, join(folder, name), '0.0.0')
  return contentOf(join(folder, name))
}

beforeAll(async () => {
  await fill()
  await backup(source.pool, file, '0.0.0')
}, 120_000)

async function fill() {
  const { rows } = await source.pool.query<{ id: string }>(
    "insert into person (name, email) values ('Office', 'office@example.org') returning id",
  )
  const id = rows[0]!.id
  await source.pool.query('insert into knowledge_office (person_id) values ($1)', [id])
  await loadExample(source.db, { id, office: true, guest: false, language: 'en', timeZone: 'UTC' })
  const odd = Buffer.from([0, 10, 92, 46, 10, 255, 13, 10])
  await source.pool.query('insert into file_content (sha256, bytes) values ($1, $2)', [Buffer.alloc(32, 7), odd])
  await source.pool.query(`insert into setting (key, value) values ('motto', $1)`, [
    JSON.stringify('line\n\\.\ttab "quote" ä 😀'),
  ])
}

test('a restored backup exports the same, byte by byte', async () => {
  const target = await testDatabase()

  await restore(target.pool, file)

  expect(await exported(target.pool, 'restored')).toEqual(await exported(source.pool, 'original'))
}, 60_000)

test('an archive that is imported and exported again is the same', async () => {
  const target = await testDatabase()
  const first = await exported(source.pool, 'first')

  await importArchive(target.pool, join(folder, 'first'))

  expect(await exported(target.pool, 'second')).toEqual(first)
}, 60_000)

test('a database that holds something is left as it is', async () => {
  const target = await testDatabase()
  await target.pool.query("insert into person (name, email) values ('Maria', 'maria@example.org')")

  await expect(restore(target.pool, file)).rejects.toThrow(/not empty/)
  await expect(importArchive(target.pool, join(folder, 'first'))).rejects.toThrow(/not empty/)
  expect((await target.pool.query('select name from person')).rows).toEqual([{ name: 'Maria' }])
})

/** Up to so many bytes behind the place where some words stand first. */
const cutBefore = (whole: Buffer, words: string, bytes: number) => whole.subarray(0, whole.indexOf(words) + bytes)

test.each([
  ['cut within its head', (whole: Buffer) => gzipSync(gunzipSync(whole).subarray(0, 500))],
  ['cut within a line', (whole: Buffer) => gzipSync(cutBefore(gunzipSync(whole), '{"table"', 20))],
  ['cut within a table', (whole: Buffer) => gzipSync(cutBefore(gunzipSync(whole), '\\.\n', -2))],
  ['cut as a file', (whole: Buffer) => whole.subarray(0, whole.length - 20)],
  ['something else', () => Buffer.from('not a backup')],
  [
    'of a later version',
    (whole: Buffer) =>
      gzipSync(Buffer.from(gunzipSync(whole).toString('latin1').replace('0001_ground', '0001_other'), 'latin1')),
  ],
])('a file that is %s is refused in a sentence and nothing is written', async (name, damage) => {
  const target = await testDatabase()
  const damaged = join(folder, `${name.replaceAll(' ', '-')}.backup`)
  writeFileSync(damaged, damage(readFileSync(file)))

  await expect(restore(target.pool, damaged)).rejects.toThrow(/backup|version/i)
  expect((await target.pool.query('select count(*)::int from person')).rows).toEqual([{ count: 0 }])
})

test('a backup under writes is of one moment: every contribution belongs to an inquiry that is in it', async () => {
  const target = await testDatabase()
  let stop = false
  const writer = (async () => {
    for (let n = 0; !stop; n++) {
      await source.pool.query(
        `with made as (insert into inquiry (title, body, html) values ($1, '', '') returning id)
         insert into contribution (inquiry_id, kind, body, html) select id, 'answer', 'x', 'x' from made`,
        [`Under way ${n}`],
      )
    }
  })()
  const during = join(folder, 'during.backup')
  await backup(source.pool, during, '0.0.0')
  stop = true
  await writer

  await restore(target.pool, during)

  const { rows } = await target.pool.query(
    'select count(*)::int as n from contribution said left join inquiry on inquiry.id = said.inquiry_id where inquiry.id is null',
  )
  expect(rows).toEqual([{ n: 0 }])
}, 60_000)
