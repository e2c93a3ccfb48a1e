import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open, readdir, stat } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'

/** A file to read traces from, wherever it lies. */
export interface TraceFile {
  name: string
  size: number
  /** Where it lies on this machine; a file that was sent lies nowhere. */
  path?: string
  /** What it is, where that is seen from the place. */
  form?: 'git' | 'maildir' | 'imap'
  /** The bytes from a place on. */
  from(place: number): AsyncIterable<Buffer>
  /** Some bytes of it. */
  slice(place: number, length: number): Promise<Buffer>
}

const chunk = 4 * 1024 ** 2

export async function fileAt(path: string): Promise<TraceFile> {
  const found = await stat(path)
  if (found.isDirectory()) return folderAt(path)
  const { size } = found
  return {
    name: basename(path),
    size,
    path,
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

const inFolder = (path: string, name: string) =>
  stat(join(path, name)).then(
    () => true,
    () => false,
  )

/** A folder of mails, or of a project with its history: what it holds is told by its names, or by where it stands. */
async function folderAt(path: string): Promise<TraceFile> {
  const isGit = (await inFolder(path, '.git')) || (await inFolder(path, 'HEAD'))
  const state = isGit ? gitState(path) : (await readdir(path, { recursive: true })).sort().join('\n')
  const bytes = Buffer.from(state)
  return {
    name: basename(resolve(path)),
    size: bytes.length,
    path,
    form: isGit ? 'git' : 'maildir',
    async *from(place) {
      yield bytes.subarray(place)
    },
    slice: (place, length) => Promise.resolve(bytes.subarray(place, place + length)),
  }
}

const gitState = (path: string) =>
  spawnSync('git', ['-C', path, 'for-each-ref', '--format=%(objectname) %(refname)'], { encoding: 'utf8' }).stdout ?? ''

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
