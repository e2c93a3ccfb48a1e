import { sql } from 'kysely'
import { followTheLine } from '../../../src/sensing/escalation/follow.ts'
import type { Communities } from './communities.ts'
import type { People } from './people.ts'
import type { Telling } from './telling.ts'

type Where = Communities

const later = '2090-01-01'

/** Aims, escalations in every state, feeds, signals: everything that somebody can do with them, once. */
export async function sensing(
  telling: Telling,
  who: People,
  where: Where,
  known: { inquiry: string; practice: string },
  word: (name: string) => string,
) {
  await aims(telling, who, where, known.practice)
  const escalations = await escalated(telling, who, where, word)
  const signals = await sensed(telling, who, where, known.inquiry, word)
  return { escalations, signals }
}

async function aims({ by }: Telling, { olga, fay, mia, cora }: People, { open, secret }: Where, practice: string) {
  const body = { title: 'Cloth for everybody', why: 'Because **it is cold**.', from: '2024-01-01' }
  const { id: imperative } = await by(olga)('POST /imperatives', { body: { ...body, carrier: cora.id } })
  const params = { imperative }
  await by(olga)('PUT /imperatives/{imperative}', { params, body: { ...body, to: later } })
  await by(olga)('PUT /imperatives/{imperative}/end', { params, body: { reason: 'Too early.' } })
  await by(olga)('DELETE /imperatives/{imperative}/end', { params })
  for (const community of [open.id, secret.id]) {
    await by(fay)('PUT /imperatives/{imperative}/communities/{community}', {
      params: { ...params, community },
      body: { how: 'We weave.' },
    })
  }
  const ofOpen = { ...params, community: open.id }
  await by(fay)('DELETE /imperatives/{imperative}/communities/{community}', { params: ofOpen })
  const ofPractice = { ...params, practice }
  await by(fay)('PUT /imperatives/{imperative}/practices/{practice}', { params: ofPractice, body: { how: 'Faster.' } })
  await by(fay)('DELETE /imperatives/{imperative}/practices/{practice}', { params: ofPractice })
  await by(mia)('GET /imperatives')
  await by(mia)('GET /imperatives/{imperative}', { params })
  await by(mia)('GET /communities/{community}/imperatives', { params: { community: open.id } })
  await by(mia)('GET /practices/{practice}/imperatives', { params: { practice } })
}

async function escalated(
  { by, unit, person, db }: Telling,
  { fay, mia, max, otto, ward, other, cora }: People,
  { open, secret, request }: Where,
  word: (name: string) => string,
) {
  const put = async (community: string, name: string, to = { unit: ward, manager: max.id }) =>
    (
      await by(fay)('POST /escalations', {
        body: {
          ...to,
          community,
          title: word(`${name}Title`),
          asked: word(`${name}Asked`),
          background: word(`${name}Background`),
          dueOn: later,
        },
      })
    ).id
  await by(fay)('GET /managers', { query: { words: 'ward' } })
  const hidden = await put(secret.id, 'privateEscalation')
  await put(request.id, 'requestEscalation', { unit: other, manager: cora.id })
  const escalation = await put(open.id, 'openEscalation')
  const params = { escalation }
  await by(max)('PUT /escalations/{escalation}/receipt', { params })
  await by(max)('PUT /escalations/{escalation}/delegate', {
    params,
    body: { person: otto.id, reason: 'You know looms.' },
  })
  await by(max)('DELETE /escalations/{escalation}/delegate', { params })
  await by(max)('PUT /escalations/{escalation}/decision', { params, body: { answer: 'yes', reason: 'Needed.' } })
  await by(fay)('PUT /escalations/{escalation}/completion', { params, body: {} })
  await by(fay)('DELETE /escalations/{escalation}/completion', { params })
  await by(fay)('PUT /escalations/{escalation}/withdrawal', { params, body: { reason: 'Bought otherwise.' } })
  await by(fay)('DELETE /escalations/{escalation}/withdrawal', { params })
  await by(mia)('GET /escalations')
  await by(mia)('GET /escalations/{escalation}', { params })
  const passing = await unit('Passing ward')
  const pia = await person('Pia', { manages: passing })
  const alone = await put(open.id, 'aloneEscalation', { unit: passing, manager: pia.id })
  await sql`delete from unit_manager where unit_id = ${passing}`.execute(db)
  await followTheLine(db)
  await by(fay)('PUT /escalations/{escalation}/manager', {
    params: { escalation: alone },
    body: { unit: ward, manager: max.id },
  })
  return { open: escalation, hidden, alone }
}

async function sensed(
  { by }: Telling,
  { olga, fay, mia }: People,
  { open, secret }: Where,
  inquiry: string,
  word: (name: string) => string,
) {
  const listen = (who: typeof olga, community: string | null, url: string) =>
    by(who)('POST /feeds', { body: { community, url } })
  // Nobody is asked there: Mortar reads from public hosts only.
  const feed = { params: { feed: (await listen(fay, secret.id, `http://127.0.0.1/${word('privateFeed')}`)).id } }
  await listen(olga, null, 'http://127.0.0.1/feed')
  await by(fay)('POST /feeds/{feed}/reading', feed)
  await by(fay)('PUT /feeds/{feed}/end', feed)
  await by(fay)('DELETE /feeds/{feed}/end', feed)
  await by(fay)('GET /feeds', { query: { community: secret.id } })

  const tell = async (who: typeof olga, community: string | null, title: string, summary = '') =>
    (await by(who)('POST /signals', { body: { community, title, summary } })).id
  const hidden = { signal: await tell(mia, secret.id, word('privateSignal'), word('privateSummary')) }
  const nothing = { outcome: 'nothing', reason: word('privateTriage') } as const
  await by(mia)('PUT /signals/{signal}/triage', { params: hidden, body: nothing })
  await by(mia)('DELETE /signals/{signal}/triage', { params: hidden })
  const asked = { signal: await tell(mia, open.id, 'Looms are banned') }
  await by(mia)('PUT /signals/{signal}/triage', {
    params: asked,
    body: { outcome: 'inquiry', reason: 'Are ours?', inquiry },
  })
  const forAll = { signal: await tell(olga, null, 'Wool becomes dear') }
  await by(mia)('PUT /signals/{signal}/communities/{community}', { params: { ...forAll, community: open.id } })
  await by(mia)('GET /signals')
  await by(mia)('GET /signals/{signal}', { params: hidden })
  return { hidden: hidden.signal, open: asked.signal }
}
