import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { binariesFor } from '#platform/postgres/binaries.ts'
import { dataFolder, launch, mortar } from './mortar.ts'
import { exportOf, fillOlder } from './older.ts'

const command = [mortar, 'upgrade']
const major = binariesFor(undefined).major - 1

test(`the line that is told brings the programs of PostgreSQL ${major}, and a folder of it is upgraded`, async (context) => {
  const dataDir = dataFolder()
  const folder = join(dataDir, 'postgres')
  mkdirSync(folder)
  writeFileSync(join(folder, 'PG_VERSION'), `${major}\n`)
  const { output } = await launch(dataDir, { command }).ended
  rmSync(folder, { recursive: true })
  const line = /bring them by "npm (install --prefix \S+ \S+)"/.exec(output)?.[1]
  // Where the system has these programs already, no line is told: upgrade.long.test.ts has that case.
  if (!line) return context.skip(`this system has PostgreSQL ${major}`)
  const brought = spawnSync('npm', line.split(' '), { encoding: 'utf8' })
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT/.test(brought.stderr)) return context.skip('no registry is reached')
  expect([brought.status, brought.stderr]).toEqual([0, expect.any(String)])

  await fillOlder(dataDir, major)
  expect(readFileSync(join(folder, 'PG_VERSION'), 'utf8').trim()).toBe(String(major))
  const before = await exportOf(dataDir, 'older', major)
  const upgraded = await launch(dataDir, { command }).ended

  expect(upgraded.output).toContain(`Upgraded from PostgreSQL ${major}`)
  expect(upgraded.code).toBe(0)
  expect(await exportOf(dataDir, 'ours')).toEqual(before)
})
