import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { pause } from '#platform/process.ts'
import { openPool } from '#platform/database.ts'
import { testWorld } from './world.ts'

const { person, as, db, url } = await testWorld()
const maria = await person('Maria')

/** The activities that a reader has still before it. */
async function unread() {
  const { rows } = await sql<{ unread: number }>`
    select count(*) as unread from activity, activity_reader
    where (activity.transaction, activity.id) > (activity_reader.transaction, activity_reader.id)`.execute(db)
  return rows[0]!.unread
}

test('what waited for an open transaction is read when that has ended, though nobody tells of its end', async () => {
  const pool = openPool({ connectionString: url }, 1)
  const slow = await pool.connect()
  await slow.query('begin')
  await slow.query('select pg_current_xact_id()')
  const body = { name: 'Weavers', short: 'WEA', colour: 1, visibility: 'open', domain: 'Weaving' } as const
  expect((await as(maria)('POST /communities', { body })).status).toBe(201)
  // Time to be told and to find that it has to wait: with less of it the scene would show less, and still hold.
  await pause(500)
  expect(await unread()).toBeGreaterThan(0)

  await slow.query('commit')
  slow.release()
  await pool.end()

  await expect.poll(unread).toBe(0)
})
