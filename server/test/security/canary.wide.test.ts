import { describe, expect, test } from 'vitest'
import { canaries, canary, secrets } from './canaries.ts'

const { server, ids, fay, readers, walked } = await canaries()
const found: Record<string, Map<string, string>> = {}

describe.each(Object.entries(readers))('%s', (name, reader) => {
  test('comes across nothing that is not for them, wherever they look', async () => {
    found[name] = await walked(reader)

    const wrong = [...found[name]].filter(([secret]) => !secrets[secret]!.includes(name))
    expect(wrong).toEqual([])
  })

  test('hears of no page that they may not read', async () => {
    const base = server.app.server.listening ? origin() : await server.listen(0, '127.0.0.1').then(origin)
    for (const [kind, subjects] of Object.entries({ inquiry: ids['inquiry']!, community: ids['community']! })) {
      for (const id of subjects) {
        const page = kind === 'inquiry' ? `/inquiries/${id}` : `/communities/${id}`
        const headers = reader ? { authorization: `Bearer ${reader.token}` } : {}
        const { statusCode } = await server.app.inject({ url: `/api${page}`, headers })
        const gone = new AbortController()
        const { status } = await fetch(`${base}/api/live?subject=${kind}:${id}`, { headers, signal: gone.signal })
        gone.abort()
        expect(status, page).toBe(statusCode)
      }
    }
  })
})

const origin = () => {
  const at = server.app.server.address()
  return `http://127.0.0.1:${typeof at === 'object' && at ? at.port : ''}`
}

test('every text is met by somebody who may read it, so that the walk sees what it looks for', () => {
  const unmet = Object.entries(secrets)
    .filter(([, may]) => may.length > 0)
    .filter(([secret, may]) => !may.some((name) => found[name]?.has(secret)))

  expect(unmet.map(([secret]) => secret)).toEqual([])
})

test('a live stream tells that something changed, never what', async () => {
  const base = server.app.server.listening ? origin() : await server.listen(0, '127.0.0.1').then(origin)
  const inquiry = ids['inquiry']![0]!
  const gone = new AbortController()
  const stream = await fetch(`${base}/api/live?subject=inquiry:${inquiry}`, {
    headers: { authorization: `Bearer ${fay.token}` },
    signal: gone.signal,
  })
  await server.app.inject({
    method: 'POST',
    url: `/api/inquiries/${inquiry}/contributions`,
    headers: { authorization: `Bearer ${fay.token}` },
    payload: { kind: 'answer', body: canary('heard') },
  })

  let heard = ''
  for await (const chunk of stream.body!) {
    heard += new TextDecoder().decode(chunk)
    if (heard.includes('event: changed')) break
  }
  gone.abort()

  expect(heard).toMatch(/^retry: 2000\n\nevent: changed\ndata: \{\}\n\n/)
})
