import type { Database, Reader, Writer } from '../database.ts'

export interface StoredFile {
  id: string
  name: string
  mediaType: string
  size: number
  uploadedBy: string | null
  redactedAt: Date | null
}

export async function saveFile(
  tx: Writer,
  file: { sha256: Buffer; name: string; mediaType: string; uploadedBy: string; bytes: Buffer },
): Promise<StoredFile> {
  const { bytes, ...row } = file
  await tx
    .insertInto('fileContent')
    .values({ sha256: row.sha256, bytes })
    .onConflict((c) => c.doNothing())
    .execute()
  return tx
    .insertInto('file')
    .values({ ...row, size: bytes.length })
    .returning(['id', 'name', 'mediaType', 'size', 'uploadedBy', 'redactedAt'])
    .executeTakeFirstOrThrow()
}

export const findFile = (db: Reader, id: string): Promise<StoredFile | undefined> =>
  db
    .selectFrom('file')
    .select(['id', 'name', 'mediaType', 'size', 'uploadedBy', 'redactedAt'])
    .where('id', '=', id)
    .executeTakeFirst()

export async function bytesOf(db: Database, id: string): Promise<Buffer | undefined> {
  const row = await db
    .selectFrom('file')
    .innerJoin('fileContent', 'fileContent.sha256', 'file.sha256')
    .select('bytes')
    .where('file.id', '=', id)
    .executeTakeFirst()
  return row?.bytes
}

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
}
