import type {
  ImportOptions,
  ImportReading,
  ImportState,
  ImportStep,
  ImportSummary,
  ImportTab,
} from '@mortar/contract/organization'
import { sql } from 'kysely'
import type { Database, Reader, Writer } from '#platform/database.ts'
import type { Plan } from '../plan/plan.ts'

export interface ImportRow {
  id: string
  byId: string | null
  at: Date
  source: string
  state: ImportState
  reading: { people?: ImportReading; units?: ImportReading }
  options: Partial<ImportOptions>
  summary: (ImportSummary & { kept?: number }) | null
  print: string | null
  progress: { step: ImportStep; done: number; total: number } | null
  failure: { key: string; params: Record<string, unknown> } | null
  appliedAt: Date | null
  undoneAt: Date | null
  /** Work is under way and was heard of lately. */
  working: boolean
  stopped: boolean
}

const columns = sql`id, by_id, at, source, state, reading, options, summary, print, progress, failure, applied_at, undone_at,
  state in ('planning', 'applying', 'undoing') and beat_at > now() - interval '1 minute' as working,
  state in ('planning', 'applying', 'undoing') and beat_at <= now() - interval '1 minute' as stopped`

export async function findImport(db: Reader, id: string): Promise<ImportRow | undefined> {
  const { rows } = await sql<ImportRow>`select ${columns} from organization_import where id = ${id}`.execute(db)
  return rows[0]
}

export async function listImports(db: Reader): Promise<ImportRow[]> {
  const { rows } =
    await sql<ImportRow>`select ${columns} from organization_import order by at desc, id desc limit 100`.execute(db)
  return rows
}

export const saveImport = (tx: Writer, byId: string | null, source: string) =>
  tx.insertInto('organizationImport').values({ byId, source }).returning('id').executeTakeFirstOrThrow()

export const saveReading = (tx: Writer, id: string, reading: ImportRow['reading'], source: string) =>
  tx
    .updateTable('organizationImport')
    .set({ reading: JSON.stringify(reading), source })
    .where('id', '=', id)
    .execute()

export const saveChunk = (tx: Writer, importId: string, part: 'people' | 'units', seq: number, bytes: Buffer) =>
  tx.insertInto('organizationImportFile').values({ importId, part, seq, bytes }).execute()

export async function chunkOf(
  db: Reader,
  importId: string,
  part: 'people' | 'units',
  seq: number,
): Promise<Buffer | undefined> {
  const row = await db
    .selectFrom('organizationImportFile')
    .select('bytes')
    .where('importId', '=', importId)
    .where('part', '=', part)
    .where('seq', '=', seq)
    .executeTakeFirst()
  return row?.bytes
}

/** Plans that nobody applied in a week are forgotten, with the files. */
export const forgetOldPlans = (tx: Writer) =>
  sql`delete from organization_import where applied_at is null and at < now() - interval '7 days'`.execute(tx)

/** Takes up work on an import that stands in one of these states; tells whether nobody else did. */
export async function beginWork(db: Database, id: string, state: ImportState, from: ImportState[]): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update organization_import set state = ${state}, beat_at = now(), failure = null, progress = null
    where id = ${id}
      and (state = any(${from}) or (state = ${state} and beat_at <= now() - interval '1 minute'))`.execute(db)
  return numAffectedRows === 1n
}

export const beat = (db: Database, id: string, progress: ImportRow['progress']) =>
  sql`update organization_import set beat_at = now(), progress = ${JSON.stringify(progress)}::jsonb
    where id = ${id} and state in ('planning', 'applying', 'undoing')`.execute(db)

export const failWork = (db: Database, id: string, state: ImportState, failure: ImportRow['failure']) =>
  sql`update organization_import set state = ${state}, failure = ${JSON.stringify(failure)}::jsonb, progress = null where id = ${id}`.execute(
    db,
  )

export async function savePlan(
  tx: Writer,
  id: string,
  {
    summary,
    print,
    options,
    lines,
    problems,
  }: Pick<Plan, 'summary' | 'lines' | 'problems'> & { print: string; options: ImportRow['options'] },
) {
  await tx.deleteFrom('organizationImportLine').where('importId', '=', id).execute()
  const tabs: [ImportTab, readonly object[]][] = [
    ...(Object.entries(lines) as [ImportTab, object[]][]),
    ['problems', problems],
  ]
  for (const [tab, bodies] of tabs) await saveLines(tx, id, tab, bodies)
  await sql`update organization_import
    set state = 'planned', summary = ${JSON.stringify(summary)}::jsonb, print = ${print}, options = ${JSON.stringify(options)}::jsonb,
        progress = null, failure = null
    where id = ${id}`.execute(tx)
}

async function saveLines(tx: Writer, id: string, tab: ImportTab, bodies: readonly object[]) {
  for (let from = 0; from < bodies.length; from += 5000) {
    const json = JSON.stringify(bodies.slice(from, from + 5000))
    await sql`insert into organization_import_line (import_id, tab, seq, body)
      select ${id}, ${tab}, ${from}::int + n, body from jsonb_array_elements(${json}::jsonb) with ordinality as line (body, n)`.execute(
      tx,
    )
  }
}

export async function linesAfter(db: Reader, id: string, tab: ImportTab, after: number, limit: number) {
  return db
    .selectFrom('organizationImportLine')
    .select(['seq', 'body'])
    .where('importId', '=', id)
    .where('tab', '=', tab)
    .where('seq', '>', after)
    .orderBy('seq')
    .limit(limit + 1)
    .execute()
}

/** Rows that a plan leaves out, because they tell of people who were erased. */
export async function rowsOfErased(db: Reader, id: string): Promise<number[]> {
  const { rows } = await sql<{ row: number }>`
    select row::int as row from organization_import_line line, jsonb_array_elements_text(line.body -> 'rows') row
    where line.import_id = ${id} and line.tab = 'problems' and line.body ->> 'kind' = 'erased' limit 1000`.execute(db)
  return rows.map(({ row }) => row)
}

/** Carried out, its files go, and with them the samples of their cells: rows that were left out are kept nowhere. */
export const saveApplied = (tx: Writer, id: string, summary: ImportSummary) =>
  sql`with files as (delete from organization_import_file where import_id = ${id})
    update organization_import
    set state = 'applied', applied_at = now(), summary = ${JSON.stringify(summary)}::jsonb, progress = null, reading = (
      select coalesce(jsonb_object_agg(part, read || '{"samples": []}'), '{}') from jsonb_each(reading) each (part, read))
    where id = ${id}`.execute(tx)

export const saveUndone = (tx: Writer, id: string, byId: string | null, kept: number) =>
  sql`with changes as (delete from organization_import_change where import_id = ${id})
    update organization_import
    set state = 'undone', undone_at = now(), undone_by = ${byId}, progress = null,
        summary = summary || jsonb_build_object('kept', ${kept}::int)
    where id = ${id}`.execute(tx)

/** Whether a later import was applied and stands. */
export async function hasLater(db: Reader, id: string): Promise<boolean> {
  const { rows } = await sql`
    select from organization_import later join organization_import this on this.id = ${id}
    where later.applied_at > this.applied_at and later.undone_at is null limit 1`.execute(db)
  return rows.length > 0
}

export const discard = (tx: Writer, id: string) => tx.deleteFrom('organizationImport').where('id', '=', id).execute()
