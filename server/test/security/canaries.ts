import type { Somebody } from '../world.ts'
import { callsIn, readDocument } from './document.ts'
import { idsIn } from './ids.ts'
import { story } from './story/index.ts'
import { everyAddress } from './walk.ts'

/** A word that stands nowhere else, for each place that somebody writes in. */
export const canary = (name: string) => `zq${name.replaceAll(/[^a-z]/gi, '').toLowerCase()}qz`

const parts = ['title', 'problem', 'worksWhen', 'worksNot', 'how', 'sources']
const charter = ['domain', 'about', 'notAbout', 'purpose', 'people', 'conventions', 'rhythm', 'note']
const of = (name: string, list: string[]) => list.map((part) => `${name}-${part}`)

/** Who may come across each text, as the table "who may read what" says. Everybody else never does. */
export const secrets: Record<string, string[]> = {
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

/** Everything that somebody wrote where not everybody may read it, and a walk through all that a reader could ask for. */
export async function canaries() {
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
  return { server, ids, fay, readers, walked }
}
