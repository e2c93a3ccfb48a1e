import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { testDatabase } from './database.ts'

test('two tests at once never see what the other wrote', async () => {
  const [one, other] = await Promise.all([testDatabase(), testDatabase()])
  await one.pool.query('create table note (n integer)')

  await expect(other.pool.query('select * from note')).rejects.toThrow('does not exist')
})

test('a test database sorts words as readers expect, on any server', async () => {
  const { db } = await testDatabase()
  const { rows } = await sql<{ word: string }>`
    select word from unnest(array['Zoo', 'äidin', 'apu', 'Ärger']) word order by word`.execute(db)

  expect(rows.map(({ word }) => word)).toEqual(['äidin', 'apu', 'Ärger', 'Zoo'])
})
