import { sql } from 'kysely'
import type { Reader } from '#platform/database.ts'
import type { FoundCommunity, Standing } from '../discovery.ts'

export interface FoundRow extends FoundCommunity {
  /** How the reader is in it; null for others. */
  own: 'core' | 'edge' | null
  runAt: Date
  figuresAt: Date | null
  recognitionId: string | null
  recognitionState: 'asking' | 'recognised' | 'not_recognised' | 'withdrawn' | null
  recognitionMine: boolean
}

const rows = (personId: string, where: ReturnType<typeof sql>) => sql<FoundRow>`
  select found.*, held.part as own, run.at as run_at, first.at as figures_at,
         asked.id as recognition_id, asked.state as recognition_state, coalesce(asked.mine, false) as recognition_mine
  from found_community found
  join discovery_run run on run.id = found.run_id
  left join found_person held on held.found_id = found.id and held.person_id = ${personId}
  left join found_community figures on figures.id = found.figures_of
  left join discovery_run first on first.id = figures.run_id
  left join lateral (
    select recognition.id, recognition.state,
           recognition.started_by = ${personId} or exists (
             select from recognition_question question
             where question.recognition_id = recognition.id and question.person_id = ${personId}) as mine
    from recognition where recognition.found_id = found.id order by recognition.started_at desc limit 1
  ) asked on true
  where ${where}`

export async function findFound(db: Reader, personId: string, id: string): Promise<FoundRow | undefined> {
  return (await rows(personId, sql`found.id = ${id}`).execute(db)).rows[0]
}

/** What a run found, the largest first: all of it, or what somebody is in. */
export async function foundOf(db: Reader, personId: string, run: string, all: boolean): Promise<FoundRow[]> {
  const seen = all ? sql`(found.described or held.part is not null)` : sql`held.part is not null`
  const { rows: found } = await rows(
    personId,
    sql`found.run_id = ${run} and ${seen} order by found.number limit 500`,
  ).execute(db)
  return found
}

export async function standingOf(db: Reader, personId: string): Promise<Standing> {
  const {
    rows: [row],
  } = await sql<Standing>`
    select exists (select from knowledge_office where person_id = ${personId}) as office,
           exists (select from knowledge_office where person_id = ${personId})
             or exists (select from unit_manager where person_id = ${personId} and role = 'manager') as overview`.execute(
    db,
  )
  return row!
}

/** Whether somebody is a member of a community that came of recognising this one. */
export async function inWhatCameOf(db: Reader, personId: string, found: string): Promise<boolean> {
  const {
    rows: [row],
  } = await sql<{ is: boolean }>`
    select exists (
      select from recognition join membership on membership.community_id = recognition.community_id
      where recognition.found_id = ${found} and membership.person_id = ${personId}) as is`.execute(db)
  return row!.is
}

/** Names of what a list of changes speaks of. */
export async function namesOf(db: Reader, ids: string[]) {
  if (ids.length === 0) return []
  return db
    .selectFrom('foundCommunity')
    .select(['id', 'number', 'people', 'units', 'evidence', 'words', 'described', 'figuresOf'])
    .where('id', 'in', ids)
    .execute()
}

export const computableSources = (db: Reader) =>
  db.selectFrom('traceSource').select(['id', 'name']).where('closedAt', 'is', null).orderBy('name').execute()

/** The last week that anything read from files lies in; null where that is not all there is. */
export async function lastWeekRead(db: Reader): Promise<number | null> {
  const { rows } = await sql<{ week: number | null }>`
    select case when bool_and(report is not null) then max((report->'counted'->>'lastWeek')::int) end as week
    from trace_import join trace_source source on source.id = source_id
    where source.closed_at is null and state in ('done', 'stopped')
      and (report->>'kept')::int is distinct from 0`.execute(db)
  return rows[0]?.week ?? null
}

/** What a run found and may be described, the largest first. */
export async function describedOf(db: Reader, run: string) {
  const found = await db
    .selectFrom('foundCommunity')
    .select(['id', 'number', 'people', 'units', 'evidence', 'words', 'knownId'])
    .where('runId', '=', run)
    .where('described', '=', true)
    .orderBy('number')
    .execute()
  return found.map(({ evidence, ...row }) => {
    const { times, stability } = evidence as unknown as FoundCommunity['evidence']
    return { ...row, times, stability }
  })
}
