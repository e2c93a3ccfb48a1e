import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chownSync,
  closeSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { Failure } from '../failure.ts'
import { pause } from '../process.ts'
import type { Binaries } from './binaries.ts'
import type { Place } from './folder.ts'
import { tuning } from './tuning.ts'
import { disownLocks, postmasterOf, type Postmaster } from './postmaster.ts'

const longestSocket = 80
const megabyte = 1024 ** 2
const longestWait = 60_000

/** Attaches to the PostgreSQL of this folder, or starts it: there is never a second one. */
export async function runningServer(place: Place, binaries: Binaries, durable = true): Promise<Postmaster> {
  let starting: Attempt | undefined
  const patience = Date.now() + longestWait
  for (;;) {
    const running = postmasterOf(place.folder)
    if (running?.state === 'ready') return running
    if (starting?.ended) {
      if (!running && (!isPassing(starting.log()) || Date.now() > patience)) throw startFailure(place, starting.log())
      starting = undefined
      await pause(300)
    }
    if (!running && !starting) starting = start(place, binaries, durable)
    await pause(20)
  }
}

/** Ends it after what is under way is rolled back, and waits until the folder is free. */
export async function stopServer(folder: string): Promise<void> {
  const running = postmasterOf(folder)
  if (!running) return
  signal(running.pid, 'SIGINT')
  while (postmasterOf(folder)?.pid === running.pid) await pause(20)
  removeOwnSocketFolder(running.socket)
}

export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch {
    // It ended meanwhile, which is what was asked for.
  }
}

interface Attempt {
  ended: boolean
  /** What it wrote so far. */
  log(): string
}

function start(place: Place, { postgres }: Binaries, durable: boolean): Attempt {
  disownLocks(place.folder)
  const file = place.log
  const from = openLog(file)
  const log = openSync(file, 'a', 0o600)
  const args = ['-D', place.folder, ...tuning({ socket: socketFolder(place), durable }).flatMap((line) => ['-c', line])]
  // A session of its own: Ctrl-C in the terminal reaches Mortar alone, which ends its requests before the database.
  const child = spawn(postgres, args, { ...place.owner, cwd: '/', detached: true, stdio: ['ignore', log, log] })
  closeSync(log)
  const attempt = { ended: false, log: () => readFileSync(file).subarray(from).toString() }
  child.on('exit', () => (attempt.ended = true)).on('error', () => (attempt.ended = true))
  child.unref()
  return attempt
}

/** Where the next line goes; a log that grew large is put aside. */
function openLog(file: string): number {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0
  if (size < 10 * megabyte) return size
  renameSync(file, `${file}.1`)
  return 0
}

/** The path of a socket is short by law of the system, so a deep data folder gets one elsewhere. */
function socketFolder({ folder, owner }: Place): string {
  if (Buffer.byteLength(folder) < longestSocket) return folder
  const uid = owner?.uid ?? process.getuid?.()
  const name = join(tmpdir(), `mortar-socket-${createHash('sha256').update(folder).digest('hex').slice(0, 16)}`)
  const found = lstatSync(name, { throwIfNoEntry: false })
  const made = !found || (found.isDirectory() && found.uid === uid) ? name : mkdtempSync(`${name}-`)
  mkdirSync(made, { recursive: true, mode: 0o700 })
  if (owner) chownSync(made, owner.uid, owner.gid)
  return made
}

function removeOwnSocketFolder(socket: string): void {
  if (basename(socket).startsWith('mortar-socket-')) rmSync(socket, { recursive: true, force: true })
}

/** Another process was faster, or the children of a killed server are still ending. */
const isPassing = (log: string) => /lock file ".*" already exists|pre-existing shared memory block/.test(log)

function startFailure({ folder, log: file }: Place, log: string): Failure {
  if (log.includes('No space left'))
    return new Failure(`The disk of ${folder} is full: free some space and start again.`)
  const reason = log.match(/(?:FATAL|PANIC|ERROR): +(.*)/)?.[1] ?? log.trim().split('\n').at(-1) ?? ''
  return new Failure(`The database in ${folder} did not start (${reason}): its log is ${file}.`)
}
