import { sql } from 'kysely'
import type { Reader } from '#platform/database.ts'
import type { Range } from '../imap/mailbox.ts'
import { columns, type ImportRow } from './imports.ts'

/** The latest range of a mailbox that was read into a source and stands. */
export async function lastRead(db: Reader, source: string, name: string): Promise<Range | undefined> {
  const { rows } = await sql<{ range: Range }>`
    select file -> 'range' as range from trace_import cross join jsonb_array_elements(files) file
    where source_id = ${source} and state = 'done' and file ->> 'name' = ${name} and file ? 'range'
    order by at desc limit 1`.execute(db)
  return rows[0]?.range
}

/** An import of some of these mailboxes that was cut off midway, to be gone on with. */
export async function unfinishedMailboxes(db: Reader, source: string, names: string[]): Promise<ImportRow | undefined> {
  const { rows } = await sql<ImportRow>`
    select ${columns} from trace_import
    where source_id = ${source} and state in ('waiting', 'reading', 'stopped', 'failed') and reading ? 'written'
      and (select bool_and(file ? 'range' and file ->> 'name' = any(${names}::text[])) from jsonb_array_elements(files) file)
    order by at desc limit 1`.execute(db)
  return rows[0]
}

/** Whether somebody reads some of these mailboxes right now, or is just about to. */
export async function areBeingRead(db: Reader, source: string, names: string[]): Promise<boolean> {
  const { rows } = await sql`
    select from trace_import
    where source_id = ${source} and state in ('waiting', 'reading')
      and coalesce(beat_at, at) > now() - interval '20 seconds'
      and exists (select from jsonb_array_elements(files) file
                  where file ? 'range' and file ->> 'name' = any(${names}::text[]))`.execute(db)
  return rows.length > 0
}

/** Says of an import that could not even begin to be read what stood in the way. */
export const failBegun = (db: Reader, number: number, failure: NonNullable<ImportRow['failure']>) =>
  sql`update trace_import set state = 'failed', failure = ${JSON.stringify(failure)}::jsonb
    where number = ${number} and state = 'waiting'`.execute(db)
