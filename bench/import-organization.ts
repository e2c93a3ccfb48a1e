/**
 * Brings a generated organization in by the command line and measures it:
 *   DATABASE_URL=postgres://… node bench/import-organization.ts [--people 100000] [--seed 1] [--json]
 * The database must be empty. Prints seconds and the peak memory of the process, for the first import and for the same file again.
 */
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { organizationCsv } from './organization-csv.ts'

const { values } = parseArgs({
  options: {
    people: { type: 'string', default: '100000' },
    seed: { type: 'string', default: '1' },
    json: { type: 'boolean', default: false },
  },
})
const root = fileURLToPath(new URL('..', import.meta.url))

interface Run {
  seconds: number
  megabytes: number
  summary: { people: { added: number; changed: number; same: number }; problems: number }
}

/** Runs the command once. The peak is what the kernel saw, asked for while the process lives. */
async function run(file: string): Promise<Run> {
  const began = performance.now()
  const child = spawn(
    process.execPath,
    [join(root, 'server/src/cli/main.ts'), 'import', 'organization', file, '--json'],
    { stdio: ['ignore', 'pipe', 'ignore'] },
  )
  let peak = 0
  const watching = setInterval(() => (peak = Math.max(peak, peakOf(child.pid!))), 50)
  let output = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text))
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve))
  clearInterval(watching)
  if (code !== 0) throw new Error(`The import ended with ${code}.`)
  const { summary } = JSON.parse(output) as { summary: Run['summary'] }
  return { seconds: (performance.now() - began) / 1000, megabytes: peak / 1024, summary }
}

function peakOf(pid: number): number {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0)
  } catch {
    return 0
  }
}

const folder = mkdtempSync(join(tmpdir(), 'mortar-bench-'))
try {
  const file = join(folder, 'people.csv')
  writeFileSync(file, organizationCsv(Number(values.people), Number(values.seed)))
  for (const [name, goal] of [
    ['first', 60],
    ['again', 60],
  ] as const) {
    const { seconds, megabytes, summary } = await run(file)
    const result = {
      case: `import ${values.people} people, ${name}`,
      seconds,
      megabytes,
      ...summary.people,
      problems: summary.problems,
    }
    const holds = seconds <= goal && megabytes <= 700
    console.log(values.json ? JSON.stringify({ ...result, holds }) : { ...result, holds })
  }
} finally {
  rmSync(folder, { recursive: true })
}
