import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { lookAfterWork } from './work.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const looking = (looks: (() => Promise<void>)[]) => {
  const said: string[] = []
  const log = { error: ({ err }: { err?: Error }) => void said.push(err!.message) }
  const working = lookAfterWork({ log } as unknown as Parameters<typeof lookAfterWork>[0], looks)
  return { said, round: () => vi.advanceTimersByTimeAsync(2000), end: () => working.end() }
}

test('a database that is away is told once, however many look and however long; when it is away again, again', async () => {
  let away = true
  const look = async () => {
    if (away) throw new Error('away')
  }
  const { said, round, end } = looking([look, look, look])
  await round()
  await round()
  expect(said).toEqual(['away'])

  away = false
  await round()
  away = true
  await round()
  expect(said).toEqual(['away', 'away'])
  await end()
})

test('another failure beside one that lasts is told', async () => {
  let second: Error | undefined
  const { said, round, end } = looking([
    () => Promise.reject(new Error('lasts')),
    () => (second ? Promise.reject(second) : Promise.resolve()),
  ])
  await round()
  second = new Error('new')
  await round()
  await round()
  expect(said).toEqual(['lasts', 'new'])
  await end()
})
