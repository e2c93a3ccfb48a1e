import { randomBytes } from 'node:crypto'
import { afterAll, expect, test } from 'vitest'
import { startServer } from '../../src/main.ts'
import { testDatabase } from '../database.ts'

const { url } = await testDatabase()

async function behind(trustProxy: number | false) {
  const server = await startServer({
    connection: { connectionString: url },
    secret: randomBytes(32).toString('hex'),
    baseUrl: 'https://mortar.example.org',
    logLevel: 'silent',
    requestsPerMinute: 3,
    trustProxy,
  })
  afterAll(() => server.close())
  /** What five requests hear, each with the addresses it is said to come from. */
  return async (said: (n: number) => string) => {
    const heard: number[] = []
    for (const n of [1, 2, 3, 4, 5]) {
      const headers = { 'x-forwarded-for': said(n) }
      heard.push((await server.app.inject({ url: '/api/welcome/nothing', headers })).statusCode)
    }
    return heard
  }
}
const [bare, one, two] = [await behind(false), await behind(1), await behind(2)]
const all = [404, 404, 404, 404, 404]
const three = [404, 404, 404, 429, 429]

test('behind a proxy each person has their own limit, and cannot invent another address', async () => {
  expect(await one((n) => `198.51.100.${n}`)).toEqual(all)
  expect(await one((n) => `203.0.113.${n}, 198.51.100.77`)).toEqual(three)
})

test('behind two proxies the one before the last is believed', async () => {
  expect(await two((n) => `198.51.100.${n}, 10.0.0.1`)).toEqual(all)
  expect(await two((n) => `203.0.113.${n}, 198.51.100.77, 10.0.0.1`)).toEqual(three)
})

test('without a proxy nobody is believed', async () => {
  expect(await bare((n) => `198.51.100.${n}`)).toEqual(three)
})
