import { expect, test } from 'vitest'
import { columnsOfPeople } from '../columns.ts'
import { testDatabase } from '../database.ts'
import { goes, staysById } from '../../src/erasure/parts.ts'

const { db } = await testDatabase()

test('of every column that refers to people it is said what an erasure does with it', async () => {
  const columns = await columnsOfPeople(db)

  expect(columns.filter((column) => !goes.has(column) && !staysById.has(column))).toEqual([])
  expect([...goes].filter((column) => staysById.has(column))).toEqual([])
  expect(columns).toContain('inquiry.asked_by')
})
