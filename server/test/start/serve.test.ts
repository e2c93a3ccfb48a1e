import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { projectRoot, version } from '#platform/project.ts'
import { dataFolder, isDatabaseRunning, startMortar } from './mortar.ts'

test('mortar serve tells in one block where it is, answers, and stops cleanly when told', async () => {
  const dataDir = dataFolder()
  const running = await startMortar(dataDir)
  const health = await fetch(`${running.address}/healthz`)
  const ready = await fetch(`${running.address}/readyz`)
  running.tell('SIGTERM')
  const { code, output } = await running.ended

  expect([health.status, ready.status, code]).toEqual([200, 200, 0])
  expect(output).toMatch(`Mortar ${version}`)
  expect(output).toMatch(new RegExp(`Data folder +${dataDir}\\n`))
  expect(output).toMatch(/Mortar has stopped\.\n$/)
  expect(isDatabaseRunning(dataDir)).toBe(false)
  expect(readFileSync(join(dataDir, 'postgres.log'), 'utf8')).toMatch(/database system is shut down\n$/)
})

test('npm start lets signals reach Mortar, because no shell stays between', () => {
  const { scripts } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>
  }

  expect(scripts['start']).toBe('exec mortar serve')
})
