import { describe, expect, test } from 'vitest'
import type { Somebody } from '../world.ts'
import { callsIn, readDocument } from './document.ts'
import { idsIn } from './ids.ts'
import { story } from './story/index.ts'
import { everyAddress } from './walk.ts'

/** A word that stands nowhere else, for each place that somebody writes in. */
const canary = (name: string) => `zq${name.replaceAll(/[^a-z]/gi, '').toLowerCase()}qz`
const { server, db, who, account } = await story(canary)
const { fay, mia, max, cora, ned, ina, otto, olga } = who
const paula = { id: account.paula, name: 'Paula', token: account.token }

const readers: Record<string, Somebody | undefined> = {
  fay,
  mia,
  max,
  cora,
  ned,
  ina,
  otto,
  olga,
  paula,
  nobody: undefined,
}
const parts = ['title', 'problem', 'worksWhen', 'worksNot', 'how', 'sources']
const charter = ['domain', 'about', 'notAbout', 'purpose', 'people', 'conventions', 'rhythm', 'note']
const of = (name: string, list: string[]) => list.map((part) => `${name}-${part}`)

/** Who may come across each text, as the table "who may read what" says. Everybody else never does. */
const secrets: Record<string, string[]> = {
  // Topics are read where the charter is: they say what a community is about.
  // Whom a community puts something to hears who asks.
  ...each(['privateName'], 'fay mia ina max'),
  ...each(['privateTopic', ...of('charter', charter)], 'fay mia ina'),
  ...each(['privateTitle', 'privateBody', 'privateContribution', 'privateFile'], 'fay mia'),
  ...each(of('privatePractice', parts), 'fay mia'),
  ...each(['privateApplication'], 'fay mia'),
  ...each(
    of('privateEscalation', ['Title', 'Asked', 'Background']).map((name) => name.replace('-', '')),
    'fay mia max',
  ),
  ...each(
    of('requestEscalation', ['Title', 'Asked', 'Background']).map((name) => name.replace('-', '')),
    'fay mia cora',
  ),
  ...each(['privateFeed', 'privateSignal', 'privateSummary', 'privateTriage'], 'fay mia'),
  // A need is its owner's alone until it is shared, and again when it was taken back.
  ...each(['privateNeed', 'takenBackNeed'], 'otto'),
  ...each(['mentorNeed'], 'mia max'),
  ...each(['secretNeed'], 'fay mia'),
  ...each(['elsewhereName', 'elsewhereTitle', 'elsewhereBody'], 'ned'),
  ...each(['requestTitle', 'requestBody', 'requestContribution'], 'fay mia'),
  ...each([...of('draftPractice', parts), ...of('proposedPractice', parts)], 'fay mia otto'),
  // Who proposed a change sees their own.
  ...each([...of('change', parts), 'change-note'], 'fay mia otto max'),
  ...each(['validationDebate'], 'fay mia otto'),
  ...each(['joinRequest'], 'fay'),
  ...each(['invitation'], 'fay ina mia'),
  ...each(['reportReason'], 'fay'),
  ...each(['draft'], 'otto'),
  ...each(['hiddenDoes', 'hiddenExperience'], 'otto'),
  ...each(['hiddenEmail'], 'paula olga'),
  ...each(['tokenName'], 'paula'),
  ...each(['practiceReport'], 'fay olga paula'),
  ...each(of('hiddenPractice', parts), 'fay mia olga paula'),
  ...each(['redacted', ...of('redactedPractice', parts)], ''),
}

function each(names: string[], may: string): Record<string, string[]> {
  return Object.fromEntries(names.map((name) => [name, may.split(' ').filter(Boolean)]))
}

const calls = callsIn(await readDocument(server)).filter(({ method, path }) => method === 'GET' && path !== '/live')
const ids = await idsIn(db)

/** Every address that somebody could ask for, with everything that has an id, and with every secret in search. */
function* addresses(): Generator<string> {
  yield* everyAddress(calls, ids)
  for (const name of Object.keys(secrets)) {
    yield `/search?words=${canary(name)}`
    if (!isLead(name)) continue
    for (const path of ['/practices/similar', '/people', '/units', '/communities', '/practices']) {
      yield `${path}?words=${canary(name)}`
    }
    yield `/search?words=${canary(name).slice(0, -3)}`
  }
}

/** Of a text in several parts the part that lists show. */
const isLead = (name: string) => !name.includes('-') || /-(title|problem|domain)$/.test(name)

const all = [...new Set(addresses())]

async function read(who: Somebody | undefined, url: string, body?: object): Promise<string> {
  const answer = await server.app.inject({
    method: body ? 'POST' : 'GET',
    url: `/api${url}`,
    headers: who ? { authorization: `Bearer ${who.token}` } : {},
    ...(body && { payload: body }),
  })
  return `${JSON.stringify(answer.headers)}\n${answer.body}`
}

/** What a reader came across, and where first. */
async function walked(who: Somebody | undefined): Promise<Map<string, string>> {
  const met = new Map<string, string>()
  const meet = (url: string, text: string) => {
    const low = text.toLowerCase()
    for (const name of Object.keys(secrets)) if (!met.has(name) && low.includes(canary(name))) met.set(name, url)
  }
  for (const url of all) meet(url, await read(who, url))
  for (const name of Object.keys(secrets).filter(isLead)) {
    meet('POST /inquiries/similar', await read(who, '/inquiries/similar', { title: canary(name) }))
  }
  return met
}

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
