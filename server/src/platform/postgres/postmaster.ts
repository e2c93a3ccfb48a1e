import { chownSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { codeOf, Failure } from '../failure.ts'
import { isAlive, isRunning } from '../process.ts'

/** A running PostgreSQL, as it describes itself in its folder. */
export interface Postmaster {
  pid: number
  socket: string
  state: 'starting' | 'ready' | 'stopping'
}

/** The PostgreSQL that runs on this folder, whoever started it. */
export function postmasterOf(folder: string): Postmaster | undefined {
  const lines = readLines(join(folder, 'postmaster.pid'))
  const pid = Number(lines?.[0])
  if (!lines || !isRunning(pid, ['postgres', folder])) return undefined
  const state = lines[7]?.trim()
  return { pid, socket: lines[4] ?? '', state: state === 'ready' || state === 'stopping' ? state : 'starting' }
}

/**
 * After a crash another process may have got the number in a lock file, and PostgreSQL would not start beside it.
 * The file keeps its other lines: by them PostgreSQL sees children of the dead one that still write.
 */
export function disownLocks(folder: string): void {
  const file = join(folder, 'postmaster.pid')
  const lines = readLines(file)
  if (postmasterOf(folder)) return
  if (lines && isAlive(Number(lines[0]))) {
    const { uid, gid } = statSync(file)
    writeFileSync(file, [nobody, ...lines.slice(1)].join('\n'))
    if (process.getuid?.() === 0) chownSync(file, uid, gid)
  }
  rmSync(join(lines?.[4] || folder, '.s.PGSQL.5432.lock'), { force: true })
}

// Above any process number that a system gives out.
const nobody = 2_147_483_646

function readLines(file: string): string[] | undefined {
  try {
    return readFileSync(file, 'utf8').split('\n')
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined
    if (codeOf(error) === 'EACCES')
      throw new Failure(`The database at ${file} belongs to another user: start Mortar as that user, or as root.`)
    throw error
  }
}
