/**
 * Measures Mortar under load on a filled database:
 *   npm run bench [-- --scale 1] [--seed 1] [--only case] [--seconds 10] [--rest 60] [--data folder] [--no-small] [--plans 5] [--json]
 * `--only client` measures what people feel in the browser, `--only indicators` how long all indicators take. Prints a table in Markdown
 * Fills the folder first when nothing is there. The small scale, a hundredth, is measured for the ratio.
 */
import { existsSync, mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { openEmbedded } from '../server/src/platform/postgres/embedded.ts'
import { openPool } from '../server/src/platform/database.ts'
import { migrate } from '../server/src/platform/migrate.ts'
import type { Postgres } from '../server/src/platform/postgres/index.ts'
import { casesFor } from './cases.ts'
import { measureClient, type Reader } from './client/index.ts'
import { measureIndicators, settle } from './indicators.ts'
import { fill } from './fill/index.ts'
import { sessionToken } from './fill/people.ts'
import { worldOf } from './fill/world.ts'
import { above, asRow, below, figure, heading, type Line } from './line.ts'
import { cookieOf, type Load } from './load.ts'
import { type Loader, openLoader, serve } from './processes.ts'
import { spent, type Spent } from './processor.ts'
import { beginCounting, countStatements, slowest } from './slowest.ts'

const { values } = parseArgs({
  allowNegative: true,
  options: {
    scale: { type: 'string', default: '1' },
    seed: { type: 'string', default: '1' },
    seconds: { type: 'string', default: '10' },
    rest: { type: 'string', default: '60' },
    only: { type: 'string', multiple: true, default: [] },
    data: { type: 'string', default: join(tmpdir(), 'mortar-bench') },
    small: { type: 'boolean', default: true },
    plans: { type: 'string', default: '5' },
    json: { type: 'boolean', default: false },
  },
})
const seed = Number(values.seed)
const secret = 'only for measuring, never for people'.padEnd(32)
const mainRequest = 'inquiry, main request'
const emit = (line: Line) => console.log(values.json ? JSON.stringify(line) : asRow(line))
const tell = (words: string) => void console.error(words)

type Loads = Map<string, Load>

const folderOf = (scale: number) => join(values.data, `${scale}-${seed}`)

/** Opens the folder of a scale, filled when it was not. */
async function filled(scale: number): Promise<Postgres> {
  const folder = folderOf(scale)
  const full = existsSync(join(folder, 'filled'))
  mkdirSync(folder, { recursive: true })
  const first = await openEmbedded(folder, 'command', full)
  if (full) {
    const pool = openPool(first.config, 1)
    await migrate(pool).finally(() => pool.end())
    return first
  }

  const began = performance.now()
  const since = () => (performance.now() - began) / 1000
  await fill(first.config, scale, seed, (step) => tell(`${since().toFixed(0)} s  ${step}`))
  emit(below(figure('fill', `database at scale ${scale}`, since(), 's'), 300))
  await countStatements(first.config)
  await first.stop()
  mkdirSync(join(folder, 'filled'))
  return openEmbedded(folder, 'command')
}

const asksFor = (name: string) => values.only.length === 0 || values.only.includes(name)
const readerAt = (port: number): Reader => ({
  address: `http://localhost:${port}`,
  cookie: cookieOf(sessionToken(0), secret),
})
const names = [...casesFor(worldOf(0.001, seed), seed).map(({ name }) => name), 'bare']
const chosen = names.filter(asksFor)

async function measure(scale: number, loader: Loader, whole: boolean): Promise<Loads> {
  const postgres = await filled(scale)
  try {
    await beginCounting(postgres.config)
    if (whole && asksFor('indicators')) await measureIndicators(postgres.config, emit)
    await settle(postgres.config)
    const server = await serve(postgres.config, secret)
    const loads: Loads = new Map()
    const spentNow = () => spent(server.pid, folderOf(scale), loader.pid)
    for (const name of chosen) {
      const before = spentNow()
      const one = await loader.run({
        port: server.port,
        scale,
        seed,
        secret,
        case: name,
        seconds: Number(values.seconds),
      })
      loads.set(name, one)
      if (whole) [...linesOf(name, one, scale), ...spentLines(name, before, spentNow(), one.asked)].forEach(emit)
    }
    if (whole) await rest(server.memory)
    if (whole && asksFor('client')) await measureClient(readerAt(server.port), postgres.config, emit)
    await server.stop()
    if (whole) for (const slow of await slowest(postgres.config, Number(values.plans))) tell(slow)
    return loads
  } finally {
    await postgres.stop()
  }
}

function linesOf(name: string, { rate, p50, p95, p99, refused, pages }: Load, scale: number): Line[] {
  const goal = casesFor(worldOf(0.001, seed), seed).find((one) => one.name === name)?.goal
  const perSecond = figure(name, name === 'bare' ? 'requests a second' : 'pages a second', rate, '/s')
  return [
    name === mainRequest && scale === 1 ? above(perSecond, 1000) : perSecond,
    figure(name, 'p50', p50, 'ms'),
    below(figure(name, 'p95', p95, 'ms'), goal),
    figure(name, 'p99', p99, 'ms'),
    figure(name, 'refused, not counted', (100 * refused) / (refused + pages), '%'),
  ]
}

const spentLines = (name: string, before: Spent, after: Spent, pages: number): Line[] =>
  (['server', 'database', 'load'] as const).map((who) =>
    figure(name, `processor of the ${who} a page`, (after[who] - before[who]) / pages, 'ms'),
  )

async function rest(memory: () => number): Promise<void> {
  const seconds = Number(values.rest)
  await new Promise((done) => setTimeout(done, 1000 * seconds))
  emit(below(figure('server', `memory ${seconds} s after the run`, memory(), 'MB'), 250))
}

if (!values.json) console.log(heading.join('\n'))
const loader = openLoader()
try {
  const scale = Number(values.scale)
  const large = await measure(scale, loader, true)
  const main = large.get(mainRequest)
  const bare = large.get('bare')
  if (main && bare) emit(above(figure(mainRequest, 'rate against one bare query', main.rate / bare.rate, ''), 0.4))
  if (values.small) {
    const small = await measure(scale / 100, loader, false)
    for (const name of chosen)
      emit(below(figure(name, 'p95 against a hundredth', large.get(name)!.p95 / small.get(name)!.p95, ''), 1.5))
  }
} finally {
  await loader.stop()
}
