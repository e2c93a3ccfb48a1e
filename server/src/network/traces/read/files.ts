import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { basename } from 'node:path'

/** A file to read traces from, wherever it lies. */
export interface TraceFile {
  name: string
  size: number
  /** The bytes from a place on. */
  from(place: number): AsyncIterable<Buffer>
  /** Some bytes of it. */
  slice(place: number, length: number): Promise<Buffer>
}

const chunk = 4 * 1024 ** 2

export async function fileAt(path: string): Promise<TraceFile> {
  const { size } = await stat(path)
  return {
    name: basename(path),
    size,
    from: (place) => createReadStream(path, { start: place, highWaterMark: chunk }),
    async slice(place, length) {
      const handle = await open(path)
      try {
        const buffer = Buffer.alloc(Math.max(0, Math.min(length, size - place)))
        const { bytesRead } = await handle.read(buffer, 0, buffer.length, place)
        return buffer.subarray(0, bytesRead)
      } finally {
        await handle.close()
      }
    },
  }
}

const samples = 16
const sampled = 64 * 1024

/** Tells files apart without reading all of them: the size, the beginning, the end, and places between. */
export async function printOf(file: TraceFile): Promise<string> {
  const hash = createHash('sha256').update(String(file.size))
  const step = Math.max(sampled, Math.floor((file.size - sampled) / samples))
  for (let place = 0; place < file.size; place += step) hash.update(await file.slice(place, sampled))
  hash.update(await file.slice(Math.max(0, file.size - sampled), sampled))
  return hash.digest('hex')
}
