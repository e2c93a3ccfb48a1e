import { sql } from 'kysely'
import type { Database, Reader, Writer } from '#platform/database.ts'

export const savePiece = (tx: Writer, importId: string, file: number, seq: number, bytes: Buffer) =>
  sql`insert into trace_import_piece (import_id, file, seq, bytes) values (${importId}, ${file}, ${seq}, ${bytes})
    on conflict (import_id, file, seq) do update set bytes = excluded.bytes`.execute(tx)

/** How many bytes of each file have arrived. */
export async function received(db: Reader, importIds: string[]): Promise<Map<string, Map<number, number>>> {
  const { rows } = await sql<{ importId: string; file: number; bytes: number }>`
    select import_id, file, sum(length(bytes)) as bytes from trace_import_piece
    where import_id = any(${importIds}::uuid[]) group by 1, 2`.execute(db)
  const held = new Map<string, Map<number, number>>()
  for (const { importId, file, bytes } of rows) {
    const files = held.get(importId) ?? new Map<number, number>()
    held.set(importId, files.set(file, Number(bytes)))
  }
  return held
}

/** Where each piece of a file begins. */
export async function placesOf(db: Database, importId: string, file: number) {
  const { rows } = await sql<{ seq: number; size: number }>`
    select seq, length(bytes) as size from trace_import_piece where import_id = ${importId} and file = ${file} order by seq`.execute(
    db,
  )
  let start = 0
  return rows.map(({ seq, size }) => ({ seq, size, start: (start += size) - size }))
}

export async function pieceOf(db: Database, importId: string, file: number, seq: number): Promise<Buffer> {
  const { rows } = await sql<{ bytes: Buffer }>`
    select bytes from trace_import_piece where import_id = ${importId} and file = ${file} and seq = ${seq}`.execute(db)
  return rows[0]!.bytes
}

/** Files that were sent and never read go after some days, and with them what they hold. */
export const forgetUnread = (tx: Writer) =>
  sql`with old as (
      select id from trace_import where state in ('receiving', 'waiting') and at < now() - interval '3 days'
    ), pieces as (delete from trace_import_piece where import_id in (select id from old))
    delete from trace_import where id in (select id from old)`.execute(tx)
