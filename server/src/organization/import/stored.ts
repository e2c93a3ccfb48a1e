import type { MultipartFile } from '@fastify/multipart'
import type { FastifyRequest } from 'fastify'
import type { Reader, Writer } from '#platform/database.ts'
import { refuse } from '../refusals.ts'
import type { Files } from './planning.ts'
import { chunkOf, type ImportRow, saveChunk } from './queries/imports.ts'
import type { Source } from './read/encoding.ts'

type Part = 'people' | 'units'
const largest = 100 * 1024 ** 2
const chunkSize = 1024 ** 2
const limits = { limits: { fileSize: largest, files: 2 }, throwFileSizeLimit: false }

/** Streams the files of a request into the database, a megabyte at a time; tells what each is called. */
export async function storeFiles(tx: Writer, importId: string, request: FastifyRequest): Promise<Map<Part, string>> {
  const names = new Map<Part, string>()
  for await (const part of request.parts(limits)) {
    if (part.type !== 'file') continue
    if ((part.fieldname !== 'people' && part.fieldname !== 'units') || names.has(part.fieldname)) {
      part.file.resume()
      continue
    }
    await storeFile(tx, importId, part.fieldname, part)
    names.set(part.fieldname, nameOf(part.filename))
  }
  return names
}

async function storeFile(tx: Writer, importId: string, part: Part, { file }: MultipartFile) {
  let seq = 0
  let open: Buffer[] = []
  let size = 0
  const flush = async () => {
    if (size > 0) await saveChunk(tx, importId, part, seq++, Buffer.concat(open))
    open = []
    size = 0
  }
  for await (const bytes of file as AsyncIterable<Buffer>) {
    open.push(bytes)
    size += bytes.length
    if (size >= chunkSize) await flush()
  }
  if (file.truncated) throw refuse.tooLarge('importTooLarge')
  await flush()
}

const nameOf = (name: string) =>
  name
    .normalize('NFC')
    .replaceAll(/[\\/\p{Cc}]/gu, '_')
    .slice(-200) || 'people.csv'

/** A stored file, read chunk by chunk. */
export const storedFile = (db: Reader, importId: string, part: Part): Source =>
  async function* () {
    for (let seq = 0; ; seq++) {
      const bytes = await chunkOf(db, importId, part, seq)
      if (!bytes) return
      yield bytes
    }
  }

export const filesOf = (db: Reader, { id, reading }: ImportRow): Files => ({
  people: { source: storedFile(db, id, 'people'), reading: reading.people! },
  units: reading.units && { source: storedFile(db, id, 'units'), reading: reading.units },
})
