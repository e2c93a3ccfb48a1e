import { expect, test } from 'vitest'
import type { Somebody } from '../../../test/world.ts'
import { inquiryWorld } from '../../../test/inquiry-world.ts'

const { person, as, community, ask, answer, page, trail, db } = await inquiryWorld()
const maria = await person('Maria')
const tom = await person('Tom')
const inga = await person('Inga')
const olli = await person('Olli')
const physio = await community(maria)
const psycho = await community(maria)

async function scene() {
  const inquiry = await ask(tom, [physio])
  return { inquiry, contribution: await answer(inga, inquiry), duplicate: await ask(olli, [physio]) }
}
type Scene = Awaited<ReturnType<typeof scene>>

interface Told {
  act: (scene: Scene) => Promise<{ status: number }>
  verb: string
  people: Somebody[]
}

const of = ({ inquiry }: Scene) => ({ params: { inquiry } })
const part = ({ contribution }: Scene) => ({ params: { contribution } })
const add = (who: Somebody, body: object) => (scene: Scene) =>
  as(who)('POST /inquiries/{inquiry}/contributions', { ...of(scene), body: body as never })

/** Who must hear of what: later rooms read only this. */
const table: Told[] = [
  { verb: 'answered', people: [tom], act: add(olli, { kind: 'answer', body: 'So.' }) },
  { verb: 'experience_told', people: [tom], act: add(olli, { kind: 'experience', outcome: 'worked', body: 'So.' }) },
  { verb: 'asked_back', people: [tom], act: add(olli, { kind: 'question', body: 'Why?' }) },
  { verb: 'challenged', people: [tom], act: add(olli, { kind: 'challenge', body: 'No.' }) },
  {
    verb: 'answered',
    people: [tom, maria],
    act: add(olli, { kind: 'answer', body: `Ask [Maria](/people/${maria.id}).` }),
  },
  {
    verb: 'replied',
    people: [inga],
    act: (scene) => add(olli, { kind: 'reply', parent: scene.contribution, body: 'Which?' })(scene),
  },
  { verb: 'met_too', people: [tom], act: (scene) => as(olli)('PUT /inquiries/{inquiry}/me-too', of(scene)) },
  {
    verb: 'thanked',
    people: [inga],
    act: (scene) =>
      as(olli)('PUT /contributions/{contribution}/thanks', { ...part(scene), body: { reason: 'Three.' } }),
  },
  { verb: 'helped', people: [inga], act: (scene) => as(tom)('PUT /contributions/{contribution}/helped', part(scene)) },
  {
    verb: 'resolved',
    people: [tom],
    act: (scene) => as(maria)('PUT /inquiries/{inquiry}/resolution', { ...of(scene), body: { anotherWay: 'So.' } }),
  },
  {
    verb: 'person_asked',
    people: [olli],
    act: (scene) => as(tom)('POST /inquiries/{inquiry}/asked', { ...of(scene), body: { people: [olli.id] } }),
  },
  {
    verb: 'moved',
    people: [tom, inga],
    act: (scene) =>
      as(maria)('PUT /inquiries/{inquiry}/communities', {
        ...of(scene),
        body: { communities: [psycho], reason: 'It is about fear.' },
      }),
  },
  {
    verb: 'merged',
    people: [tom],
    act: (scene) => as(maria)('PUT /inquiries/{inquiry}/merge', { ...of(scene), body: { into: scene.duplicate } }),
  },
  {
    verb: 'reported',
    people: [maria],
    act: (scene) => as(olli)('POST /inquiries/{inquiry}/reports', { ...of(scene), body: { reason: 'A name.' } }),
  },
  { verb: 'hidden', people: [tom], act: (scene) => as(maria)('PUT /inquiries/{inquiry}/hiding', of(scene)) },
  { verb: 'withdrawn', people: [], act: (scene) => as(tom)('PUT /inquiries/{inquiry}/withdrawal', of(scene)) },
  {
    verb: 'contribution_hidden',
    people: [inga],
    act: (scene) => as(maria)('PUT /contributions/{contribution}/hiding', part(scene)),
  },
  {
    verb: 'edited',
    people: [],
    act: (scene) => as(tom)('PUT /inquiries/{inquiry}', { ...of(scene), body: { base: 1, title: 'Anew' } }),
  },
]

for (const { verb, people, act } of table) {
  const names = people.map(({ name }) => name).join(' and ') || 'nobody'
  test(`${verb} is written down once and addresses ${names}`, async () => {
    const at = await scene()

    expect((await act(at)).status).toBeLessThan(300)

    const told = (await trail(at.inquiry)).slice(2)
    expect(told.filter((one) => one.verb === `inquiry.${verb}`).map((one) => one.people.toSorted())).toEqual([
      people.map(({ id }) => id).toSorted(),
    ])
  })
}

test('what is done twice is written down once', async () => {
  const at = await scene()
  for (let n = 0; n < 2; n++) {
    await as(olli)('PUT /inquiries/{inquiry}/me-too', of(at))
    await as(tom)('PUT /contributions/{contribution}/helped', part(at))
    await as(tom)('PUT /inquiries/{inquiry}/withdrawal', of(at))
  }

  expect((await trail(at.inquiry)).map(({ verb }) => verb.slice(8))).toEqual([
    'asked',
    'answered',
    'met_too',
    'resolved',
    'helped',
    'withdrawn',
  ])
})

test('a bookmark is nobody’s news and nobody else’s knowledge', async () => {
  const at = await scene()
  await as(olli)('PUT /inquiries/{inquiry}/bookmark', of(at))

  expect((await page(olli, at.inquiry)).bookmarked).toBe(true)
  expect((await page(tom, at.inquiry)).bookmarked).toBe(false)
  expect((await as(olli)('GET /inquiries', { query: { bookmarked: 'true' } })).body.items).toHaveLength(1)
  expect((await trail(at.inquiry)).map(({ verb }) => verb)).not.toContain('inquiry.bookmarked')
})

test('a withdrawn inquiry that was resolved is resolved again when it comes back', async () => {
  const at = await scene()
  await as(tom)('PUT /contributions/{contribution}/helped', part(at))
  await as(tom)('PUT /inquiries/{inquiry}/withdrawal', of(at))
  expect((await add(olli, { kind: 'answer', body: 'So.' })(at)).status).toBe(409)

  await as(tom)('DELETE /inquiries/{inquiry}/withdrawal', of(at))

  expect((await page(olli, at.inquiry)).state).toBe('resolved')
})

test('what others wrote for a private community is not moved out of it', async () => {
  const council = await community(maria, 'private', [tom, inga])
  const move = (inquiry: string) =>
    as(tom)('PUT /inquiries/{inquiry}/communities', {
      params: { inquiry },
      body: { communities: [physio], reason: 'For all.' },
    })
  const alone = await ask(tom, [council])
  const answered = await ask(tom, [council])
  await answer(inga, answered)

  expect((await move(alone)).status).toBe(204)
  expect((await move(answered)).problem.code).toBe('inquiry.privateLeaves')
})

test('a draft is kept for its writer alone', async () => {
  const key = { params: { key: 'ask' } }
  await as(tom)('PUT /drafts/{key}', { ...key, body: { content: { title: 'Half a' } } })

  expect((await as(tom)('GET /drafts/{key}', key)).body).toMatchObject({ content: { title: 'Half a' } })
  expect((await as(olli)('GET /drafts/{key}', key)).body).toBeNull()
  await as(tom)('DELETE /drafts/{key}', key)
  expect((await as(tom)('GET /drafts/{key}', key)).body).toBeNull()
})

test('a draft that another window went on with is not written over: both texts are there to choose from', async () => {
  const params = { key: 'ask' }
  const keep = (title: string, base?: string | null) =>
    as(tom)('PUT /drafts/{key}', { params, body: { content: { title }, ...(base !== undefined && { base }) } })

  const first = await keep('One', null)
  const second = await keep('Two', first.body.at)
  const late = await keep('Other window', first.body.at)
  const blind = await keep('Third window', null)

  expect([second.status, late.status, blind.status]).toEqual([200, 409, 409])
  expect(late.problem).toMatchObject({
    code: 'inquiry.draftElsewhere',
    current: { content: { title: 'Two' }, at: second.body.at },
  })
  expect((await keep('Chosen')).status).toBe(200)

  await as(tom)('DELETE /drafts/{key}', { params })
  const gone = await keep('Sent meanwhile', second.body.at)
  expect([gone.status, gone.problem.current]).toEqual([409, null])
})

test('a report waits for the facilitator, who hides or leaves it', async () => {
  const place = await community(maria)
  const inquiry = await ask(tom, [place])
  const contribution = await answer(inga, inquiry)
  const params = { contribution }
  const report = () => as(olli)('POST /contributions/{contribution}/reports', { params, body: { reason: 'A name' } })
  expect([(await report()).status, (await report()).status]).toEqual([204, 409])

  const { body } = await as(maria)('GET /communities/{community}/reports', { params: { community: place } })
  expect(body.items).toMatchObject([{ inquiry: { id: inquiry }, contribution, by: { name: 'Olli' }, reason: 'A name' }])
  const decision = { params: { report: body.items[0]!.id }, body: { decision: 'hidden' as const } }
  expect((await as(olli)('PUT /reports/{report}/decision', decision)).status).toBe(404)
  await as(maria)('PUT /reports/{report}/decision', decision)

  expect((await page(olli, inquiry)).contributions[0]).toMatchObject({ withheld: 'hidden', html: null })
  const after = await as(maria)('GET /communities/{community}/reports', { params: { community: place } })
  expect(after.body.items).toEqual([])
})

test('topics are those of the communities asked; others are left out', async () => {
  const topic = async (communityId: string, name: string) =>
    (await db.insertInto('topic').values({ communityId, name }).returning('id').executeTakeFirstOrThrow()).id
  const [balance, fear] = [await topic(physio, 'Balance'), await topic(psycho, 'Fear')]

  const id = await ask(tom, [physio], { topics: [balance, fear] })

  expect((await page(tom, id)).topics).toEqual([{ id: balance, name: 'Balance' }])
  const { body } = await as(tom)('GET /inquiries', { query: { topic: balance } })
  expect(body.items.map((line) => line.id)).toEqual([id])
})
