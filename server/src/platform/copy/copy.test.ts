import { expect, test } from 'vitest'
import { testDatabase } from '../../../test/database.ts'

const { pool } = await testDatabase()

test('every reference may wait for the end of a transaction, so that tables are loaded in any order', async () => {
  const { rows } = await pool.query(
    `select conrelid::regclass::text || '.' || conname as stubborn from pg_constraint where contype = 'f' and not condeferrable`,
  )

  expect(rows).toEqual([])
})
