import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, afterEach, expect, test } from 'vitest'
import { backup, exportArchive, restore } from '#exchange/index.ts'
import { inTransaction } from '#platform/database.ts'
import { startServer } from '../../src/main.ts'
import { testDatabase } from '../database.ts'
import { storageServer } from './storage-server.ts'
import { multipart, png } from '../security/story/telling.ts'
import { tokenHash } from '#organization/index.ts'
import { carryOver } from '#platform/files/carry.ts'
import { redactFile } from '#platform/files/queries.ts'
import { removeContents } from '#platform/files/removal.ts'
import { openStorage } from '#platform/files/storage.ts'

const bucket = await storageServer()
const storage = openStorage({ s3: bucket.place })!
const { db, pool, url } = await testDatabase()
const server = await startServer({
  connection: { connectionString: url },
  secret: randomBytes(32).toString('hex'),
  baseUrl: 'http://localhost:4400',
  logLevel: 'silent',
  storage,
})
afterAll(async () => {
  await server.close()
  await bucket.close()
})
afterEach(() => {
  bucket.away = false
})

const token = randomBytes(16).toString('hex')
const maria = (
  await sql<{
    id: string
  }>`insert into person (name, email) values ('Maria', 'maria@example.org') returning id`.execute(db)
).rows[0]!.id
await sql`insert into personal_token (person_id, hash, name, scopes) values (${maria}, ${tokenHash(token)}, 'test', '{read,write}')`.execute(
  db,
)
const authorization = `Bearer ${token}`
const send = (name: string, bytes: Buffer) => {
  const { headers, payload } = multipart([{ name: 'file', file: name, bytes }])
  return server.app.inject({ method: 'POST', url: '/api/files', headers: { ...headers, authorization }, payload })
}
const ask = (address: string) => server.app.inject({ url: address, headers: { authorization } })
const inDatabase = async () => Number((await pool.query('select count(*) from file_content')).rows[0].count)

test('contents lie in the bucket alone, and come back as they were', async () => {
  const { id, address } = (await send('gait.png', png)).json()

  expect((await ask(address)).rawPayload.equals(png)).toBe(true)
  expect([bucket.objects.size, await inDatabase()]).toEqual([1, 0])
  expect([...bucket.objects.values()][0]!.equals(png)).toBe(true)
  expect(bucket.turnedAway).toEqual([])
  expect(id).toBeDefined()
})

test('with a wrong secret nothing is stored, and doctor says what to correct', async () => {
  const stranger = openStorage({ s3: { ...bucket.place, keySecret: 'guessed' } })!

  await expect(stranger.put('x', png)).rejects.toThrow(/filesAway/)
  expect(await stranger.trouble()).toMatch(/the key may not use it: make it, or correct S3_ENDPOINT/)
  expect(bucket.objects.has('x')).toBe(false)
  expect(bucket.turnedAway.splice(0).length).toBeGreaterThan(0)
})

test('while the storage is away, sending and reading are refused in a sentence and nothing is half kept', async () => {
  const { address } = (await send('kept.txt', Buffer.from('kept'))).json()
  bucket.away = true

  const sent = await send('lost.txt', Buffer.from('not kept'))
  const read = await ask(address)

  expect([sent.statusCode, read.statusCode]).toEqual([503, 503])
  expect(sent.json().title).toMatch(/storage of files does not answer/)
  expect((await pool.query(`select from file where name = 'lost.txt'`)).rowCount).toBe(0)
  expect(await storage.trouble()).toMatch(/does not answer: start it, or correct S3_ENDPOINT/)
  bucket.away = false
  expect((await ask(address)).body).toBe('kept')
  expect(await storage.trouble()).toBeUndefined()
})

test('what is redacted is deleted from the storage too, later when it is away', async () => {
  const { id } = (await send('secret.txt', Buffer.from('take me away'))).json()
  const before = bucket.objects.size
  await inTransaction(db, (tx) => redactFile(tx, id))
  bucket.away = true
  await expect(removeContents(db, storage)).rejects.toThrow(/filesAway/)
  bucket.away = false

  expect(await removeContents(db, storage)).toBe(1)

  expect(bucket.objects.size).toBe(before - 1)
  expect([...bucket.objects.values()].some((bytes) => bytes.includes('take me away'))).toBe(false)
  expect(await removeContents(db, storage)).toBe(0)
})

test('bytes that somebody else sent as well stay', async () => {
  const [first, second] = [await send('a.txt', Buffer.from('shared')), await send('b.txt', Buffer.from('shared'))]
  await inTransaction(db, (tx) => redactFile(tx, first.json().id))
  await removeContents(db, storage)

  expect((await ask(first.json().address)).statusCode).toBe(410)
  expect((await ask(second.json().address)).body).toBe('shared')
})

test('bytes that are sent again before they were deleted stay', async () => {
  const { id } = (await send('again.txt', Buffer.from('again'))).json()
  await inTransaction(db, (tx) => redactFile(tx, id))
  const { address } = (await send('again.txt', Buffer.from('again'))).json()
  await removeContents(db, storage)

  expect((await ask(address)).body).toBe('again')
})

test('files that were in the database before go on being read, and are carried over', async () => {
  const { id, address } = (await send('old.txt', Buffer.from('from before'))).json()
  const { rows } = await pool.query<{ sha256: Buffer }>('select sha256 from file where id = $1', [id])
  await pool.query('insert into file_content (sha256, bytes) values ($1, $2)', [
    rows[0]!.sha256,
    Buffer.from('from before'),
  ])
  bucket.objects.delete(rows[0]!.sha256.toString('hex'))
  expect((await ask(address)).body).toBe('from before')

  expect(await carryOver(db, storage)).toBe(1)

  expect(await inDatabase()).toBe(0)
  expect((await ask(address)).body).toBe('from before')
})

test('a backup takes the files in, and a restore puts them back', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'mortar-storage-'))
  const file = join(folder, 'whole.backup')
  const before = new Map(bucket.objects)

  const report = await backup(pool, file, '0.0.0', undefined, storage)
  await expect(backup(pool, `${file}2`, '0.0.0')).rejects.toThrow(
    /files lie in a storage beside the database: set FILES/,
  )
  bucket.objects.clear()
  const target = await testDatabase()
  await restore(target.pool, file)
  await carryOver(target.db, storage)

  const used = (await pool.query<{ sha256: Buffer }>('select distinct sha256 from file where redacted_at is null')).rows
  expect(report.lost).toBe(0)
  expect(bucket.objects.size).toBe(used.length)
  for (const { sha256 } of used) {
    const name = sha256.toString('hex')
    expect(bucket.objects.get(name)!.equals(before.get(name)!)).toBe(true)
  }
  for (const [name, bytes] of before) bucket.objects.set(name, bytes)
})

test('an export holds the files, and what the storage has lost is told by a backup', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'mortar-storage-'))
  const manifest = await exportArchive(pool, join(folder, 'archive'), '0.0.0', undefined, storage)
  const names = readdirSync(join(folder, 'archive/files'))
  const [name] = names

  expect(names.length).toBe(manifest.files)
  expect(readFileSync(join(folder, 'archive/files', name!)).equals(bucket.objects.get(name!)!)).toBe(true)

  const kept = bucket.objects.get(name!)!
  bucket.objects.delete(name!)
  expect((await backup(pool, join(folder, 'lossy.backup'), '0.0.0', undefined, storage)).lost).toBe(1)
  bucket.objects.set(name!, kept)
})
