import { sql } from 'kysely'
import type { Database, Reader, Writer } from '#platform/database.ts'
import type { Counted } from '../gather/gather.ts'
import type { Range } from '../imap/mailbox.ts'
import type { Corrected } from '../read/reading.ts'
import type { Place } from '../read/table.ts'

export type ImportState = 'receiving' | 'waiting' | 'reading' | 'done' | 'stopped' | 'failed' | 'undone'

export interface ImportedFile {
  name: string
  size: number
  print?: string
  /** Of a mailbox: which of its mails. */
  range?: Range
}

/** How far an import was written: what lies before is in the database. */
export interface Written {
  file: number
  place: Place
  counted: Counted
  kept: number
  /** Counts that were not written because somebody did not agree, and how many people that were. */
  withheld?: { counts: number; people: number }
  identities: Partial<Record<'matched' | 'doubtful' | 'unknown' | 'no_person', number>>
  pairs: number | null
  /** Addresses of nobody known, with how many traces each took part in. */
  strangers: [alias: string, traces: number][]
  share: { share: number; alias: string | null } | null
  seconds: number
}

export interface ImportRow {
  id: string
  number: number
  sourceId: string
  byId: string | null
  at: Date
  files: ImportedFile[]
  reading: { written?: Written; corrected?: Corrected }
  state: ImportState
  progress: { done: number; total: number; secondsLeft: number | null } | null
  report: Report | null
  failure: { key: string; params: Record<string, unknown> } | null
  finishedAt: Date | null
  working: boolean
}

export interface Report extends Omit<Written, 'file' | 'place'> {
  overlaps: { at: string; weeks: [first: number, last: number] }[]
  /** Of answers to a survey: what each file told, and what a table of people said that is not kept. */
  matrices?: {
    relations: { name: string; ties: number; people: number; lowest: number; highest: number }[]
    attributes: string[]
  }
}

export const columns = sql`id, number, source_id, by_id, at, files, reading, state, progress, report, failure, finished_at,
  state = 'reading' and beat_at > now() - interval '20 seconds' as working`

export async function findImport(db: Reader, source: string, id: string): Promise<ImportRow | undefined> {
  const { rows } =
    await sql<ImportRow>`select ${columns} from trace_import where id = ${id} and source_id = ${source}`.execute(db)
  return rows[0]
}

export async function importNumbered(db: Reader, number: number): Promise<ImportRow | undefined> {
  const { rows } = await sql<ImportRow>`select ${columns} from trace_import where number = ${number}`.execute(db)
  return rows[0]
}

export async function importsOf(db: Reader, source: string): Promise<ImportRow[]> {
  const { rows } = await sql<ImportRow>`
    select ${columns} from trace_import where source_id = ${source} order by at desc, id desc limit 100`.execute(db)
  return rows
}

export async function saveImport(
  tx: Writer,
  row: { sourceId: string; byId: string | null; files: ImportedFile[]; state: 'receiving' | 'waiting' },
): Promise<{ id: string; number: number }> {
  const { rows } = await sql<{ id: string; number: number }>`
    insert into trace_import (source_id, by_id, files, state)
    values (${row.sourceId}, ${row.byId}, ${JSON.stringify(row.files)}::jsonb, ${row.state})
    returning id, number`.execute(tx)
  return rows[0]!
}

export const saveFiles = (db: Reader, id: string, files: ImportedFile[]) =>
  sql`update trace_import set files = ${JSON.stringify(files)}::jsonb where id = ${id}`.execute(db)

/**
 * Says that an import is about to be read, and how if that was corrected; what it failed of is past. It beats once: when
 * whoever would read it dies right now, somebody else will.
 */
export const awaitReading = (db: Database, id: string, corrected?: Corrected) =>
  sql`update trace_import set state = 'waiting', failure = null, beat_at = now(),
      reading = reading || ${JSON.stringify(corrected ? { corrected } : {})}::jsonb
    where id = ${id} and state in ('receiving', 'waiting', 'stopped', 'failed', 'reading')`.execute(db)

/** Takes up an import that was sent and whose reader has died, one process at a time. */
export async function takeUpSent(db: Database): Promise<number | undefined> {
  const { rows } = await sql<{ number: number }>`
    update trace_import set state = 'waiting', beat_at = now()
    where id = (
      select id from trace_import held
      where state in ('reading', 'waiting') and beat_at <= now() - interval '20 seconds'
        and exists (select from trace_import_piece piece where piece.import_id = held.id)
      order by at, id limit 1 for update skip locked)
    returning number`.execute(db)
  return rows[0]?.number
}

/** Takes an import up, unless somebody else is heard of doing so. */
export async function beginReading(db: Database, id: string): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update trace_import set state = 'reading', beat_at = now(), failure = null
    where id = ${id} and (state in ('receiving', 'waiting', 'stopped', 'failed')
      or (state = 'reading' and (beat_at is null or beat_at <= now() - interval '20 seconds')))`.execute(db)
  return numAffectedRows === 1n
}

/** Tells how far it is; no when it was stopped in the meantime. */
export async function beat(db: Database, id: string, progress: ImportRow['progress']): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update trace_import set beat_at = now(), progress = ${JSON.stringify(progress)}::jsonb
    where id = ${id} and state = 'reading'`.execute(db)
  return numAffectedRows === 1n
}

export const failReading = (db: Database, id: string, failure: ImportRow['failure']) =>
  sql`update trace_import set state = 'failed', failure = ${JSON.stringify(failure)}::jsonb, progress = null
    where id = ${id} and state = 'reading'`.execute(db)

export async function stopReading(tx: Writer, id: string): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update trace_import set state = 'stopped', progress = null where id = ${id} and state = 'reading'`.execute(tx)
  return numAffectedRows === 1n
}

/** Another import of the source that stands and read the same files. */
export async function sameFilesAs(db: Reader, source: string, id: string, prints: string[]) {
  const { rows } = await sql<{ id: string; at: Date }>`
    select id, at from trace_import
    where source_id = ${source} and id <> ${id} and state in ('done', 'reading', 'stopped', 'failed')
      and exists (select from jsonb_array_elements(files) file where file ->> 'print' = any(${prints}::text[]))
    order by at desc limit 1`.execute(db)
  return rows[0]
}

/** Imports that stand and tell of weeks that this one tells of, too. */
export async function overlapping(db: Reader, source: string, id: string, first: number, last: number) {
  const { rows } = await sql<{ at: Date; first: number; last: number }>`
    select at, greatest(${first}::int, (report -> 'counted' ->> 'firstWeek')::int) as first,
           least(${last}::int, (report -> 'counted' ->> 'lastWeek')::int) as last
    from trace_import
    where source_id = ${source} and id <> ${id} and state = 'done' and (report -> 'counted' ->> 'firstWeek')::int <= ${last}
      and (report -> 'counted' ->> 'lastWeek')::int >= ${first}
    order by at limit 5`.execute(db)
  return rows
}

export async function finish(tx: Reader, id: string, report: Report): Promise<void> {
  await sql`delete from trace_import_piece where import_id = ${id}`.execute(tx)
  await sql`update trace_import set state = 'done', report = ${JSON.stringify(report)}::jsonb, progress = null, failure = null,
      reading = reading - 'written', finished_at = now() where id = ${id}`.execute(tx)
}

/** Takes out all that an import wrote; tells how many rows that were. */
export async function undo(tx: Writer, { id, number, sourceId }: ImportRow): Promise<number> {
  const { rows } = await sql<{ removed: number }>`
    with ties as (delete from tie_week where import_no = ${number} returning 1),
    work as (delete from artefact_week where import_no = ${number} returning 1)
    select (select count(*) from ties) + (select count(*) from work) as removed`.execute(tx)
  await sql`delete from artefact where source_id = ${sourceId}
    and not exists (select from artefact_week held where held.artefact = artefact.number)`.execute(tx)
  await sql`delete from trace_import_piece where import_id = ${id}`.execute(tx)
  await sql`update trace_import set state = 'undone', progress = null, reading = '{}', finished_at = now() where id = ${id}`.execute(
    tx,
  )
  return rows[0]!.removed
}

/** An import of these files that stopped midway, to be gone on with. */
export async function unfinished(db: Reader, source: string, files: ImportedFile[]): Promise<ImportRow | undefined> {
  const { rows } = await sql<ImportRow>`
    select ${columns} from trace_import
    where source_id = ${source} and state in ('reading', 'stopped', 'failed') and reading ? 'written'
      and (select jsonb_agg(jsonb_build_object('name', file -> 'name', 'size', file -> 'size') order by place)
           from jsonb_array_elements(files) with ordinality as held (file, place)) = ${JSON.stringify(files)}::jsonb
    order by at desc limit 1`.execute(db)
  return rows[0]
}

/** Addresses of outsiders help to mend what was just brought in; after that they are nobody's business. */
export const forgetStrangers = (tx: Writer) =>
  sql`update trace_import set
        report = case when report is not null then report || '{"strangers": [], "share": null}' end,
        reading = case when reading ? 'written'
          then jsonb_set(reading, '{written}', reading -> 'written' || '{"strangers": [], "share": null}') else reading end
      where at < now() - interval '30 days'
        and (jsonb_array_length(report -> 'strangers') > 0 or report -> 'share' ->> 'alias' is not null
          or jsonb_array_length(reading -> 'written' -> 'strangers') > 0
          or reading -> 'written' -> 'share' ->> 'alias' is not null)`.execute(tx)

/** Takes the line of an import out: of one that only looked, or was refused before anything was written. */
export const forget = (db: Database, id: string, which: 'any' | 'unread' = 'any') =>
  sql`delete from trace_import where id = ${id}
    and (${which === 'any'} or (state in ('waiting', 'failed') and not reading ? 'written'))`.execute(db)
