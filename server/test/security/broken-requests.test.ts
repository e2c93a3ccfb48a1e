import { once } from 'node:events'
import { type AddressInfo, connect } from 'node:net'
import { expect, test } from 'vitest'
import { testWorld } from '../world.ts'

const { server } = await testWorld()
await server.listen(0, '127.0.0.1')
const { port } = server.app.server.address() as AddressInfo

/** Says something to the server as bytes, and hears its answer to the end. */
async function say(bytes: string) {
  const socket = connect(port, '127.0.0.1')
  let heard = ''
  socket.setEncoding('utf8').on('data', (text: string) => (heard += text))
  // The server may have answered and gone before all was said.
  socket.on('error', () => {})
  socket.end(bytes)
  await once(socket, 'close')
  const [head = '', body = ''] = heard.split('\r\n\r\n')
  return { head: head.toLowerCase(), problem: JSON.parse(body) as { status: number; title: string; code: string } }
}
const get = (path: string, headers: string[] = []) =>
  say(`GET ${path} HTTP/1.1\r\n${['Host: localhost', 'Connection: close', ...headers].join('\r\n')}\r\n\r\n`)

test.each([
  ['headers of more than 16 KB', () => get('/api/me', [`X-Long: ${'x'.repeat(20_000)}`]), 431, /longer than 16 KB/],
  ['an address of more than 16 KB', () => get(`/api/me?q=${'x'.repeat(20_000)}`), 431, /longer than 16 KB/],
  ['a part of an address that is too long', () => get(`/api/people/${'x'.repeat(2000)}`), 404, /nothing here/],
  ['what is no HTTP', () => say('MAKE me a sandwich\r\n\r\n'), 400, /not a request/],
  ['a header that is none', () => get('/api/me', ['no colon here']), 400, /not a request/],
  ['two lengths at once', () => get('/api/me', ['Content-Length: 1', 'Content-Length: 2']), 400, /not a request/],
])('%s is answered with a sentence', async (_, ask, status, words) => {
  const { head, problem } = await ask()

  expect(head).toMatch(new RegExp(`^http/1.1 ${status} `))
  expect(head).toContain('content-type: application/problem+json')
  expect(head).toContain('x-content-type-options: nosniff')
  expect(problem).toMatchObject({ status, title: expect.stringMatching(words) })
})

test('whoever says nothing that can be understood leaves the server as it was', async () => {
  await say('\0\0\0\r\n\r\n')

  expect((await server.app.inject('/healthz')).statusCode).toBe(200)
})
