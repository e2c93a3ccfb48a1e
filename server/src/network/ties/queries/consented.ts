import { sql } from 'kysely'
import type { Reader } from '#platform/database.ts'

export interface Node {
  number: number
  personId: string
}

/** Sources that something may be computed from now: open, agreed to one by one or told of two weeks ago. */
export async function computable(db: Reader, wanted: string[] | undefined, now: Date): Promise<ComputableSource[]> {
  const { rows } = await sql<ComputableSource>`
    select id, name, kind, channel from trace_source
    where closed_at is null and (mode = 'opt_in' or announced_at + interval '14 days' <= ${now})
      and (${wanted === undefined} or id = any(${wanted ?? []}::uuid[]))
    order by created_at, id`.execute(db)
  return rows
}
export interface ComputableSource {
  id: string
  name: string
  kind: 'messages' | 'artefacts' | 'meetings' | 'survey' | 'mortar'
  channel: string
}

/**
 * Addresses in these sources that stand for somebody who works here and whose traces may be used. People stand in an order
 * that comes from the organization's own ids: in every database that holds the same people they get the same numbers, and
 * chance that is drawn by number falls alike.
 */
export async function consentedNodes(db: Reader, sources: string[]): Promise<Node[]> {
  const { rows } = await sql<Node>`
    with said as materialized (
      select distinct on (source_id, person_id) source_id, person_id, agreed from trace_choice
      where source_id = any(${sources}) order by source_id, person_id, at desc
    )
    select identity.number, identity.person_id
    from trace_identity identity
    join trace_source source on source.id = identity.source_id
    join person on person.id = identity.person_id
    left join said on said.source_id = identity.source_id and said.person_id = identity.person_id
    where identity.source_id = any(${sources}) and identity.state = 'matched'
      and person.erased_at is null and (person.left_on is null or person.left_on > current_date)
      and coalesce(said.agreed, source.mode = 'announced')
    order by sha256(convert_to(coalesce(person.key, person.email, person.id::text), 'UTF8')), identity.person_id,
             identity.number`.execute(db)
  return rows
}

export interface Span {
  number: number
  sourceId: string
}

/** Imports of these sources that are done and stand. */
export async function standingImports(db: Reader, sources: string[]): Promise<Span[]> {
  const { rows } = await sql<Span>`
    select number, source_id from trace_import
    where source_id = any(${sources}) and state = 'done' order by number`.execute(db)
  return rows
}

/**
 * Rows of ties, for a stream. Where several imports of a source tell of the same pair and week, they overlap: the
 * larger counts, so that two exports of one system are not added up.
 */
export const tiesText = (alone: number[], together: number[][], first: number, last: number) =>
  [
    alone.length > 0 &&
      `select from_no, to_no, week, times, weight from tie_week
       where import_no = any('{${alone.map(Number)}}') and week between ${Number(first)} and ${Number(last)}`,
    ...together.map(
      (numbers) => `select from_no, to_no, week, max(times)::int, max(weight)::real from (
         select import_no, from_no, to_no, week, channel, sum(times) as times, sum(weight) as weight from tie_week
         where import_no = any('{${numbers.map(Number)}}') and week between ${Number(first)} and ${Number(last)}
         group by 1, 2, 3, 4, 5) held
       group by from_no, to_no, week, channel`,
    ),
  ]
    .filter(Boolean)
    .join(' union all ')

export const worksText = (numbers: number[], first: number, last: number) =>
  `select artefact, person_no, max(week), max(times)::int from (
     select import_no, artefact, person_no, week, sum(times) as times from artefact_week
     where import_no = any('{${numbers.map(Number)}}') and week between ${Number(first)} and ${Number(last)}
     group by 1, 2, 3, 4) held
   group by artefact, person_no, week order by artefact, person_no`

/** What artefacts are called; what people work on here bears no name of its own. */
export async function artefactNames(db: Reader, numbers: number[]): Promise<Map<number, string>> {
  const { rows } = await sql<{ number: number; name: string }>`
    select artefact.number, artefact.name from artefact join trace_source source on source.id = artefact.source_id
    where artefact.number = any(${numbers}::int[]) and source.kind <> 'mortar'`.execute(db)
  return new Map(rows.map(({ number, name }) => [number, name]))
}

/** How many rows the database expects of a statement, before it is run. */
export async function rowsExpected(db: Reader, text: string): Promise<number> {
  const { rows } = await sql<{
    'QUERY PLAN': [{ Plan: { 'Plan Rows': number } }]
  }>`explain (format json) ${sql.raw(text)}`.execute(db)
  return Math.max(1, rows[0]!['QUERY PLAN'][0].Plan['Plan Rows'])
}
