import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { codeOf, Failure } from '../failure.ts'
import { isRunning } from '../process.ts'

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

/** After a crash another process may have got the number in the file, and PostgreSQL would not start beside it. */
export function forgetDeadPostmaster(folder: string): void {
  if (!postmasterOf(folder)) rmSync(join(folder, 'postmaster.pid'), { force: true })
}

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
