import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { inTransaction } from '#platform/database.ts'
import { testDatabase } from '../../test/database.ts'
import { type ActivityRow, type Follower, followActivity, record } from './index.ts'

const { db, pool, url } = await testDatabase()
const elsewhere = await testDatabase()

function reader(name: string) {
  const read: string[] = []
  const follower: Follower = {
    name,
    read: async (_, rows: ActivityRow[]) => void read.push(...rows.map(({ verb }) => verb)),
  }
  return { read, catchUp: () => followActivity(db, [follower]) }
}
const happen = (verb: `${string}.${string}`) =>
  inTransaction(db, (tx) => record(tx, { actor: null, verb, subject: { kind: 'inquiry', id: randomUUID() } }))

test('each activity is read once and in order', async () => {
  const { read, catchUp } = reader('once')
  await happen('test.first')
  await catchUp()
  await happen('test.second')
  await catchUp()
  await catchUp()

  expect(read).toEqual(['test.first', 'test.second'])
})

test('what an open transaction has written is read after it has ended, and nothing is skipped', async () => {
  const { read, catchUp } = reader('patient')
  await catchUp()
  read.length = 0
  const slow = await pool.connect()
  await slow.query('begin')
  await slow.query(
    "insert into activity (verb, subject_kind, subject_id) values ('test.slow', 'inquiry', gen_random_uuid())",
  )
  await happen('test.quick')

  await catchUp()
  expect(read).toEqual([])
  await slow.query('commit')
  slow.release()
  await catchUp()

  expect(read).toEqual(['test.slow', 'test.quick'])
})

test('a long transaction in another database of the same server holds nobody up', async () => {
  const { read, catchUp } = reader('unhindered')
  await catchUp()
  read.length = 0
  const other = await elsewhere.pool.connect()
  await other.query('begin')
  await other.query("insert into setting (key, value) values ('x', '1')")
  await happen('test.here')

  await catchUp()
  await other.query('rollback')
  other.release()

  expect(url).not.toBe(elsewhere.url)
  expect(read).toEqual(['test.here'])
})

test('two processes that read at once share the work, and nothing is read twice', async () => {
  const { read, catchUp } = reader('shared')
  await catchUp()
  read.length = 0
  for (let n = 0; n < 20; n++) await happen('test.many')

  await Promise.all([catchUp(), catchUp(), catchUp()])
  await catchUp()

  expect(read.length).toBe(20)
})
