import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { binariesFor } from '#platform/postgres/binaries.ts'
import { stopServer } from '#platform/postgres/server.ts'
import { dataFolder, launch, mortar } from './mortar.ts'
import { exportOf, fillOlder, olderMajor } from './older.ts'

const command = [mortar, 'upgrade']
const majorIn = (dataDir: string) => Number(readFileSync(join(dataDir, 'postgres/PG_VERSION'), 'utf8'))

describe.skipIf(!olderMajor)(`an upgrade from PostgreSQL ${olderMajor}`, () => {
  const original = dataFolder()
  let before: Record<string, string> = {}

  beforeAll(async () => {
    await fillOlder(original)
    before = await exportOf(original, 'older')
  }, 120_000)

  const copyOf = () => {
    const dataDir = dataFolder()
    spawnSync('cp', ['-a', join(original, 'postgres'), dataDir])
    return dataDir
  }

  test.each([
    ['before the first row', /^/],
    ['while it copies', /Copying: .*\n/],
    ['while it compares', /Comparing: .*\n/],
    ['as it compared all', /Comparing: .*100%/],
  ])('cut off %s by a kill, is done whole by the next run', async (_, moment) => {
    const dataDir = copyOf()
    const { child, ended, output } = launch(dataDir, { command })
    const cut = setInterval(() => moment.test(output()) && process.kill(-child.pid!, 'SIGKILL'), 5)
    await ended.finally(() => clearInterval(cut))
    // The database servers that it started live on, as after any kill.
    const again = await launch(dataDir, { command }).ended

    expect(again.output).toMatch(/Upgraded from PostgreSQL|nothing to upgrade/)
    expect(again.code).toBe(0)
    expect(majorIn(dataDir)).toBe(binariesFor(undefined).major)
    expect(await exportOf(dataDir, 'ours')).toEqual(before)
    await stopServer(join(dataDir, 'postgres.next'))
  })

  test('on a disk too small for a second database is refused, and the old one is as it was', async (context) => {
    const disk = join(dataFolder(), 'disk')
    mkdirSync(disk)
    const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=180m,mode=755', 'tmpfs', disk])
    if (mounted.status !== 0) return context.skip('this system does not allow to mount a small disk (it takes root)')
    try {
      spawnSync('cp', ['-a', join(original, 'postgres'), disk])
      const { code, output } = await launch(disk, { command }).ended

      expect([code, output]).toEqual([
        3,
        expect.stringMatching(/needs \d+ MB on the disk of .* Nothing was changed\.\n$/),
      ])
      expect(await exportOf(disk, 'older')).toEqual(before)
    } finally {
      await stopServer(join(disk, 'postgres'))
      spawnSync('umount', ['-l', disk])
    }
  })
})
