import { randomBytes } from 'node:crypto'
import { afterAll, describe, expect, test } from 'vitest'
import { startServer, type ServerOptions } from '../../src/main.ts'
import { browser } from '../browser.ts'
import { testDatabase } from '../database.ts'
import { testWorld } from '../world.ts'
import { callsIn, readDocument } from './document.ts'
import { multipart, png } from './story/telling.ts'

const { person, as, server } = await testWorld()
const maria = await person('Maria', { office: true })
const tom = await person('Tom')
const database = await testDatabase()
const password = 'treadle under the blue lamp'

async function serve(options: Partial<ServerOptions>) {
  const made = await startServer({
    connection: { connectionString: database.url },
    secret: randomBytes(32).toString('hex'),
    baseUrl: 'http://localhost:4400',
    logLevel: 'silent',
    ...options,
  })
  afterAll(() => made.close())
  return made.app
}
const secure = await serve({ baseUrl: 'https://mortar.example.org' })

const policyOf = (headers: Record<string, unknown>) =>
  new Map(
    String(headers['content-security-policy'])
      .split(';')
      .map((part) => part.trim().split(' '))
      .map(([name, ...sources]) => [name!, sources] as const),
  )

describe.each(['/api', '/api/me', '/api/openapi.json', '/healthz', '/nothing'])('%s', (url) => {
  test('comes with headers that let nobody embed, sniff or run it', async () => {
    const { headers, statusCode } = await server.app.inject({ url })
    const policy = policyOf(headers)

    expect(statusCode).toBeLessThan(500)
    expect(policy.get('default-src')).toEqual(["'none'"])
    expect(policy.get('script-src')).toEqual(["'self'"])
    expect(policy.get('frame-ancestors')).toEqual(["'none'"])
    expect(policy.get('base-uri')).toEqual(["'none'"])
    expect(policy.get('form-action')).toEqual(["'self'"])
    expect([...policy.values()].flat().filter((source) => /unsafe|\*|https?:|data:/.test(source))).toEqual(['data:'])
    expect(policy.get('img-src')).toContain('data:')
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['x-frame-options']).toBe('DENY')
    expect(headers['referrer-policy']).toBe('same-origin')
    expect(headers['x-powered-by']).toBeUndefined()
    expect(headers['server']).toBeUndefined()
  })
})

test('what is no address is refused in a sentence that nobody can run', async () => {
  const { statusCode, headers, body } = await server.app.inject('/api/people/%ff')

  expect([statusCode, JSON.parse(body).title]).toEqual([404, 'There is nothing here that you can see.'])
  expect(policyOf(headers).get('default-src')).toEqual(["'none'"])
  expect(headers['x-content-type-options']).toBe('nosniff')
})

test('a nonce is used once', async () => {
  const nonces = await Promise.all(
    [1, 2, 3].map(
      async () =>
        /'nonce-([^']+)'/.exec(String((await server.app.inject('/api')).headers['content-security-policy']))?.[1],
    ),
  )

  expect(new Set(nonces).size).toBe(3)
  expect(Buffer.from(nonces[0]!, 'base64').length).toBeGreaterThanOrEqual(16)
})

test('browsers are told to stay on https where Mortar is on https, and only there', async () => {
  expect((await secure.inject('/api')).headers['strict-transport-security']).toMatch(/max-age=\d{7,}/)
  expect((await server.app.inject('/api')).headers['strict-transport-security']).toBeUndefined()
})

async function comeIn(app: typeof secure, origin: string) {
  const { id } = await database.db
    .insertInto('person')
    .values({ name: 'Ada', email: `ada.${randomBytes(3).toString('hex')}@example.org` })
    .returning(['id'])
    .executeTakeFirstOrThrow()
  const { firstLink } = await import('../../src/organization/account/links.ts')
  const first = await firstLink(database.db, origin)
  const token = first!.link.split('/welcome/')[1]!
  const answer = await app.inject({
    method: 'POST',
    url: `/api/welcome/${token}`,
    headers: { origin },
    payload: { name: 'Ada', email: `first.${randomBytes(3).toString('hex')}@example.org`, password },
  })
  return { cookies: [answer.headers['set-cookie'] ?? []].flat(), status: answer.statusCode, token, id }
}

test('over https the cookie is for https alone, for no script, and for no other site', async () => {
  const { cookies, status } = await comeIn(secure, 'https://mortar.example.org')

  expect(status).toBe(204)
  const session = cookies.filter((cookie) => cookie.startsWith('__Secure-mortar.session_token='))
  expect(session).toHaveLength(1)
  for (const cookie of cookies) {
    for (const attribute of [/; Secure/i, /; HttpOnly/i, /; SameSite=(Lax|Strict)/i, /; Path=\//i]) {
      expect(cookie).toMatch(attribute)
    }
    expect(cookie).not.toMatch(/; Domain=/i)
  }
})

describe('a write that another site makes a browser send', () => {
  const forged: Record<string, string>[] = [
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: 'http://localhost:4400.evil.example' },
    { origin: 'http://localhost:4401' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
  ]
  test('is refused, whatever operation it is', async () => {
    const unsafe = callsIn(await readDocument(server)).filter(({ method }) => method !== 'GET')
    const answered: string[] = []
    for (const { method, path, address } of unsafe) {
      for (const headers of forged) {
        const answer = await server.app.inject({
          method,
          url: `/api${path.replaceAll(/\{\w+\}/g, maria.id)}`,
          headers: { host: 'localhost:4400', ...headers },
        })
        if (answer.statusCode !== 403 || answer.json().code !== 'platform.foreignOrigin') {
          answered.push(`${address} ${JSON.stringify(headers)}: ${answer.statusCode} ${answer.body}`)
        }
      }
    }

    expect(unsafe.length).toBeGreaterThan(80)
    expect(answered).toEqual([])
  })

  test('is not refused from our own page', async () => {
    const own = await browser(as(undefined)).call('POST /session', {
      body: { email: 'nobody@example.org', password },
      headers: { 'sec-fetch-site': 'same-origin' },
    } as never)

    expect(own.problem.code).not.toBe('platform.foreignOrigin')
  })
})

test('a body beyond a megabyte is refused in a sentence', async () => {
  const answer = await as(maria)('POST /markdown', { body: { markdown: 'x'.repeat(1_100_000) } })

  expect([answer.status, answer.problem.title]).toEqual([
    413,
    'That is too large. The most that can be sent at once is 1 MB.',
  ])
})

test.each(['/files', '/organization/imports'])('a broken upload to %s is refused in a sentence', async (path) => {
  const whole = multipart([{ name: path === '/files' ? 'file' : 'people', file: 'a.png', bytes: png }])
  const headers = { authorization: `Bearer ${maria.token}` }
  const upload = (type: string, payload: Buffer) =>
    server.app.inject({ method: 'POST', url: `/api${path}`, headers: { ...headers, 'content-type': type }, payload })
  const answers = [
    await upload('multipart/form-data', whole.payload),
    await upload(whole.headers['content-type'], whole.payload.subarray(0, -30)),
    await upload(whole.headers['content-type'], Buffer.from('nothing of this kind')),
  ]

  expect(answers.map(({ statusCode }) => statusCode).filter((status) => status < 400 || status >= 500)).toEqual([])
  expect(answers.map((answer) => answer.json().title)).toEqual(answers.map(() => expect.stringMatching(/\.$/)))
})

test('who asks too much is told how long to wait, and nobody else is held up', async () => {
  const limited = await serve({ requestsPerMinute: 3 })
  const ask = (remoteAddress: string) => limited.inject({ url: '/api/welcome/unknown', remoteAddress })
  const answers = [await ask('192.0.2.1'), await ask('192.0.2.1'), await ask('192.0.2.1'), await ask('192.0.2.1')]

  expect(answers.map(({ statusCode }) => statusCode)).toEqual([404, 404, 404, 429])
  expect(Number(answers[3]!.headers['retry-after'])).toBeGreaterThan(0)
  expect(answers[3]!.json().title).toMatch(/^Too many requests in a short time\. Wait .* second/)
  expect(answers[3]!.headers['content-type']).toContain('application/problem+json')
  expect((await ask('192.0.2.2')).statusCode).toBe(404)
})

describe('a file', () => {
  const send = async (name: string, bytes: Buffer) => {
    const made = multipart([{ name: 'file', file: name, bytes }])
    const answer = await server.app.inject({
      method: 'POST',
      url: '/api/files',
      ...made,
      headers: { ...made.headers, authorization: `Bearer ${tom.token}` },
    })
    const address = answer.statusCode === 201 ? (answer.json() as { address: string }).address : undefined
    const read =
      address && (await server.app.inject({ url: address, headers: { authorization: `Bearer ${tom.token}` } }))
    return { status: answer.statusCode, headers: read ? read.headers : undefined }
  }
  const page = Buffer.from('<html><script>canary()</script></html>')
  const drawing = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="canary()"></svg>')

  test('is served in a sandbox, as what it is', async () => {
    const { headers } = await send('plan.png', png)

    expect(headers!['content-type']).toBe('image/png')
    expect(policyOf(headers!)).toEqual(
      new Map([
        ['default-src', ["'none'"]],
        ['sandbox', []],
      ]),
    )
    expect(headers!['x-content-type-options']).toBe('nosniff')
  })

  test.each([
    ['page.html', page],
    ['page.png', page],
    ['drawing.svg', drawing],
    ['drawing.png', drawing],
    ['polyglot.png', Buffer.concat([png, page])],
    ['evil"\r\nx-evil: 1.html', page],
  ])('%j never runs as a page', async (name, bytes) => {
    const { status, headers } = await send(name, bytes)
    if (status !== 201) return expect([400, 415]).toContain(status)

    expect(headers!['content-security-policy']).toContain('sandbox')
    expect(headers!['x-content-type-options']).toBe('nosniff')
    expect(headers!['x-evil']).toBeUndefined()
    if (headers!['content-type'] !== 'image/png') expect(headers!['content-disposition']).toMatch(/^attachment;/)
    return
  })
})
