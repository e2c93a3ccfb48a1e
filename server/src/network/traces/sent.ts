import type { Database } from '#platform/database.ts'
import type { ImportRow } from './queries/imports.ts'
import { pieceOf, placesOf } from './queries/pieces.ts'
import type { TraceFile } from './read/files.ts'

/** Files that were sent by the page, piece by piece. */
export const sentFiles = (db: Database, { id, files }: Pick<ImportRow, 'id' | 'files'>): Promise<TraceFile[]> =>
  Promise.all(
    files.map(async ({ name, size }, file) => {
      const places = await placesOf(db, id, file)
      async function* from(place: number): AsyncGenerator<Buffer> {
        for (const { seq, size: length, start } of places) {
          if (start + length <= place) continue
          yield (await pieceOf(db, id, file, seq)).subarray(Math.max(0, place - start))
        }
      }
      return {
        name,
        size,
        from,
        async slice(place: number, length: number) {
          const parts: Buffer[] = []
          let missing = length
          for await (const bytes of from(place)) {
            parts.push(bytes.subarray(0, missing))
            if ((missing -= bytes.length) <= 0) break
          }
          return Buffer.concat(parts)
        },
      }
    }),
  )
