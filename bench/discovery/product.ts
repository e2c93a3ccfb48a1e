/**
 * Discovery inside the product, from stored traces to communities with their evidence, by the server's own worker:
 *   node bench/discovery/product.ts [--people 100000] [--ties 1000000] [--seed 21] [--data folder] [--json]
 * Prints how long it takes, what the server holds, how long others wait meanwhile, and how much of what was planted it finds.
 */
import { mkdirSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { coverFrom } from '@mortar/graph'
import type pg from 'pg'
import { openPool } from '../../server/src/platform/database.ts'
import { migrate } from '../../server/src/platform/migrate.ts'
import { openEmbedded } from '../../server/src/platform/postgres/embedded.ts'
import { asRow, figure, heading, type Line } from '../line.ts'
import { serve } from '../processes.ts'
import { fillTraces } from './fill.ts'
import { figuresOf, timed } from './figures.ts'
import { organization } from './organization.ts'

const { values } = parseArgs({
  options: {
    people: { type: 'string', default: '100000' },
    ties: { type: 'string', default: '1000000' },
    seed: { type: 'string', default: '21' },
    data: { type: 'string', default: join(tmpdir(), 'mortar-bench-discovery') },
    json: { type: 'boolean', default: false },
  },
})
const [people, ties, seed] = [Number(values.people), Number(values.ties), Number(values.seed)]
const name = `product, ${people.toLocaleString('en')} people`
const emit = (line: Line) => console.log(values.json ? JSON.stringify(line) : asRow(line))
const say = (metric: string, value: number, unit = '') => emit(figure(name, metric, value, unit))

interface Done {
  seconds: number
  /** Resident megabytes of the server with its threads: before, and the most. */
  rest: number
  peak: number
  /** The longest that a small request waited meanwhile, in milliseconds. */
  longest: number
  steps: Record<string, number>
}

/** Asks for a run as the office would, and watches the server until it is done. */
async function discoverIn(pool: pg.Pool, connection: pg.PoolConfig): Promise<Done> {
  const server = await serve(connection, 'x'.repeat(64))
  try {
    await setTimeout(3000)
    const rest = server.memory()
    const done: Done = { seconds: 0, rest, peak: rest, longest: 0, steps: {} }
    const began = performance.now()
    await pool.query(`insert into discovery_run (settings) values ($1::jsonb)`, [JSON.stringify(usual())])
    for (let state = ''; state !== 'done';) {
      await setTimeout(50)
      done.peak = Math.max(done.peak, server.memory())
      const asked = performance.now()
      await (await fetch(`http://127.0.0.1:${server.port}/readyz`)).arrayBuffer()
      done.longest = Math.max(done.longest, performance.now() - asked)
      const { rows } = await pool.query<{ state: string; step: string | null; failure: object | null }>(
        `select state, progress->>'step' as step, failure from discovery_run`,
      )
      state = rows[0]!.state
      if (state === 'failed') throw new Error(JSON.stringify(rows[0]!.failure))
      const step = rows[0]!.step
      if (step) done.steps[step] = (performance.now() - began) / 1000
    }
    return { ...done, seconds: (performance.now() - began) / 1000 }
  } finally {
    await server.stop()
  }
}

function usual() {
  const day = (ago: number) => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10)
  const sunday = new Date().getUTCDay() || 7
  return { from: day(sunday + 370), to: day(sunday), sources: null, form: 'soft', level: null, seed, halfLife: 90 }
}

async function foundIn(pool: pg.Pool, numberOf: ReadonlyMap<string, number>) {
  const { rows } = await pool.query<{ members: string[] }>(
    `select array_agg(person_id::text) as members from found_person group by found_id`,
  )
  return coverFrom(rows.map(({ members }) => members.map((id) => numberOf.get(id)!)))
}

mkdirSync(values.data, { recursive: true })
const folder = join(values.data, `database-${process.pid}`)
const postgres = await openEmbedded(folder, 'command', false)
const pool = openPool(postgres.config, 3)
try {
  await migrate(pool)
  const made = organization({ people, ties, seed })
  const client = await pool.connect()
  const filled = await timed(() => fillTraces(client, made, seed))
  client.release()
  const load = loadavg()[0]!
  const done = await discoverIn(pool, postgres.config)
  const number = new Map(filled.value.people.map((id, n) => [id, n]))
  const figures = figuresOf(made.truth, await foundIn(pool, number), people)
  if (!values.json) console.log(heading.join('\n'))
  say('counts of pairs and weeks', filled.value.rows)
  say('from asking to done', done.seconds, 's')
  for (const [step, at] of Object.entries(done.steps)) say(`${step}, done after`, at, 's')
  say('server at rest', done.rest, 'MB')
  say('server with its worker, most', done.peak, 'MB')
  say('longest that a small request waited meanwhile', done.longest, 'ms')
  say('communities found', figures.found)
  say('recovered', figures.recovered)
  say('F1', figures.f1)
  say('load of the machine before', load)
} finally {
  await pool.end()
  await postgres.stop()
  rmSync(folder, { recursive: true, force: true })
}
