import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { validShots } from './arbitrary.ts'
import { asRaw, brokenShots, encode, type Raw } from './broken.ts'
import { type Call, callsIn, readDocument } from './document.ts'
import { idsIn } from './ids.ts'
import { multipart, png } from './story/telling.ts'
import { story } from './story/index.ts'

/** What ends people, tokens and communities comes last, or little would be left to ask for. */
const ends = /^DELETE \/me|departures|succession|^DELETE \/office|ending$|^PUT \/communities\/\{community\}\/members/

/** Every operation of the document under so many right and wrong requests, each by somebody of the story. */
export async function fuzz(times: number) {
  const { server, who, done, db } = await story()
  const calls = callsIn(await readDocument(server)).sort(
    (a, b) => Number(ends.test(a.address)) - Number(ends.test(b.address)),
  )
  const ids = await idsIn(db)
  const base = await server.listen(0, '127.0.0.1')
  const people = Object.values(who).filter((one) => typeof one === 'object')
  const senders = fc.constantFrom(undefined, ...people, who.mia, who.fay, who.olga)
  // The same requests in every run, so that a failure is one of the change; another seed explores.
  const seed = Number(process.env['FUZZ_SEED'] ?? 20_261_122)
  const succeeded = new Set(done)

  async function send(call: Call, { path, query, headers, payload }: Raw, token: string | undefined) {
    const url = `/api${call.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encode(String(path[name])))}?${query}`
    const all = { ...(token && { authorization: `Bearer ${token}` }), ...headers }
    if (call.address === 'GET /live') return stream(base + url, all)
    const answer = await server.app.inject({
      method: call.method,
      url,
      headers: all,
      ...(payload != null && { payload }),
    })
    return { status: answer.statusCode, type: String(answer.headers['content-type']), body: answer.body }
  }
  const check = async (call: Call, raw: Raw, token: string | undefined) => {
    const { status, type, body } = await send(call, raw, token)
    if (status < 300) succeeded.add(call.address)
    const shown = `${call.address} answered ${status} ${body.slice(0, 500)}`
    expect(status, shown).toBeLessThan(500)
    // What is no HTTP at all is answered before anybody reads it.
    if (status < 400 || status === 431 || !body) return
    expect(type, shown).toContain('application/problem+json')
    expect(JSON.parse(body), shown).toMatchObject({ status, title: expect.stringMatching(/\w.*[.?!:]?$/) })
  }
  const options = { seed, numRuns: times, endOnFailure: true, verbose: 1 } as const

  describe.each(calls.map((call) => [call.address, call] as const))('%s', (address, call) => {
    test('has no defect that a right request finds', async () => {
      const shots = validShots(call, ids).map(asRaw).map(withFile(call))
      await fc.assert(
        fc.asyncProperty(shots, senders, (raw, sender) => check(call, raw, sender?.token)),
        options,
      )
    })

    test('has no defect that a wrong request finds', async () => {
      await fc.assert(
        fc.asyncProperty(brokenShots(call, ids), senders, (raw, sender) => check(call, raw, sender?.token)),
        options,
      )
    })

    test('succeeded at least once', () => {
      expect(succeeded).toContain(address)
    })
  })
}

const withFile =
  ({ address }: Call) =>
  (raw: Raw): Raw => {
    const name = { 'POST /files': 'file', 'POST /organization/imports': 'people' }[address]
    if (!name) return raw
    const bytes = name === 'file' ? png : Buffer.from(`id,name,unit\n1,One,${encode('Ward')}\n`)
    return { ...raw, ...multipart([{ name, file: name === 'file' ? 'a.png' : 'a.csv', bytes }]) }
  }

/** A stream has no end: its beginning is the answer. */
async function stream(url: string, headers: Record<string, string>) {
  const gone = new AbortController()
  try {
    const answer = await fetch(url, { headers, signal: gone.signal })
    const body = answer.ok ? '' : await answer.text()
    return { status: answer.status, type: String(answer.headers.get('content-type')), body }
  } finally {
    gone.abort()
  }
}
