import type { ExperimentRunState, ExperimentSeen, Plan, Result } from '@mortar/contract/lab'
import { sql } from 'kysely'
import type { z } from 'zod'
import type { Reader, Writer } from '#platform/database.ts'
import type { Experiment } from '../experiment.ts'

const columns = sql`experiment.id, experiment.by_id, experiment.at, experiment.changed_at, experiment.name,
  experiment.note, experiment.model, experiment.plan, experiment.version, experiment.program, experiment.seen,
  experiment.copy_of, experiment.result, experiment.outcome, experiment.retired_at`

export async function findExperiment(db: Reader, id: string): Promise<Experiment | undefined> {
  const { rows } = await sql<Experiment>`select ${columns} from experiment where id = ${id}`.execute(db)
  return rows[0]
}

interface Listed {
  whose: 'mine' | 'organization'
  personId: string
  model: string | undefined
  after: string[] | undefined
  limit: number
}

export interface ListedRow extends Pick<Experiment, 'id' | 'byId' | 'at' | 'changedAt' | 'name' | 'note' | 'model'> {
  view: Plan['view']
  seen: ExperimentSeen
  run: z.infer<typeof ExperimentRunState> | null
  computed: boolean
  /** When it changed, to the last digit. */
  atKey: string
}

/** What stands, the latest changed first, with one row more than asked. */
export async function listExperiments(
  db: Reader,
  { whose, personId, model, after, limit }: Listed,
): Promise<ListedRow[]> {
  const { rows } = await sql<ListedRow>`
    select id, by_id, at, changed_at, changed_at::text as at_key, name, note, model, plan->>'view' as view, seen, result is not null as computed,
      (select state from experiment_run run where run.experiment_id = experiment.id order by run.at desc, run.id desc limit 1) as run
    from experiment
    where retired_at is null
      and ${whose === 'mine' ? sql`by_id = ${personId}` : sql`seen = 'organization'`}
      and ${model === undefined ? sql`true` : sql`model = ${model}`}
      and ${after ? sql`(changed_at, id) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : sql`true`}
    order by changed_at desc, id desc
    limit ${limit + 1}`.execute(db)
  return rows
}

type Made = Pick<
  Experiment,
  'byId' | 'name' | 'note' | 'model' | 'plan' | 'version' | 'program' | 'seen' | 'copyOf' | 'result'
>

export async function insertExperiment(tx: Writer, { plan, result, ...made }: Made): Promise<string> {
  const row = await tx
    .insertInto('experiment')
    .values({ ...made, plan: JSON.stringify(plan), result: result && JSON.stringify(result) })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

type Told = Partial<Pick<Experiment, 'name' | 'note' | 'seen'>>

export const updateExperiment = (tx: Writer, id: string, told: Told) =>
  tx
    .updateTable('experiment')
    .set({ ...told, changedAt: sql<Date>`now()` })
    .where('id', '=', id)
    .execute()

export const saveResult = (tx: Writer, id: string, result: Result) =>
  tx
    .updateTable('experiment')
    .set({ result: JSON.stringify(result), changedAt: sql<Date>`now()` })
    .where('id', '=', id)
    .execute()

/** Whether it stood until now. */
export async function retire(tx: Writer, id: string): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('experiment')
    .set({ retiredAt: sql<Date>`now()` })
    .where('id', '=', id)
    .where('retiredAt', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export async function restore(tx: Writer, id: string): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('experiment')
    .set({ retiredAt: null })
    .where('id', '=', id)
    .where('retiredAt', 'is not', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
