import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, statSync, statfsSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { dataFolder, isDatabaseRunning, launch, startMortar } from './mortar.ts'
import { beside } from './writers.ts'

const cleanUp: (() => unknown)[] = []
afterEach(async () => {
  for (const step of cleanUp.splice(0)) await step()
})

/** What Mortar says when it does not start: its exit code and one sentence. */
async function refusal(dataDir: string, env: Record<string, string> = {}) {
  const { child, ended } = launch(dataDir, { env })
  // One that starts after all is a failure of the test, not a wait for ever.
  const patience = setTimeout(() => child.kill(), 60_000)
  const { code, output } = await ended
  clearTimeout(patience)
  const lines = output.trim().split('\n')
  expect(lines).toHaveLength(1)
  return { code, sentence: lines[0]! }
}

async function startsAndStops(dataDir: string) {
  const running = await startMortar(dataDir)
  running.tell('SIGTERM')
  expect((await running.ended).code).toBe(0)
}

test('a second start on the same data folder is refused, and the first goes on', async () => {
  const dataDir = dataFolder()
  const first = await startMortar(dataDir)
  const { code, sentence } = await refusal(dataDir)

  expect(code).toBe(3)
  expect(sentence).toBe(
    `mortar: Mortar is already running on the data folder ${dataDir} (process ${first.pid}): use that one, stop it first, or set DATA_DIR to another folder.`,
  )
  expect((await fetch(`${first.address}/readyz`)).status).toBe(200)
  first.tell('SIGTERM')
  await first.ended
})

test('a port in use is refused, and the database is shut down again', async () => {
  const dataDir = dataFolder()
  const other = createServer()
  await new Promise<void>((resolve) => other.listen(0, resolve))
  cleanUp.push(() => other.close())
  const { port } = other.address() as AddressInfo
  const { code, sentence } = await refusal(dataDir, { PORT: String(port) })

  expect(code).toBe(3)
  expect(sentence).toBe(
    `mortar: Port ${port} is in use by another program: stop that one, or set PORT to another number.`,
  )
  expect(isDatabaseRunning(dataDir)).toBe(false)
  await startsAndStops(dataDir)
})

test('a data folder of a newer version is refused and left as it is', async () => {
  const dataDir = dataFolder()
  await startsAndStops(dataDir)
  await beside(dataDir, (pool) => pool.query(`insert into migration (name, checksum) values ('9999_tomorrow', 'x')`))
  const { code, sentence } = await refusal(dataDir)

  expect(code).toBe(3)
  expect(sentence).toMatch(
    /^mortar: The database was written by a newer Mortar \(9999_tomorrow\): install that version/,
  )
  await beside(dataDir, (pool) => pool.query(`delete from migration where name = '9999_tomorrow'`))
  await startsAndStops(dataDir)
})

test('a database that is away is named, and its password is not', async () => {
  const { code, sentence } = await refusal(dataFolder(), {
    DATABASE_URL: 'postgresql://mortar:hush-hush@127.0.0.1:1/mortar',
  })

  expect(code).toBe(3)
  expect(sentence).toBe(
    'mortar: The database mortar at 127.0.0.1:1 does not answer: start it, or correct DATABASE_URL.',
  )
})

test('a wrong setting ends with the code for wrong use', async () => {
  expect(await refusal(dataFolder(), { PORT: 'http' })).toEqual({
    code: 2,
    sentence: 'mortar: The setting PORT is "http", but must be a number from 1 to 65535 (0 takes any free port).',
  })
})

test('a data folder that nobody may write to is refused', async () => {
  const dataDir = join(dataFolder(), 'file')
  writeFileSync(dataDir, '')
  const { code, sentence } = await refusal(dataDir)

  expect(code).toBe(3)
  expect(sentence).toBe(`mortar: The data folder ${dataDir} is not a folder: set DATA_DIR to a folder.`)
})

/** A disk of its own for one test, where the system allows to mount one. */
function smallDisk(megabytes: number): string | undefined {
  const disk = join(dataFolder(), 'disk')
  mkdirSync(disk)
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=755`, 'tmpfs', disk]).status !== 0)
    return undefined
  cleanUp.push(() => spawnSync('umount', ['-l', disk]))
  return disk
}

test('a full disk is refused, nothing is damaged, and with space again Mortar starts', async (context) => {
  const disk = smallDisk(200)
  if (!disk) return context.skip('this system does not allow to mount a small disk (it takes root)')
  const dataDir = join(disk, 'data')
  await startsAndStops(dataDir)
  const filler = join(disk, 'filler')
  const { bavail, bsize } = statfsSync(disk)
  spawnSync('fallocate', ['-l', String(bavail * bsize - 4096), filler])
  const before = readdirSync(join(dataDir, 'postgres')).sort()
  const { code, sentence } = await refusal(dataDir)

  expect(statSync(filler).size).toBeGreaterThan(0)
  expect(code).toBe(3)
  expect(sentence).toMatch(
    /^mortar: The disk of the data folder .+ is full \(0 MB left, 64 MB needed to start\): free some space/,
  )
  expect(readdirSync(join(dataDir, 'postgres')).sort()).toEqual(before)
  spawnSync('rm', [filler])
  await startsAndStops(dataDir)
})

test('a disk too small for a new database is refused and nothing is left on it', async (context) => {
  const disk = smallDisk(40)
  if (!disk) return context.skip('this system does not allow to mount a small disk (it takes root)')
  const { code, sentence } = await refusal(join(disk, 'data'))

  expect(code).toBe(3)
  expect(sentence).toMatch(/is full.*: free some space and start again\.$/)
  expect(readdirSync(join(disk, 'data')).filter((name) => name.startsWith('postgres'))).toEqual([])
})
