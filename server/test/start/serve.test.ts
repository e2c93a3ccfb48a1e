import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { projectRoot, version } from '#platform/project.ts'
import { dataFolder, isDatabaseRunning, launch, mortar, startMortar } from './mortar.ts'

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

test('the link of the first visit goes to a file of its owner alone when nobody looks at a terminal, and the doctor renews it', async () => {
  const dataDir = dataFolder()
  const file = join(dataDir, 'first-link')
  const running = await startMortar(dataDir)
  const link = readFileSync(file, 'utf8').trim()
  const doctor = await launch(dataDir, { command: [mortar, 'doctor', '--json'] }).ended
  running.tell('SIGTERM')
  const { output } = await running.ended

  expect(link).toMatch(new RegExp(`^${running.address}/welcome/\\S{20,}$`))
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(output).toContain(`in the file ${file}`)
  expect(output + doctor.output).not.toContain(link.split('/').at(-1))
  expect(doctor.code).toBe(0)
  expect(JSON.parse(doctor.output)).toContainEqual(expect.objectContaining({ check: 'database', holds: true }))
  expect(readFileSync(file, 'utf8').trim()).not.toBe(link)
})

test('npm start lets signals reach Mortar, because no shell stays between', () => {
  const { scripts } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>
  }

  expect(scripts['start']).toBe('exec mortar serve')
})
