import { expect, test } from 'vitest'
import { dataFolder, killDatabase, startMortar } from './mortar.ts'
import { missing, newTokens, writeUntilGone } from './writers.ts'

const rounds = 20

test(`after kill -9 under writes, ${rounds} times, Mortar recovers by itself and no acknowledged write is missing`, async () => {
  const dataDir = dataFolder()
  const acknowledged: string[] = []
  let running = await startMortar(dataDir)

  for (let round = 1; round <= rounds; round++) {
    const before = acknowledged.length
    const writing = writeUntilGone(running.address, await newTokens(dataDir, 8), acknowledged)
    await expect.poll(() => acknowledged.length, { timeout: 60_000, interval: 5 }).toBeGreaterThan(before + round)
    const killed = running.killGroup()
    // Every second time the database dies as well, as when the machine loses power.
    if (round % 2 === 0) killDatabase(dataDir)
    await Promise.all([killed, writing])

    running = await startMortar(dataDir)
    expect(await missing(dataDir, acknowledged)).toEqual([])
  }

  running.tell('SIGTERM')
  expect((await running.ended).code).toBe(0)
})
