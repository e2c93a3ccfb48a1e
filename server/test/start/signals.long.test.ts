import { symlinkSync } from 'node:fs'
import { projectRoot } from '#platform/project.ts'
import { expect, test } from 'vitest'
import { dataFolder, isDatabaseRunning, startMortar } from './mortar.ts'
import { missing, newTokens, openCommunity, writeUntilGone } from './writers.ts'

test('SIGTERM under writes answers what is under way, loses nothing and ends well', async () => {
  const dataDir = dataFolder()
  const running = await startMortar(dataDir)
  const tokens = await newTokens(dataDir, 16)
  const acknowledged: string[] = []
  const underWay = tokens.map((token) => openCommunity(running.address, token))
  await underWay[0]
  const writing = writeUntilGone(running.address, tokens.slice(8), acknowledged)
  running.tell('SIGTERM')
  const { code, output } = await running.ended
  await writing

  expect(code).toBe(0)
  expect(output).toMatch(/Mortar has stopped\.\n$/)
  const first = await Promise.all(underWay)
  expect(first.map(({ status }) => status)).toEqual(tokens.map(() => 201))
  expect(await missing(dataDir, [...acknowledged, ...first.map(({ id }) => id)])).toEqual([])
})

test('SIGTERM to npm start stops Mortar and its database', async () => {
  const dataDir = dataFolder()
  const running = await startMortar(dataDir, { command: ['npm', 'start', '--', '--no-client'] })
  running.tell('SIGTERM')
  const { code, output } = await running.ended

  expect(code).toBe(0)
  expect(output).toMatch(/Mortar has stopped\.\n$/)
  expect(isDatabaseRunning(dataDir)).toBe(false)
  await expect(fetch(`${running.address}/healthz`)).rejects.toThrow()
})

test('Ctrl-C, which a terminal tells npm and Mortar alike, is one wish and not two', async () => {
  const dataDir = dataFolder()
  const running = await startMortar(dataDir)
  running.tell('SIGINT')
  running.tell('SIGINT')
  const { code, output } = await running.ended

  expect(code).toBe(0)
  expect(output).toMatch(/Mortar has stopped\.\n$/)
})

test('an open stream of live updates does not hold up the end', async () => {
  const dataDir = dataFolder()
  const running = await startMortar(dataDir)
  const [token = ''] = await newTokens(dataDir, 1)
  const { id } = await openCommunity(running.address, token)
  const stream = await fetch(`${running.address}/api/live?subject=community:${id}`, {
    headers: { authorization: `Bearer ${token}` },
  })
  const reading = stream.text().catch(() => 'cut')
  running.tell('SIGTERM')
  const began = performance.now()

  expect(stream.status).toBe(200)
  expect((await running.ended).code).toBe(0)
  await reading
  // Not a speed: the end that waits for the stream to close by itself takes fifteen seconds.
  expect(performance.now() - began).toBeLessThan(12_000)
})

test('mortar works from any folder and through a link', async () => {
  const dataDir = dataFolder()

  symlinkSync(`${projectRoot}/node_modules/.bin/mortar`, `${dataDir}/mortar-link`)
  const running = await startMortar(`${dataDir}/data`, {
    command: ['sh', '-c', `cd / && exec ${dataDir}/mortar-link serve --no-client`],
  })
  running.tell('SIGTERM')

  expect((await running.ended).code).toBe(0)
})
