import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Milliseconds of processor that were spent so far: they tell more than a rate where other work runs beside. */
export interface Spent {
  server: number
  database: number
  load: number
}

export function spent(server: number, folder: string, load: number): Spent {
  const postmaster = Number(readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0])
  const backends = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => statOf(Number(pid)))
    .filter(({ parent }) => parent === postmaster)
  return {
    server: statOf(server).processor,
    database: backends.reduce((sum, { processor }) => sum + processor, 0),
    load: statOf(load).processor,
  }
}

/** One that ended meanwhile spent nothing. Linux counts in hundredths of a second. */
function statOf(pid: number): { parent: number; processor: number } {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return { parent: Number(fields[1]), processor: 10 * (Number(fields[11]) + Number(fields[12])) }
  } catch {
    return { parent: 0, processor: 0 }
  }
}
