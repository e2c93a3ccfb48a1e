import type { ExperimentRun, Result } from '@mortar/contract/lab'
import { sql } from 'kysely'
import type { Database, Reader, Writer } from '#platform/database.ts'
import type { StoredOutcome } from '../organization/outcome.ts'

export interface Run {
  id: string
  experimentId: string
  byId: string | null
  at: Date
  state: ExperimentRun['state']
  estimate: number
  seconds: number
  batch: number
  progress: Told | null
  failure: Failure | null
  finishedAt: Date | null
}

/** How far it is. */
export type Told = Omit<NonNullable<ExperimentRun['progress']>, 'seconds'>
export interface Failure {
  key: string
  params: Record<string, unknown>
}

const columns = sql`id, experiment_id, by_id, at, state, estimate, seconds, batch, progress, failure, finished_at`

export async function latestRun(db: Reader, experiment: string): Promise<Run | undefined> {
  const { rows } = await sql<Run>`
    select ${columns} from experiment_run where experiment_id = ${experiment} order by at desc, id desc limit 1`.execute(
    db,
  )
  return rows[0]
}

export async function findRun(db: Reader, id: string): Promise<Run | undefined> {
  const { rows } = await sql<Run>`select ${columns} from experiment_run where id = ${id}`.execute(db)
  return rows[0]
}

/** Two that ask at once ask one after the other. */
export const oneAtATime = (tx: Writer) => sql`select pg_advisory_xact_lock(hashtext('experiment_run'))`.execute(tx)

/** Seconds of the server that somebody's experiments took or will take, in the last day. */
export async function secondsToday(tx: Reader, personId: string): Promise<number> {
  const { rows } = await sql<{ seconds: number }>`
    select coalesce(sum(case when state in ('waiting', 'running') then greatest(estimate, seconds) else seconds end), 0)::float8 as seconds
    from experiment_run where by_id = ${personId} and at > now() - interval '1 day'`.execute(tx)
  return rows[0]!.seconds
}

export async function insertRun(
  tx: Writer,
  row: { experimentId: string; byId: string; estimate: number; batch: number; given?: Buffer | undefined },
): Promise<string> {
  const made = await tx.insertInto('experimentRun').values(row).returning('id').executeTakeFirstOrThrow()
  return made.id
}

/** Takes up the one that waits, or whose process has died, of whoever had least of the server today. */
export async function takeUpRun(tx: Writer): Promise<string | undefined> {
  await oneAtATime(tx)
  const { rows } = await sql<{ id: string }>`
    update experiment_run set state = 'running', beat_at = now()
    where id = (
      select id from experiment_run waiting
      where state = 'waiting' or (state = 'running' and beat_at <= now() - interval '20 seconds')
      order by (select sum(seconds) from experiment_run other
                where other.by_id = waiting.by_id and other.at > now() - interval '1 day'), at, id
      limit 1)
    returning id`.execute(tx)
  return rows[0]?.id
}

/** Tells how far it is; false when it was stopped meanwhile. */
export async function beatRun(db: Database, id: string, progress: Told | undefined, seconds: number): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update experiment_run
    set beat_at = now(), seconds = ${seconds}, progress = coalesce(${progress ? JSON.stringify(progress) : null}::jsonb, progress)
    where id = ${id} and state = 'running'`.execute(db)
  return numAffectedRows === 1n
}

/** Lets it go so that another process need not wait for its silence. */
export const letGo = (db: Database, id: string) =>
  sql`update experiment_run set state = 'waiting' where id = ${id} and state = 'running'`.execute(db)

export const failRun = (db: Reader, id: string, failure: Failure) =>
  sql`update experiment_run set state = 'failed', failure = ${JSON.stringify(failure)}::jsonb, finished_at = now()
    where id = ${id} and state = 'running'`.execute(db)

export async function stopRun(tx: Writer, id: string): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update experiment_run set state = 'stopped', finished_at = now()
    where id = ${id} and state in ('waiting', 'running')`.execute(tx)
  return numAffectedRows === 1n
}

export const stopRunsOf = (tx: Writer, experiment: string) =>
  sql`update experiment_run set state = 'stopped', finished_at = now()
    where experiment_id = ${experiment} and state in ('waiting', 'running')`.execute(tx)

interface Ended {
  result: Result
  outcome: StoredOutcome | null
  told: Told
  /** Since it was taken up. */
  seconds: number
}

/** Keeps what came out with the experiment; rows of its earlier runs go. False when it was stopped meanwhile. */
export async function finishRun(tx: Writer, run: Run, { result, outcome, told, seconds }: Ended): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update experiment_run
    set state = 'done', finished_at = now(), progress = ${JSON.stringify(told)}::jsonb, seconds = ${run.seconds + seconds}
    where id = ${run.id} and state = 'running'`.execute(tx)
  if (numAffectedRows !== 1n) return false
  await sql`
    update experiment set result = ${JSON.stringify(result)}::jsonb, outcome = ${outcome && JSON.stringify(outcome)}::jsonb
    where id = ${run.experimentId}`.execute(tx)
  await sql`
    delete from experiment_rows held using experiment_run run
    where run.id = held.run_id and run.experiment_id = ${run.experimentId} and run.id <> ${run.id}`.execute(tx)
  return true
}
