import { sql } from 'kysely'
import type pg from 'pg'
import { type Database, inTransaction, openDatabase, openPool } from '../server/src/platform/database.ts'
import { noteAll, reckon } from '../server/src/measurement/index.ts'
import { below, figure, type Line } from './line.ts'

/** All that is kept of all communities and of the organization reckoned again, and then what one day brings. */
export async function measureIndicators(config: pg.PoolConfig, emit: (line: Line) => void): Promise<void> {
  const db = openDatabase(openPool(config, 3))
  const timed = async () => {
    const began = performance.now()
    const before = process.cpuUsage()
    const done = await reckon(db)
    const { user, system } = process.cpuUsage(before)
    return { seconds: (performance.now() - began) / 1000, processor: (user + system) / 1e6, ...done }
  }
  try {
    await inTransaction(db, noteAll)
    const all = await timed()
    emit(below(figure('indicators', 'all reckoned again', all.seconds, 's'), 180))
    emit(figure('indicators', 'all reckoned again, processor beside the database', all.processor, 's'))
    emit(figure('indicators', 'communities and quarters', all.editions, ''))
    await noteWholeDay(db)
    const day = await timed()
    emit(below(figure('indicators', 'what one day brings', day.seconds, 's'), 10))
    emit(figure('indicators', 'communities with news in a day', day.communities, ''))
  } finally {
    await db.destroy()
  }
}

/** What an earlier run on the folder left to be done: reckoned and tidied now, since it would be in the middle of this one. */
export async function settle(config: pg.PoolConfig): Promise<void> {
  const db = openDatabase(openPool(config, 3))
  try {
    await sql`update indicator_news set noted_at = '-infinity'`.execute(db)
    await reckon(db)
    await sql`vacuum (analyze)`.execute(db)
  } finally {
    await db.destroy()
  }
}

/** Notes each community in which somebody replied on a whole day of those that are filled: many, as on any day. */
const noteWholeDay = (db: Database) =>
  sql`
  insert into indicator_news (community_id, day, noted_at)
  select distinct held.community_id, current_date, '-infinity'::timestamptz
  from contribution join inquiry_community held on held.inquiry_id = contribution.inquiry_id
  where contribution.at between now() - interval '3 days' and now() - interval '2 days'
  on conflict do nothing`.execute(db)
