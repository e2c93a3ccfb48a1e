/**
 * Brings generated traces in by the command line and measures it:
 *   node bench/traces.ts [--rows 50000000] [--people 100000] [--pair-weeks 10000000] [--order time|mixed] [--seed 1]
 *                        [--data folder] [--keep] [--json]
 * Prints seconds and the peak memory of the process that reads; the database runs beside it, in a folder of its own.
 */
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { openPool } from '../server/src/platform/database.ts'
import { migrate } from '../server/src/platform/migrate.ts'
import { openEmbedded } from '../server/src/platform/postgres/embedded.ts'
import { asRow, below, figure, heading, type Line } from './line.ts'
import { addressOf, type TraceShape, writeTraces } from './traces-csv.ts'

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '50000000' },
    people: { type: 'string', default: '100000' },
    'pair-weeks': { type: 'string', default: '10000000' },
    weeks: { type: 'string', default: '52' },
    order: { type: 'string', default: 'time' },
    seed: { type: 'string', default: '1' },
    data: { type: 'string', default: join(tmpdir(), 'mortar-bench-traces') },
    keep: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
})
const shape: TraceShape = {
  rows: Number(values.rows),
  people: Number(values.people),
  pairWeeks: Number(values['pair-weeks']),
  weeks: Number(values.weeks),
  seed: Number(values.seed),
  order: values.order === 'mixed' ? 'mixed' : 'time',
}
const name = `${(shape.rows / 1e6).toLocaleString('en')}M rows, ${shape.order}`
const emit = (line: Line) => console.log(values.json ? JSON.stringify(line) : asRow(line))
const root = fileURLToPath(new URL('..', import.meta.url))
const database = join(values.data, `database-${process.pid}`)
const file = join(values.data, `${shape.rows}-${shape.people}-${shape.pairWeeks}-${shape.order}-${shape.seed}.csv`)

/** People and an announced source, in a database of its own. */
async function prepare() {
  const postgres = await openEmbedded(database, 'command', false)
  try {
    const pool = openPool(postgres.config, 2)
    await migrate(pool)
    const emails = Array.from({ length: shape.people }, (_, n) => addressOf(n))
    await pool.query(
      `insert into person (name, email) select 'Person ' || n, email from unnest($1::text[]) with ordinality as one (email, n)`,
      [emails],
    )
    await pool.query(`insert into trace_source (name, kind, channel, purpose, legal_ground, retention_days, mode, announced_at)
      values ('Mail', 'messages', 'mail', 'To measure', 'None needed', 36500, 'announced', now() - interval '30 days')`)
    await pool.end()
  } finally {
    await postgres.stop()
  }
}

interface Run {
  seconds: number
  megabytes: number
  report: { rows: number; kept: number; traces: number }
}

async function run(): Promise<Run> {
  const began = performance.now()
  const child = spawn(process.execPath, [join(root, 'server/src/cli/main.ts'), 'import', 'traces', file, '--json'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, DATA_DIR: database },
  })
  let peak = 0
  const watching = setInterval(() => (peak = Math.max(peak, peakOf(child.pid!))), 50)
  let output = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text))
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve))
  clearInterval(watching)
  if (code !== 0) throw new Error(`The import ended with ${code}.`)
  const { report } = JSON.parse(output) as { report: Run['report'] }
  return { seconds: (performance.now() - began) / 1000, megabytes: peak / 1024, report }
}

function peakOf(pid: number): number {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0)
  } catch {
    return 0
  }
}

mkdirSync(values.data, { recursive: true })
try {
  if (!existsSync(file)) await writeTraces(file, shape)
  await prepare()
  const load = loadavg()[0]!
  const { seconds, megabytes, report } = await run()
  const whole = shape.rows >= 50_000_000
  if (!values.json) console.log(heading.join('\n'))
  emit(below(figure(name, 'time', seconds, 's'), whole ? 240 : undefined))
  emit(below(figure(name, 'peak memory of the reader', megabytes, 'MB'), 1536))
  emit(figure(name, 'rows a second', report.rows / seconds, '/s'))
  emit(figure(name, 'counts kept', report.kept, ''))
  emit(figure(name, 'load of the machine before', load, ''))
} finally {
  rmSync(database, { recursive: true, force: true })
  if (!values.keep) rmSync(file, { force: true })
}
