import type { DiscoverySettings, Every } from '@mortar/contract/network-discovery'
import { sql } from 'kysely'
import type { Database, Reader, Writer } from '#platform/database.ts'
import type { Run } from '../discovery.ts'

const columns = sql`id, by_id, at, scheduled, settings, state, progress, summary, failure, finished_at`

export async function findRun(db: Reader, id: string): Promise<Run | undefined> {
  const { rows } = await sql<Run>`select ${columns} from discovery_run where id = ${id}`.execute(db)
  return rows[0]
}

export async function latestRuns(db: Reader): Promise<Run[]> {
  const { rows } = await sql<Run>`select ${columns} from discovery_run order by at desc, id desc limit 100`.execute(db)
  return rows
}

/** The latest run that is done. */
export async function latestDone(db: Reader): Promise<Run | undefined> {
  const { rows } = await sql<Run>`
    select ${columns} from discovery_run where state = 'done' order by at desc, id desc limit 1`.execute(db)
  return rows[0]
}

export interface Asked {
  byId: string | null
  settings: DiscoverySettings
  scheduled?: boolean
  /** Begun by whoever asks, in the same process: no other takes it up while it beats. */
  begun?: boolean
}

export async function saveRun(
  tx: Writer,
  { byId, settings, scheduled = false, begun = false }: Asked,
): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    insert into discovery_run (by_id, settings, scheduled, state, beat_at)
    values (${byId}, ${JSON.stringify(settings)}::jsonb, ${scheduled}, ${begun ? 'running' : 'waiting'},
            case when ${begun} then now() end)
    returning id`.execute(tx)
  return rows[0]!.id
}

/** What begins or takes up runs does so one process at a time. */
export const oneAtATime = (tx: Writer) => sql`select pg_advisory_xact_lock(hashtext('discovery_run'))`.execute(tx)

const unheard = sql`beat_at <= now() - interval '20 seconds'`

/** Takes up the oldest run that waits, or whose process has died; one at a time over all processes. */
export async function takeUpRun(tx: Writer): Promise<string | undefined> {
  await oneAtATime(tx)
  const { rows } = await sql<{ id: string }>`
    update discovery_run set state = 'running', beat_at = now(), progress = null
    where id = (
      select id from discovery_run
      where (state = 'waiting' or (state = 'running' and ${unheard}))
        and not exists (select from discovery_run busy where busy.state = 'running' and busy.beat_at > now() - interval '20 seconds')
      order by at, id limit 1)
    returning id`.execute(tx)
  return rows[0]?.id
}

/** Tells how far it is; false when it was stopped meanwhile. */
export async function beatRun(db: Database, id: string, progress: Run['progress']): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update discovery_run set beat_at = now(), progress = ${JSON.stringify(progress)}::jsonb
    where id = ${id} and state = 'running'`.execute(db)
  return numAffectedRows === 1n
}

export const failRun = (db: Database, id: string, failure: NonNullable<Run['failure']>) =>
  sql`update discovery_run
    set state = 'failed', failure = ${JSON.stringify(failure)}::jsonb, progress = null, finished_at = now()
    where id = ${id} and state = 'running'`.execute(db)

export async function stopRun(tx: Writer, id: string): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update discovery_run set state = 'stopped', progress = null, finished_at = now()
    where id = ${id} and state in ('waiting', 'running')`.execute(tx)
  return numAffectedRows === 1n
}

export async function finishRun(tx: Writer, id: string, summary: NonNullable<Run['summary']>): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update discovery_run
    set state = 'done', summary = ${JSON.stringify(summary)}::jsonb, progress = null, finished_at = now()
    where id = ${id} and state = 'running'`.execute(tx)
  return numAffectedRows === 1n
}

export async function everyOf(db: Reader): Promise<Every> {
  const row = await db.selectFrom('discoverySchedule').select('every').executeTakeFirst()
  return (row?.every as Every | undefined) ?? 'never'
}

export const saveEvery = (tx: Writer, every: Every, byId: string) =>
  tx
    .insertInto('discoverySchedule')
    .values({ every, byId })
    .onConflict((conflict) => conflict.column('one').doUpdateSet({ every, byId, at: sql<Date>`now()` }))
    .execute()

/** When the last run began that is done or under way; a failed one is tried again the next day. */
export async function lastBegun(db: Reader): Promise<Date | undefined> {
  const { rows } = await sql<{ at: Date }>`
    select at from discovery_run
    where state in ('waiting', 'running', 'done') or at > now() - interval '1 day' order by at desc limit 1`.execute(db)
  return rows[0]?.at
}

/** How many took part in earlier runs and how many ties they had, as it was published, the latest first. */
export async function publishedSizes(db: Reader): Promise<{ people: number; ties: number; mostTies: number }[]> {
  const { rows } = await sql<{ people: number; ties: number; mostTies: number }>`
    select (summary->>'people')::int as people, (summary->>'ties')::float8 as ties,
           coalesce((summary->>'mostTies')::int, 0) as most_ties
    from discovery_run where state = 'done' and summary->>'people' is not null and summary->>'ties' is not null
    order by at desc, id desc`.execute(db)
  return rows
}
