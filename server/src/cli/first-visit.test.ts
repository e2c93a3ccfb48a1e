import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { testDatabase } from '../../test/database.ts'
import { firstVisitLines } from './first-visit.ts'

let dataDir: string
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'mortar-visit-'))
})
afterEach(() => rmSync(dataDir, { recursive: true }))

const baseUrl = 'https://mortar.example.org'
const link = /https:\/\/mortar\.example\.org\/welcome\/\S{20,}/

test('in a terminal the link is shown, and no file holds it', async () => {
  const { db } = await testDatabase()

  expect(await firstVisitLines(db, { baseUrl, dataDir }, true)).toMatch(link)
  expect(existsSync(join(dataDir, 'first-link'))).toBe(false)
})

test('elsewhere the link is in a file that only its owner can read, even where a file was open to all before', async () => {
  const { db } = await testDatabase()
  const file = join(dataDir, 'first-link')
  writeFileSync(file, 'old', { mode: 0o644 })

  expect(await firstVisitLines(db, { baseUrl, dataDir }, false)).not.toMatch(link)
  expect(readFileSync(file, 'utf8')).toMatch(link)
  expect(statSync(file).mode & 0o777).toBe(0o600)
})

test('once somebody is the knowledge office there is no link, and the old file is gone', async () => {
  const { db } = await testDatabase()
  await firstVisitLines(db, { baseUrl, dataDir }, false)
  const person = await sql<{
    id: string
  }>`insert into person (name, email) values ('Maria', 'maria@example.org') returning id`.execute(db)
  await sql`insert into knowledge_office (person_id) values (${person.rows[0]!.id})`.execute(db)

  expect(await firstVisitLines(db, { baseUrl, dataDir }, false)).toBeUndefined()
  expect(existsSync(join(dataDir, 'first-link'))).toBe(false)
})
