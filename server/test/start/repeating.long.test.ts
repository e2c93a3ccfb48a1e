import { expect, test } from 'vitest'
import { dataFolder, startMortar } from './mortar.ts'
import { beside, newTokens } from './writers.ts'

async function open(address: string, token: string): Promise<{ status: number; code?: string }> {
  const response = await fetch(`${address}/api/communities`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'idempotency-key': 'once' },
    body: JSON.stringify({ name: 'Weavers', short: 'WEA', colour: 1, visibility: 'open', domain: 'Weaving' }),
  })
  return { status: response.status, ...((await response.json()) as object) }
}

test('a write whose process was killed in its middle is done once by sending it again', async () => {
  const dataDir = dataFolder()
  const first = await startMortar(dataDir)
  const [token] = await newTokens(dataDir, 1)
  await beside(dataDir, async (pool) => {
    const holder = await pool.connect()
    await holder.query('begin; lock table community in exclusive mode')
    const cut = open(first.address, token!).catch(() => 'cut')
    await expect.poll(async () => (await pool.query(`select from pg_locks where not granted`)).rowCount).toBe(1)
    await first.killGroup()
    expect(await cut).toBe('cut')
    await holder.query('rollback')
    holder.release()
  })

  const second = await startMortar(dataDir)
  const early = await open(second.address, token!)
  const asked: number[] = [early.status]
  await expect
    .poll(async () => asked.push((await open(second.address, token!)).status) && asked.at(-1), {
      timeout: 60_000,
      interval: 1000,
    })
    .toBe(201)

  expect(asked.slice(0, -1).every((status) => status === 409)).toBe(true)
  const named = await beside(dataDir, (pool) => pool.query(`select from community where name = 'Weavers'`))
  expect(named.rowCount).toBe(1)
  second.tell('SIGTERM')
  await second.ended
})
