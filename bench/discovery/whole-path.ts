import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { openPool } from '../../server/src/platform/database.ts'
import { openPostgres } from '../../server/src/platform/postgres/index.ts'
import { readSettings } from '../../server/src/platform/settings.ts'
import { timed } from './figures.ts'

const run = promisify(execFile)
const mortar = join(import.meta.dirname, '../../server/src/cli/main.ts')

export interface Found {
  summary: { people: number; units: number; found: number }
  found: { people: number; units: number; times: number; stability: number }[]
}

/** From two files to communities by the command line alone, in an empty data folder: chart, traces, search. */
export async function wholePath(files: { chart: string; mails: string; from: string; to: string }) {
  const folder = await mkdtemp(join(tmpdir(), 'mortar-path-'))
  // Only what a shell gives: settings of whoever measures must not reach the measured.
  const env: NodeJS.ProcessEnv = {
    PATH: process.env['PATH'],
    HOME: process.env['HOME'],
    DATA_DIR: join(folder, 'data'),
  }
  const call = async (...words: string[]) =>
    (await run(process.execPath, [mortar, ...words], { env, maxBuffer: 64 * 1024 ** 2 })).stdout
  const discover = async (form: string) =>
    JSON.parse(await call('discover', '--json', '--form', form, '--from', files.from, '--to', files.to)) as Found
  try {
    const chart = await timed(() => call('import', 'organization', files.chart, '--yes'))
    await registerLongAgo(env)
    const traces = await timed(() => call('import', 'traces', files.mails, '--source', 'Mail'))
    const soft = await timed(() => discover('soft'))
    const cross = await timed(() => discover('cross'))
    return { seconds: chart.seconds + traces.seconds + soft.seconds, soft: soft.value, cross: cross.value }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** The source, as if everybody had been told of it three months ago: the fortnight of notice cannot be waited for. */
async function registerLongAgo(env: NodeJS.ProcessEnv): Promise<void> {
  const postgres = await openPostgres(readSettings(env), 'command')
  const pool = openPool(postgres.config, 1)
  try {
    await pool.query(`
      insert into trace_source (name, kind, channel, purpose, legal_ground, mode, announced_at, retention_days)
      values ('Mail', 'messages', 'mail', 'Measurement', 'Published data', 'announced', now() - interval '90 days', 36500)`)
  } finally {
    await pool.end()
    await postgres.stop()
  }
}
