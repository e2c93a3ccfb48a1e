import { sql } from 'kysely'
import type { Database, Reader, Writer } from '../database.ts'

export interface StoredFile {
  id: string
  name: string
  mediaType: string
  size: number
  uploadedBy: string | null
  redactedAt: Date | null
  sha256: Buffer
}

export async function saveFile(
  tx: Writer,
  file: { sha256: Buffer; name: string; mediaType: string; uploadedBy: string; size: number },
): Promise<StoredFile> {
  return tx
    .insertInto('file')
    .values(file)
    .returning(['id', 'name', 'mediaType', 'size', 'uploadedBy', 'redactedAt', 'sha256'])
    .executeTakeFirstOrThrow()
}

/** Takes uploads of one person in turn, and tells how many bytes they uploaded within a day. */
export async function uploadedInADay(tx: Writer, person: string): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`uploads ${person}`}, 0))`.execute(tx)
  const { rows } = await sql<{ size: number }>`
    select coalesce(sum(size), 0)::float8 as size from file
    where uploaded_by = ${person} and uploaded_at > now() - interval '1 day'`.execute(tx)
  return rows[0]!.size
}

export const findFile = (db: Reader, id: string): Promise<StoredFile | undefined> =>
  db
    .selectFrom('file')
    .select(['id', 'name', 'mediaType', 'size', 'uploadedBy', 'redactedAt', 'sha256'])
    .where('id', '=', id)
    .executeTakeFirst()

export const saveContent = (tx: Writer, sha256: Buffer, bytes: Buffer) =>
  tx
    .insertInto('fileContent')
    .values({ sha256, bytes })
    .onConflict((c) => c.doNothing())
    .execute()

export async function contentHere(db: Database, sha256: Buffer): Promise<Buffer | undefined> {
  const row = await db.selectFrom('fileContent').select('bytes').where('sha256', '=', sha256).executeTakeFirst()
  return row?.bytes
}

/** Whoever puts or deletes these bytes in the storage waits for the other: what is put again must not be deleted. */
export const holdContent = (tx: Writer, sha256: Buffer) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`content ${sha256.toString('hex')}`}, 0))`.execute(tx)

export async function isContentUsed(tx: Writer, sha256: Buffer): Promise<boolean> {
  const { rows } = await sql`select from file where sha256 = ${sha256} and redacted_at is null limit 1`.execute(tx)
  return rows.length > 0
}

export const nextRemovals = async (db: Database): Promise<Buffer[]> =>
  (await db.selectFrom('fileRemoval').select('sha256').orderBy('at').limit(100).execute()).map(({ sha256 }) => sha256)

export const forgetRemoval = (tx: Writer, sha256: Buffer) =>
  tx.deleteFrom('fileRemoval').where('sha256', '=', sha256).execute()

export const contentsHere = async (db: Database): Promise<Buffer[]> =>
  (await db.selectFrom('fileContent').select('sha256').orderBy('sha256').execute()).map(({ sha256 }) => sha256)

export const dropContent = (db: Database, sha256: Buffer) =>
  db.deleteFrom('fileContent').where('sha256', '=', sha256).execute()

/** Takes a file's bytes away for good, unless another file has the same; its line stays with the trace. */
export async function redactFile(tx: Writer, id: string): Promise<void> {
  const gone = await tx
    .updateTable('file')
    .set({ redactedAt: new Date(), name: 'redacted' })
    .where('id', '=', id)
    .returning('sha256')
    .executeTakeFirst()
  if (!gone) return
  await tx
    .deleteFrom('fileContent')
    .where('sha256', '=', gone.sha256)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('file').select('id').where('sha256', '=', gone.sha256).where('redactedAt', 'is', null))),
    )
    .execute()
  if (await isContentUsed(tx, gone.sha256)) return
  await tx
    .insertInto('fileRemoval')
    .values({ sha256: gone.sha256 })
    .onConflict((c) => c.doNothing())
    .execute()
}
