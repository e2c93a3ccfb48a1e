import { expect, test } from 'vitest'
import { inquiryWorld } from '../../test/inquiry-world.ts'

const { person, as, community, ask, answer, page, trail } = await inquiryWorld()
const maria = await person('Maria')
const tom = await person('Tom')
const inga = await person('Inga')
const physio = await community(maria)

test('an inquiry is asked, and its page shows who asked, where, and who can read it', async () => {
  const id = await ask(tom, [physio], {
    title: 'Fear after a fall',
    body: 'She **will not** stand.',
    problemKind: 'Motivation',
  })

  const shown = await page(inga, id)

  expect(shown).toMatchObject({
    title: 'Fear after a fall',
    html: '<p>She <strong>will not</strong> stand.</p>\n',
    state: 'open',
    problemKind: 'Motivation',
    readers: 'everybody',
    answers: 0,
    askedBy: { name: 'Tom' },
    may: { contribute: true, edit: false, resolve: false },
  })
  expect(shown.communities.map(({ id: at }) => at)).toEqual([physio])
})

test('somebody who is no member answers in an open community', async () => {
  const id = await ask(tom, [physio])
  await answer(inga, id, 'Three are enough.')

  const shown = await page(tom, id)

  expect(shown.answers).toBe(1)
  expect(shown.contributions).toMatchObject([
    { kind: 'answer', html: '<p>Three are enough.</p>\n', by: { name: 'Inga' } },
  ])
})

test('an experience tells its outcome, and is refused without one', async () => {
  const id = await ask(tom, [physio])
  const tell = (body: object) =>
    as(inga)('POST /inquiries/{inquiry}/contributions', { params: { inquiry: id }, body: body as never })

  expect((await tell({ kind: 'experience', body: 'I tried.' })).status).toBe(400)
  expect((await tell({ kind: 'experience', body: 'I tried.', outcome: 'failed' })).status).toBe(201)
  expect((await page(tom, id)).contributions).toMatchObject([{ kind: 'experience', outcome: 'failed' }])
})

test('a question back and a challenge leave an inquiry unanswered', async () => {
  const id = await ask(tom, [physio])
  for (const kind of ['question', 'challenge'] as const) {
    await as(inga)('POST /inquiries/{inquiry}/contributions', { params: { inquiry: id }, body: { kind, body: 'Why?' } })
  }

  expect((await page(tom, id)).answers).toBe(0)
})

test('replies go one level deep', async () => {
  const id = await ask(tom, [physio])
  const first = await answer(inga, id)
  const reply = (parent: string) =>
    as(tom)('POST /inquiries/{inquiry}/contributions', {
      params: { inquiry: id },
      body: { kind: 'reply', parent, body: 'Which three?' },
    })

  const { status, body } = await reply(first)

  expect(status).toBe(201)
  expect((await reply(body.id)).status).toBe(409)
  const elsewhere = await answer(inga, await ask(tom, [physio]))
  expect((await reply(elsewhere)).status).toBe(409)
})

test('several contributions can be marked as what helped; the first mark resolves the inquiry', async () => {
  const id = await ask(tom, [physio])
  const [first, second] = [await answer(inga, id, 'One.'), await answer(maria, id, 'Two.')]
  const mark = (contribution: string) =>
    as(tom)('PUT /contributions/{contribution}/helped', { params: { contribution } })

  await mark(first)
  await mark(second)

  const shown = await page(inga, id)
  expect(shown.state).toBe('resolved')
  expect(shown.contributions.map(({ helped }) => helped?.by?.name)).toEqual(['Tom', 'Tom'])
  expect((await trail(id)).map(({ verb }) => verb)).toEqual([
    'inquiry.asked',
    'inquiry.answered',
    'inquiry.answered',
    'inquiry.resolved',
    'inquiry.helped',
    'inquiry.helped',
  ])
})

test('when the last mark is taken back, the inquiry is open again', async () => {
  const id = await ask(tom, [physio])
  const contribution = await answer(inga, id)
  await as(tom)('PUT /contributions/{contribution}/helped', { params: { contribution } })

  await as(tom)('DELETE /contributions/{contribution}/helped', { params: { contribution } })

  expect(await page(tom, id)).toMatchObject({ state: 'open', resolutions: [] })
})

test('a facilitator marks what helped, somebody else may not', async () => {
  const id = await ask(tom, [physio])
  const contribution = await answer(inga, id)
  const mark = (who: typeof inga) => as(who)('PUT /contributions/{contribution}/helped', { params: { contribution } })

  expect((await mark(inga)).status).toBe(403)
  expect((await mark(maria)).status).toBe(204)
})

test('an inquiry is solved another way, opened again with a reason, and both stay on its page', async () => {
  const id = await ask(tom, [physio])
  await as(tom)('PUT /inquiries/{inquiry}/resolution', {
    params: { inquiry: id },
    body: { anotherWay: 'Her *daughter* does them with her.' },
  })
  await as(tom)('DELETE /inquiries/{inquiry}/resolution', { params: { inquiry: id }, body: { reason: 'She moved.' } })

  expect(await page(inga, id)).toMatchObject({
    state: 'open',
    resolutions: [
      {
        anotherWay: '<p>Her <em>daughter</em> does them with her.</p>\n',
        ended: { by: { name: 'Tom' }, reason: 'She moved.' },
      },
    ],
  })
})

test('a list holds what one may read, the latest activity first, page by page', async () => {
  const place = await community(maria)
  const ids: string[] = []
  for (const title of ['First', 'Second', 'Third']) ids.push(await ask(tom, [place], { title }))
  await answer(inga, ids[0]!)

  const first = await as(inga)('GET /inquiries', { query: { community: place, limit: 2 } })
  const rest = await as(inga)('GET /inquiries', { query: { community: place, limit: 2, after: first.body.next! } })

  expect(first.body.items.map(({ title }) => title)).toEqual(['First', 'Third'])
  expect(rest.body.items.map(({ title }) => title)).toEqual(['Second'])
  expect(rest.body.next).toBeNull()
})

test('lists are cut by state, by what waits for an answer, and by who asked', async () => {
  const place = await community(maria)
  const waiting = await ask(tom, [place], { title: 'Waiting' })
  const answered = await ask(inga, [place], { title: 'Answered' })
  const solved = await ask(tom, [place], { title: 'Solved' })
  await answer(inga, answered)
  await as(tom)('PUT /contributions/{contribution}/helped', { params: { contribution: await answer(inga, solved) } })
  const titles = async (query: object) =>
    (await as(tom)('GET /inquiries', { query: { community: place, ...query } })).body.items.map(({ title }) => title)

  expect(await titles({ state: 'resolved' })).toEqual(['Solved'])
  expect(await titles({ state: 'open' })).toEqual(['Answered', 'Waiting'])
  expect(await titles({ unanswered: 'true' })).toEqual(['Waiting'])
  expect(await titles({ mine: 'true' })).toEqual(['Solved', 'Waiting'])
  expect(waiting).not.toBe(answered)
})
