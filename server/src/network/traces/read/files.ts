import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open, readdir, stat } from 'node:fs/promises'
import { basename, join, relative, resolve, sep } from 'node:path'
import { exportOf, folderOf, Unreadable } from '@mortar/traces'

/** A file to read traces from, wherever it lies. */
export interface TraceFile {
  name: string
  /** Whose history it is, where that is not what it is called. */
  project?: string | undefined
  size: number
  /** Where it lies on this machine; a file that was sent lies nowhere. */
  path?: string
  /** What it is, where that is seen from the place. */
  form?: 'git' | 'maildir' | 'imap' | 'export'
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

type FolderForm = Exclude<TraceFile['form'], 'imap' | undefined>

/** A project with its history, an export that was unpacked, or a folder of mails: what it holds is told by its names. */
async function folderAt(path: string): Promise<TraceFile> {
  const form = await formOfFolder(path)
  const bytes = Buffer.from(await stateOf[form](path))
  return {
    name: basename(resolve(path)),
    size: bytes.length,
    path,
    form,
    async *from(place) {
      yield bytes.subarray(place)
    },
    slice: (place, length) => Promise.resolve(bytes.subarray(place, place + length)),
  }
}

async function formOfFolder(path: string): Promise<FolderForm> {
  if ((await inFolder(path, '.git')) || (await inFolder(path, 'HEAD'))) return 'git'
  const names = (await namesBelow(path)).map((name) => name.replaceAll(sep, '/'))
  const found = exportAmong(names)
  const isMaildir = names.some((name) => /(^|\/)(cur|new)\/[^/]+$/.test(name))
  return found && !(found === 'mail' && isMaildir) ? 'export' : 'maildir'
}

function exportAmong(names: readonly string[]) {
  try {
    const nothing = async function* () {}
    return exportOf(
      folderOf(
        names.map((path) => ({ path, blob: { size: 0 } })),
        nothing,
      ),
    ).form
  } catch (error) {
    if (error instanceof Unreadable) return undefined
    throw error
  }
}

const namesBelow = async (path: string) => (await readdir(path, { recursive: true })).sort()

/** A file in a folder: `path` from the folder on, and where it is to be opened. */
export interface FileBelow {
  path: string
  blob: { path: string; size: number }
}

/** All files below a folder; what is reached by links alone is left where it is. */
export async function filesBelow(folder: string): Promise<FileBelow[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files: FileBelow[] = []
  for (const entry of entries.filter((one) => one.isFile())) {
    const path = join(entry.parentPath, entry.name)
    const { size } = await stat(path)
    files.push({ path: relative(folder, path).replaceAll(sep, '/'), blob: { path, size } })
  }
  return files
}

const exportState = async (path: string) =>
  (await filesBelow(path))
    .map((file) => `${file.path} ${file.blob.size}`)
    .sort()
    .join('\n')
const maildirState = async (path: string) => (await namesBelow(path)).join('\n')
const gitState = (path: string) =>
  spawnSync('git', ['-C', path, 'for-each-ref', '--format=%(objectname) %(refname)'], { encoding: 'utf8' }).stdout ?? ''

const stateOf = { git: gitState, export: exportState, maildir: maildirState } satisfies Record<FolderForm, unknown>

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
