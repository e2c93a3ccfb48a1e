import type pg from 'pg'
import { Failure } from '#platform/failure.ts'
import type { FileStorage } from '#platform/files/storage.ts'
import { contentsBeside } from '../archive/queries.ts'

/** Contents that lie in a storage which no setting names would be missing in silence. */
export async function mustReach(client: pg.ClientBase, storage: FileStorage | undefined): Promise<Buffer[]> {
  const beside = await contentsBeside(client)
  if (beside.length > 0 && !storage) {
    throw new Failure(
      `${beside.length} files lie in a storage beside the database: set FILES and S3_… as Mortar has them, and run this again. Nothing was written.`,
    )
  }
  return beside
}

/** Lines as COPY writes them, for contents that come from the storage. One that it has lost is empty. */
export async function* linesBeside(
  contents: Buffer[],
  storage: FileStorage,
  columns: string[],
  lost: (name: string) => void,
): AsyncGenerator<string> {
  for (const sha256 of contents) {
    const name = sha256.toString('hex')
    const bytes = await storage.get(name)
    if (!bytes) lost(name)
    const values: Record<string, string> = { sha256: name, bytes: bytes?.toString('hex') ?? '' }
    yield `${columns.map((column) => `\\\\x${values[column]}`).join('\t')}\n`
  }
}
