import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** A program in C to measure against: microseconds a replication, taken by the program itself. */
export type Yardstick = (...args: string[]) => number

const folder = process.env['MORTAR_YARDSTICK']
const built = new Map<string, string>()
let place: string | undefined

/**
 * Compiles `<name>.c` of the folder that MORTAR_YARDSTICK names, and runs it. Nothing without a compiler or the folder:
 * then there are times, but no ratios.
 */
export function yardstick(name: string, ...flags: string[]): Yardstick | undefined {
  const program = compiled(name, flags)
  if (!program) return undefined
  return (...args) => {
    const said = execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
    const mean = /^mean ([\d.]+) us per replication/m.exec(said)
    if (!mean) throw new Error(`${name} did not say how long a replication takes:\n${said}`)
    return Number(mean[1])
  }
}

/** The prototype of DY-R1 in plain JavaScript: `dy-r1.mjs` of the same folder, where there is one. */
export async function prototype(): Promise<((mode: string, seed: number, over: object) => unknown) | undefined> {
  if (!folder || !existsSync(join(folder, 'dy-r1.mjs'))) return undefined
  const { run } = (await import(pathToFileURL(join(folder, 'dy-r1.mjs')).href)) as {
    run: (mode: string, seed: number, over: object) => unknown
  }
  return run
}

function compiled(name: string, flags: readonly string[]): string | undefined {
  if (!folder) return undefined
  const source = join(folder, `${name}.c`)
  if (!existsSync(source)) throw new Error(`There is no ${source}: correct MORTAR_YARDSTICK.`)
  const known = built.get(name)
  if (known) return known
  const program = join(ownPlace(), name)
  try {
    execFileSync('cc', ['-O3', ...flags, '-o', program, source, '-lm'], { stdio: 'ignore' })
  } catch {
    console.error(`cc could not compile ${name}.c: there are times, but no ratios.`)
    return undefined
  }
  built.set(name, program)
  return program
}

function ownPlace(): string {
  if (place) return place
  const made = mkdtempSync(join(tmpdir(), 'mortar-yardstick-'))
  process.on('exit', () => rmSync(made, { recursive: true, force: true }))
  place = made
  return made
}
