import type { Outcome, Step } from '@mortar/contract/practice'
import type { RunLine } from '@mortar/contract/practice-pages'
import { sql } from 'kysely'
import type { Reader, Writer } from '#platform/database.ts'
import type { UnitRow } from './page.ts'
import { isReadable, practiceWithReader } from './reading.ts'

export interface RunRow {
  id: string
  practiceId: string
  revision: number
  unit: UnitRow
  title: string
  startedAt: Date
  endedAt: Date | null
  note: string | null
  outcome: Outcome | null
  steps: Step[]
  ticks: { step: number; at: string; mine: boolean }[]
  near: boolean
}

/** A run for a person who is around its unit, or nothing. Of ticks it knows the person's own; others have no name. */
export async function findRun(db: Reader, personId: string, id: string): Promise<RunRow | undefined> {
  const { rows } = await sql<RunRow>`
    select run.id, run.practice_id, run.revision, json_build_object('id', unit.id, 'name', unit.name) as unit, run.title,
           run.started_at, run.ended_at, run.note, revision.steps,
           (select outcome from application a where a.run_id = run.id) as outcome,
           coalesce((select json_agg(json_build_object('step', s.step, 'at', s.done_at, 'mine', s.done_by = ${personId}) order by s.step)
             from run_step s where s.run_id = run.id), '[]') as ticks,
           run.unit_id in (select units_around(${personId})) as near
    from run join unit on unit.id = run.unit_id
    join practice_revision revision on revision.practice_id = run.practice_id and revision.revision = run.revision
    where run.id = ${id}`.execute(db)
  return rows[0]
}

interface NewRun {
  practiceId: string
  revision: number
  unitId: string
  title: string
  startedBy: string | null
  startedAt?: Date
}

export const saveRun = (tx: Writer, row: NewRun) =>
  tx.insertInto('run').values(row).returning('id').executeTakeFirstOrThrow()

/** Ticks a step of an open run; tells whether it was not ticked before. */
export async function saveTick(tx: Writer, runId: string, step: number, doneBy: string | null, doneAt?: Date) {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('runStep')
    .values({ runId, step, doneBy, ...(doneAt && { doneAt }) })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

export async function takeBackTick(tx: Writer, runId: string, step: number, personId: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('runStep')
    .where('runId', '=', runId)
    .where('step', '=', step)
    .where('doneBy', '=', personId)
    .executeTakeFirst()
  return numDeletedRows === 1n
}

/** Locks an open run for a change; nothing when it has ended. */
export const openRun = (tx: Writer, id: string) =>
  tx.selectFrom('run').select('id').where('id', '=', id).where('endedAt', 'is', null).forUpdate().executeTakeFirst()

export const saveRunEnd = (tx: Writer, id: string, endedBy: string | null, note: string, endedAt?: Date) =>
  tx
    .updateTable('run')
    .set({ endedAt: endedAt ?? sql<Date>`now()`, endedBy, note })
    .where('id', '=', id)
    .execute()

type LineRow = Omit<RunLine, 'startedAt' | 'endedAt'> & { startedAt: Date; endedAt: Date | null }

/** Runs of a unit, the open ones first, of practices that somebody may read. */
export async function runsOfUnit(db: Reader, personId: string, unitId: string): Promise<LineRow[]> {
  const { rows } = await sql<LineRow>`
    select run.id, run.title, run.started_at, run.ended_at,
           json_build_object('id', practice.id, 'title', practice.title, 'kind', practice.kind, 'state', practice.state) as practice,
           json_build_object('id', unit.id, 'name', unit.name) as unit,
           (select count(*) from run_step s where s.run_id = run.id) as done, jsonb_array_length(revision.steps) as steps
    from ${practiceWithReader(personId)}
    join run on run.practice_id = practice.id join unit on unit.id = run.unit_id
    join practice_revision revision on revision.practice_id = run.practice_id and revision.revision = run.revision
    where run.unit_id = ${unitId} and ${isReadable(personId)}
    order by run.ended_at is not null, run.started_at desc limit 30`.execute(db)
  return rows
}
