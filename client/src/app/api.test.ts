import { afterEach, expect, test, vi } from 'vitest'
import { api, ApiRefusal, href } from './api.ts'

const asked: Request[] = []
function serverAnswers(status: number, body?: unknown) {
  asked.length = 0
  vi.stubGlobal('fetch', async (address: string, init: RequestInit) => {
    asked.push(new Request(new URL(address, 'http://mortar.example'), init))
    return new Response(body === undefined ? null : JSON.stringify(body), { status })
  })
}
afterEach(() => vi.unstubAllGlobals())

test('parameters go into the path and what is not given stays out of the query', () => {
  expect(href('GET /communities/{community}', { params: { community: 'a b/c' } })).toBe('/api/communities/a%20b%2Fc')
  expect(href('GET /live', { query: { subject: 'unit:1' } })).toBe('/api/live?subject=unit%3A1')
})

test('a read carries no key', async () => {
  serverAnswers(200, {})

  await api('GET /me')

  expect(asked[0]?.headers.has('idempotency-key')).toBe(false)
})

test('a write carries JSON and a key of its own', async () => {
  serverAnswers(200, { html: '<p>x</p>' })

  await api('POST /markdown', { body: { markdown: 'x' } })
  await api('POST /markdown', { body: { markdown: 'x' } })

  const keys = asked.map(({ headers }) => headers.get('idempotency-key'))
  expect(new Set(keys).size).toBe(2)
  expect(await asked[0]?.json()).toEqual({ markdown: 'x' })
})

test('a refusal keeps its sentence, its code and the message of each field', async () => {
  const title = 'The name is too long.'
  serverAnswers(400, { title, code: 'platform.invalid', status: 400, fields: [{ path: 'name', message: title }] })

  const refused: ApiRefusal = await api('GET /me').catch((error) => error)

  expect(refused).toBeInstanceOf(ApiRefusal)
  expect(refused).toMatchObject({ message: title, code: 'platform.invalid', status: 400, fields: { name: title } })
})

test('a connection that fails is a refusal with status 0', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')))

  await expect(api('GET /me')).rejects.toMatchObject({ name: 'ApiRefusal', status: 0, code: 'network' })
})
