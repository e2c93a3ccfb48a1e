import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import type { OrderedKind } from '@mortar/contract/order'
import { placesWith, placesWithEach } from '../../../test/columns.ts'
import { practiceScene } from '../../../test/practice-scene.ts'
import type { Somebody } from '../../../test/world.ts'

const { person, unit, as, community, join, current, db, server } = await practiceScene()
const ward = await unit('Ward')
const fay = await person('Fay the facilitator')
const mia = await person('Mia the member')
const carl = await person('Carl the colleague')
const rolf = await person('Rolf the manager', { manages: ward })
const olga = await person('Olga of the office', { office: true })
const place = await community(fay)
await join(place, mia)

const created = async (made: Promise<{ status: number; body: { id: string } }>) => {
  const { status, body } = await made
  expect(status).toBe(201)
  return body.id
}

/** A page of each kind whose every text says a word, told by whoever writes such pages. */
const write: Record<OrderedKind, (word: string) => Promise<string>> = {
  async signal(word) {
    const link = `https://example.org/${word}`
    const told = { community: null, title: `News of ${word}`, link, summary: `About **${word}**.` }
    const signal = await created(as(olga)('POST /signals', { body: told }))
    const taken = { signal, community: place }
    const copy = (await as(mia)('PUT /signals/{signal}/communities/{community}', { params: taken })).body.id
    await as(mia)('PUT /signals/{signal}/triage', {
      params: { signal: copy },
      body: { outcome: 'nothing', reason: `${word} again` },
    })
    return signal
  },
  async escalation(word) {
    const body = { community: place, title: `Of ${word}`, link: null, summary: '' }
    const signal = await created(as(mia)('POST /signals', { body }))
    const asked = { community: place, unit: ward, manager: rolf.id, dueOn: '2090-01-01', signal }
    const escalation = await created(
      as(fay)('POST /escalations', {
        body: { ...asked, title: `A bed for ${word}`, asked: `**${word}** waits.`, background: `${word} fell.` },
      }),
    )
    await as(fay)('POST /pages/{kind}/{page}/redactions', {
      params: { kind: 'signal', page: signal },
      body: { passages: [word], ground: 'person' },
    })
    await db
      .insertInto('triage')
      .values({
        signalId: signal,
        outcome: 'escalation',
        escalationId: escalation,
        reason: word,
        undoneAt: new Date(),
        byId: fay.id,
      })
      .execute()
    const params = { escalation }
    await as(rolf)('PUT /escalations/{escalation}/receipt', { params })
    await as(rolf)('PUT /escalations/{escalation}/decision', {
      params,
      body: { answer: 'no', reason: `${word} is home.` },
    })
    return escalation
  },
  async imperative(word) {
    const aim = { title: `As ${word} wished`, why: `${word} said so.`, from: '2026-01-01' }
    const imperative = await created(as(olga)('POST /imperatives', { body: aim }))
    await as(fay)('PUT /imperatives/{imperative}/communities/{community}', {
      params: { imperative, community: place },
      body: { how: `We help ${word}` },
    })
    await as(olga)('PUT /imperatives/{imperative}/end', { params: { imperative }, body: { reason: `${word} left` } })
    return imperative
  },
  async story(word) {
    const said = Object.fromEntries(
      ['immediate', 'potential', 'applied', 'realized', 'transformative', 'evidence'].map((text) => [
        text,
        `${text} ${word}`,
      ]),
    )
    const body = { community: place, title: `${word} walks`, ...said, immediate: `*${word}* walks.` }
    const story = await created(as(mia)('POST /stories', { body }))
    await report({ title: 'Of stories', text: `- [${word} walks](/stories/${story})` })
    return story
  },
  value_report: (word) => report({ title: `The year of ${word}`, text: `${word} came.`, note: `Without ${word}` }),
  async sheet(word) {
    const body = { template: 'review', title: `About ${word}` }
    const params = { community: place }
    const sheet = await created(as(fay)('POST /communities/{community}/sheets', { params, body }))
    await as(mia)('PUT /communities/{community}/sheets/{sheet}', {
      params: { ...params, sheet },
      body: { base: 1, title: `About ${word}`, content: { meant: `**${word}**`, happened: word } },
    })
    return sheet
  },
}

async function report({ title, text, note = '' }: { title: string; text: string; note?: string }) {
  const period = { from: '2026-01-01', to: '2026-06-30' }
  const begun = { community: place, kind: 'annual' as const, title, ...period }
  const valueReport = await created(as(fay)('POST /value-reports', { body: begun }))
  await as(fay)('PUT /value-reports/{valueReport}', { params: { valueReport }, body: { base: 1, text, note } })
  return valueReport
}

const kinds = Object.keys(write) as OrderedKind[]
const keeps = (kind: OrderedKind) => (kind === 'imperative' || kind === 'signal' ? olga : fay)
const about = (kind: OrderedKind, page: string) => ({ params: { kind, page } })
const look = (who: Somebody, kind: OrderedKind, page: string) =>
  as(who)('GET /pages/{kind}/{page}/order', about(kind, page))
const redact = (who: Somebody, kind: OrderedKind, page: string, passage: string) =>
  as(who)('POST /pages/{kind}/{page}/redactions', {
    ...about(kind, page),
    body: { passages: [passage], ground: 'person' },
  })
const say = (who: Somebody, kind: OrderedKind, page: string, reason: string) =>
  as(who)('POST /pages/{kind}/{page}/reports', { ...about(kind, page), body: { reason } })

/** Somebody who reads such a page, did not write it and keeps no order there. */
const reader = (kind: OrderedKind): Somebody =>
  kind === 'sheet' || kind === 'escalation' || kind === 'value_report' ? mia : carl

test('words that are taken out stand in no column of any table afterwards, and each page says that they went', async () => {
  const words = new Map(kinds.map((kind) => [kind, `Quill${kind.replace('_', '')}`] as const))
  const pages = new Map<OrderedKind, string>()
  for (const [kind, word] of words) {
    const page = await write[kind](word)
    pages.set(kind, page)
    await say(reader(kind), kind, page, `It names ${word}.`)
    await as(mia)('PUT /drafts/{key}', { params: { key: `about:${page}` }, body: { content: { text: word } } })
  }
  await server.catchUp()
  const before = await placesWithEach(db, [...words.values()])
  for (const word of words.values()) expect(before.get(word)!.length).toBeGreaterThan(3)

  for (const [kind, page] of pages) {
    const word = words.get(kind)!
    expect((await redact(carl, kind, page, word)).status).toBe(kind === 'sheet' ? 404 : 403)
    const { status, body } = await redact(keeps(kind), kind, page, word)
    expect([kind, status, body.places > 1]).toEqual([kind, 200, true])
    expect((await redact(keeps(kind), kind, page, word)).problem.code).toBe('order.nothingThere')
    expect((await look(keeps(kind), kind, page)).body).toMatchObject({
      reports: [],
      redactions: [{ ground: 'person', by: { id: keeps(kind).id } }],
    })
  }
  await server.catchUp()

  expect([...(await placesWithEach(db, [...words.values()]))]).toEqual([...words.values()].map((word) => [word, []]))
})

describe.each(kinds)('a page of the kind %s', (kind) => {
  test('that was reported waits on the home of who keeps order there, until it is answered', async () => {
    const page = await write[kind](`Wren${kind.replace('_', '')}`)
    const who = reader(kind)
    const waits = async (somebody: Somebody) =>
      (await as(somebody)('GET /home')).body.needs.filter((need) =>
        kind === 'sheet' ? need.kind === 'sheet_reported' : need.page.id === page,
      ).length
    expect((await say(who, kind, page, 'A name stands here.')).status).toBe(204)
    expect((await say(who, kind, page, 'Again.')).problem.code).toBe('order.alreadyReported')

    expect([await waits(keeps(kind)), await waits(carl)]).toEqual([1, 0])
    expect((await look(keeps(kind), kind, page)).body.reports).toMatchObject([{ reason: 'A name stands here.' }])
    expect((await look(who, kind, page)).body).toMatchObject({ reports: [], may: { redact: false } })

    await as(keeps(kind))('DELETE /pages/{kind}/{page}/reports', about(kind, page))
    expect(await waits(keeps(kind))).toBe(0)
    expect((await as(keeps(kind))('DELETE /pages/{kind}/{page}/reports', about(kind, page))).problem.code).toBe(
      'order.noReports',
    )
  })

  test('is hidden from readers, found by them no more, and shown again', async () => {
    const hidden = `Heron${kind.replace('_', '')}`
    const page = await write[kind](hidden)
    await server.catchUp()
    const who = reader(kind)
    const found = async (somebody: Somebody) =>
      (await as(somebody)('GET /search', { query: { words: hidden, limit: 50 } })).body.items.filter(
        ({ id }) => id === page,
      ).length
    const seen = async (somebody: Somebody) => (await look(somebody, kind, page)).status
    const isFound = kind === 'sheet' || kind === 'value_report' ? 0 : 1
    expect([await seen(who), await found(who)]).toEqual([200, isFound])

    expect((await as(who)('PUT /pages/{kind}/{page}/hiding', about(kind, page))).status).toBe(403)
    expect((await as(keeps(kind))('PUT /pages/{kind}/{page}/hiding', about(kind, page))).status).toBe(204)
    await server.catchUp()

    expect([await seen(who), await found(who)]).toEqual([404, 0])
    expect((await look(keeps(kind), kind, page)).body).toMatchObject({ hidden: true, may: { show: true, hide: false } })
    await as(keeps(kind))('DELETE /pages/{kind}/{page}/hiding', about(kind, page))
    await server.catchUp()
    expect([await seen(who), await found(who)]).toEqual([200, isFound])
  })
})

test('what words were taken out of does not come back with the next reading of its feed', async () => {
  const { rows } = await sql<{ id: string }>`
    insert into signal (community_id, key, link, title) values (${place}, 'https://example.org/ibis', 'https://example.org/ibis', 'Of ibis')
    returning id`.execute(db)
  await redact(fay, 'signal', rows[0]!.id, 'ibis')

  const again = { community: place, title: 'Of ibis', link: 'https://example.org/ibis', summary: '' }
  const { body } = await as(mia)('POST /signals', { body: again })

  expect(body).toEqual({ id: rows[0]!.id, known: true })
  expect(await placesWith(db, 'ibis')).toEqual([])
})

test('whoever has to answer a hidden escalation reads it still', async () => {
  const page = await write.escalation('Plover')
  await as(fay)('PUT /pages/{kind}/{page}/hiding', about('escalation', page))

  expect((await as(rolf)('GET /escalations/{escalation}', { params: { escalation: page } })).status).toBe(200)
  expect((await as(mia)('GET /escalations/{escalation}', { params: { escalation: page } })).status).toBe(404)
})

test('words taken out of a practice are taken out of the reports that link to it, and of no others', async () => {
  const practice = await current(fay, place, { title: 'The Curlew call' })
  const linking = await report({ title: 'Linking', text: `- [The Curlew call](/practices/${practice})` })
  const other = await report({ title: 'Other', text: 'A Curlew flew by.' })
  const textOf = async (valueReport: string) =>
    (await as(fay)('GET /value-reports/{valueReport}', { params: { valueReport } })).body.text.markdown

  await as(fay)('POST /practices/{practice}/redactions', {
    params: { practice },
    body: { passages: ['Curlew'], ground: 'person' },
  })

  expect([await textOf(linking), await textOf(other)]).toEqual([
    `- [The ▇▇ call](/practices/${practice})`,
    'A Curlew flew by.',
  ])
})
