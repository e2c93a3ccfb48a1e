import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { newsworthy } from '#attention/index.ts'
import { testWorld } from '../../test/world.ts'

const { person, as, server, db } = await testWorld()
const maria = await person('Maria')
const tom = await person('Tom')
const text = { short: 'COM', colour: 1, domain: 'A domain', about: '', notAbout: '', purpose: '' } as const

test('an empty Mortar says that it is empty', async () => {
  const { body } = await as(maria)('GET /home')

  expect(body).toEqual({ needs: [], news: [], followed: [], communities: [], invitations: [], empty: true })
})

test('home shows who asks to join, what is new by others, and what waits for an answer', async () => {
  const { id } = (
    await as(maria)('POST /communities', { body: { ...text, name: 'Weavers', visibility: 'by_request' } })
  ).body
  await as(tom)('POST /communities/{community}/requests', { params: { community: id }, body: { message: 'I weave' } })

  const before = (await as(maria)('GET /home')).body
  expect(before.needs.map(({ kind, by }) => [kind, by?.name])).toEqual([['join_request', 'Tom']])

  const request = (await as(maria)('GET /communities/{community}/requests', { params: { community: id } })).body
    .items[0]!
  await as(maria)('PUT /communities/{community}/requests/{request}/decision', {
    params: { community: id, request: request.id },
    body: { accepted: true },
  })
  await as(tom)('POST /inquiries', { body: { title: 'Which loom?', body: 'For wool.', communities: [id] } })
  await server.catchUp()

  const after = (await as(maria)('GET /home')).body
  expect(after.needs).toEqual([])
  expect(after.news.flatMap(({ lines }) => lines.map(({ page }) => page.title))).toEqual(['Which loom?'])
  expect(after.communities.map(({ name, unanswered }) => [name, unanswered])).toEqual([['Weavers', 1]])
  expect((await as(tom)('GET /home')).body.news).toEqual([])
})

test('what was reported waits for who facilitates there, once, and without the name of who reported', async () => {
  const { id } = (await as(maria)('POST /communities', { body: { ...text, name: 'Fullers', visibility: 'open' } })).body
  const { body: inquiry } = await as(tom)('POST /inquiries', {
    body: { title: 'How long in the trough?', body: 'The wool felts.', communities: [id] },
  })
  const { body: said } = await as(tom)('POST /inquiries/{inquiry}/contributions', {
    params: { inquiry: inquiry.id },
    body: { kind: 'answer', body: 'Ask the lazy neighbour.' },
  })
  const reported = async (who: typeof maria) =>
    (await as(who)('GET /home')).body.needs.filter(({ kind }) => kind === 'report_waiting')
  const lempi = await person('Lempi')
  await as(lempi)('POST /inquiries/{inquiry}/reports', { params: { inquiry: inquiry.id }, body: { reason: 'Vague' } })
  await as(lempi)('POST /contributions/{contribution}/reports', {
    params: { contribution: said.id },
    body: { reason: 'Rude' },
  })

  expect((await reported(maria)).map(({ page, by }) => [page.title, by])).toEqual([['How long in the trough?', null]])
  expect(await reported(tom)).toEqual([])

  const { items } = (await as(maria)('GET /communities/{community}/reports', { params: { community: id } })).body
  for (const { id: report } of items)
    await as(maria)('PUT /reports/{report}/decision', { params: { report }, body: { decision: 'kept' } })
  expect(await reported(maria)).toEqual([])
})

test('what others did last is news, even where I moved the same page after them', async () => {
  const { id } = (await as(maria)('POST /communities', { body: { ...text, name: 'Dyers', visibility: 'open' } })).body
  await as(tom)('PUT /communities/{community}/membership', { params: { community: id } })
  const inquiry = (
    await as(tom)('POST /inquiries', { body: { title: 'Which blue?', body: 'Woad?', communities: [id] } })
  ).body.id
  const newsOf = async (who: typeof maria) =>
    (await as(who)('GET /home')).body.news
      .filter(({ community }) => community.id === id)
      .flatMap(({ lines }) => lines.map(({ verb, actor }) => [verb, actor?.name]))

  await as(maria)('POST /inquiries/{inquiry}/contributions', {
    params: { inquiry },
    body: { kind: 'answer', body: 'Indigo.' },
  })
  expect(await newsOf(maria)).toEqual([['inquiry.asked', 'Tom']])
  expect(await newsOf(tom)).toEqual([['inquiry.answered', 'Maria']])

  await as(tom)('POST /inquiries/{inquiry}/contributions', {
    params: { inquiry },
    body: { kind: 'answer', body: 'Woad it is.' },
  })
  expect(await newsOf(maria)).toEqual([['inquiry.answered', 'Tom']])
  expect(await newsOf(tom)).toEqual([['inquiry.answered', 'Maria']])
})

test('the database and the inbox call the same things news', async () => {
  const verbs = [...newsworthy, 'inquiry.edited', 'community.joined', 'practice.drafted']
  const { rows } = await sql<{ verb: string }>`
    select verb from unnest(${verbs}::text[]) verb where is_news(verb)`.execute(db)

  expect(rows.map(({ verb }) => verb)).toEqual(newsworthy)
})

describe('somebody who follows from outside', () => {
  let open: string
  let inquiry: string
  const follow = (kind: 'inquiry' | 'community', id: string, level: 'everything' | 'nothing', who = tom) =>
    as(who)('PUT /following/{kind}/{id}', { params: { kind, id }, body: { level } })
  const ask = (title: string, body = 'Somebody knows.') =>
    as(maria)('POST /inquiries', { body: { title, body, communities: [open] } }).then((asked) => asked.body.id)
  const told = async (who = tom) => {
    const { news, followed } = (await as(who)('GET /home')).body
    return {
      there: news
        .filter(({ community }) => community.id === open)
        .flatMap(({ lines }) => lines.map((l) => l.page.title)),
      elsewhere: followed.map(({ page }) => page.title),
    }
  }
  beforeAll(async () => {
    const body = { ...text, name: 'Tanners', visibility: 'open' as const }
    open = (await as(maria)('POST /communities', { body })).body.id
    inquiry = await ask('How long in the pit?')
    await ask('Which bark?')
  })

  test('hears of a thread that they follow, and not of the others', async () => {
    expect(await told()).toEqual({ there: [], elsewhere: [] })
    await follow('inquiry', inquiry, 'everything')
    expect(await told()).toEqual({ there: [], elsewhere: ['How long in the pit?'] })
  })

  test('hears of a whole community that they follow, and of a thread there once', async () => {
    await follow('community', open, 'everything')
    const { there, elsewhere } = await told()
    expect(there.sort()).toEqual(['How long in the pit?', 'Which bark?'])
    expect(elsewhere).toEqual([])
  })

  test('hears no more of what they want nothing of, as a member too', async () => {
    await follow('inquiry', inquiry, 'nothing')
    expect((await told()).there).toEqual(['Which bark?'])
    await as(tom)('PUT /communities/{community}/membership', { params: { community: open } })
    expect((await told()).there).toEqual(['Which bark?'])
    await follow('community', open, 'nothing')
    expect(await told()).toEqual({ there: [], elsewhere: [] })
  })

  test('hears nothing of what they may not read any more', async () => {
    const [lea] = [await person('Lea Passerby')]
    await follow('inquiry', inquiry, 'everything', lea)
    expect((await told(lea)).elsewhere).toEqual(['How long in the pit?'])
    await as(maria)('PATCH /communities/{community}', { params: { community: open }, body: { visibility: 'private' } })
    expect(await told(lea)).toEqual({ there: [], elsewhere: [] })
  })
})
