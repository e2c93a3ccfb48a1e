import { once } from 'node:events'
import { createWriteStream, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { testDatabase } from '../../test/database.ts'
import { dataFolder, launch, mortar } from '../../test/start/mortar.ts'

const people = 60_000
const megabyte = 1024 ** 2
const { db, url } = await testDatabase()
const folder = dataFolder()

/** A register with a column of remarks that nobody asked for: more than a hundred megabytes, and more than a page takes. */
async function register(): Promise<string> {
  const path = join(folder, 'register.csv')
  const file = createWriteStream(path)
  const remarks = 'Was told on paper. '.repeat(100)
  file.write('id;e-mail;name;title;department;manager;remarks\n')
  for (let n = 1; n <= people; n++) {
    const line = `${n};p${n}@example.org;Person ${n};Carder;Mill > Hall ${n % 300};${n === 1 ? '' : Math.ceil(n / 10)};${remarks}\n`
    if (!file.write(line)) await once(file, 'drain')
  }
  file.end()
  await once(file, 'close')
  return path
}

/** Imports in a process of its own, and tells the most memory that it had. */
async function imported(path: string) {
  const command = [mortar, 'import', 'organization', path, '--json']
  const { child, ended } = launch(folder, { command, env: { DATABASE_URL: url } })
  let most = 0
  const watch = setInterval(() => (most = Math.max(most, peakOf(child.pid!))), 200)
  const { code, output } = await ended.finally(() => clearInterval(watch))
  expect([code, output.slice(0, 300)]).toEqual([0, expect.any(String)])
  // How far it is goes to a line of its own.
  const told = output.split('\n').find((line) => line.startsWith('{'))!
  return { most, summary: (JSON.parse(told) as { summary: { people: Record<string, number> } }).summary.people }
}

function peakOf(pid: number): number {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024
  } catch {
    return 0
  }
}

test('a table of more than 100 MB comes in by the terminal in bounded memory, and again changes nothing', async () => {
  const path = await register()
  expect(statSync(path).size).toBeGreaterThan(100 * megabyte)

  const first = await imported(path)
  const again = await imported(path)

  process.stderr.write(`100 MB: ${first.most.toFixed(0)} MB at most, and again ${again.most.toFixed(0)} MB\n`)
  expect([first.summary['added'], again.summary['added'], again.summary['same']]).toEqual([people, 0, people])
  const { n } = await db.selectFrom('person').select(db.fn.countAll<string>().as('n')).executeTakeFirstOrThrow()
  expect(Number(n)).toBe(people)
  if (process.platform === 'linux') {
    expect(first.most).toBeGreaterThan(0)
    expect(Math.max(first.most, again.most)).toBeLessThan(700)
  }
})
