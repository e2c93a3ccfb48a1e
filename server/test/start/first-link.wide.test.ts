import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { dataFolder, launch, mortar, startMortar } from './mortar.ts'

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
