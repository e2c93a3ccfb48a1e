import { expect, test } from 'vitest'
import { importPractice, similarPractices } from '../index.ts'
import { practiceScene } from '../../../test/practice-scene.ts'

const { person, unit, as, community, current, read, db, apply } = await practiceScene()
const ward = await unit('Ward 3')
const maria = await person('Maria', { unit: ward })
const tom = await person('Tom', { unit: ward })
const actor = (who: typeof maria) => ({ id: who.id, office: false, guest: false, language: 'en', timeZone: 'UTC' })

test('the repertoire comes in pages that neither repeat nor skip', async () => {
  const place = await community(maria)
  const made: string[] = []
  for (let n = 0; n < 7; n++) made.push(await current(maria, place, { title: `Practice ${n}` }))

  const seen: string[] = []
  let after: string | null | undefined
  do {
    const { body } = await as(tom)('GET /practices', { query: { community: place, limit: 3, ...(after && { after }) } })
    seen.push(...body.items.map(({ id }) => id))
    after = body.next
  } while (after)
  expect(seen).toEqual(made.toReversed())
})

test('filters keep what they say, and lines carry their evidence', async () => {
  const place = await community(maria)
  const [tool, method] = [await current(maria, place, { kind: 'tool' }), await current(maria, place)]
  await apply(tom, tool, { outcome: 'partly' })
  await as(maria)('POST /practices/{practice}/validations', {
    params: { practice: method },
    body: { holds: true, reasons: 'Yes.' },
  })

  const ids = async (query: object) =>
    (await as(tom)('GET /practices', { query: { community: place, ...query } })).body.items.map(({ id }) => id)
  expect(await ids({ kind: 'tool' })).toEqual([tool])
  expect(await ids({ validated: 'true' })).toEqual([method])
  expect(await ids({ validated: 'false' })).toEqual([tool])
  expect(await ids({ words: 'contact' })).toHaveLength(2)
  expect(await ids({ words: 'submarine' })).toEqual([])
  const line = (await as(tom)('GET /practices', { query: { community: place, kind: 'tool' } })).body.items[0]
  expect(line?.evidence).toEqual({ worked: 0, partly: 1, failed: 0 })
  expect(line?.problem).toBe('People wait without knowing what happens.')
})

test('what somebody is writing finds practices by stem and by a title with a typo, and never what they may not read', async () => {
  const open = await community(maria)
  const secret = await community(maria, 'private')
  const text = { problem: 'Patients fall when walking to the bathroom at night.', how: 'Leave a light on.' }
  const seen = await current(maria, open, { title: 'Night lights', ...text })
  const hidden = await current(maria, secret, { title: 'Night lights', ...text })

  const found = async (who: typeof maria, words: string) =>
    (await similarPractices(db, actor(who), words)).map(({ id }) => id)
  expect(await found(tom, 'A patient was falling on the way to the bathroom')).toEqual([seen])
  expect(await found(tom, 'night ligths')).toEqual([seen])
  expect((await found(maria, 'falling in the bathroom')).toSorted()).toEqual([seen, hidden].toSorted())
  expect(await found(tom, 'quarterly budget')).toEqual([])
})

test('an imported practice keeps its dates, its decisions and its evidence, and comes in once', async () => {
  const place = await community(maria)
  const at = (day: number) => new Date(Date.UTC(2025, 0, day, 9))
  const text = {
    title: 'Old',
    problem: 'Old trouble.',
    worksWhen: '',
    worksNot: '',
    how: 'As ever.',
    steps: [],
    sources: '',
  }
  const input = {
    origin: 'example:old',
    community: place,
    kind: 'method' as const,
    steward: maria.id,
    verifyDays: 90,
    states: [
      { state: 'draft' as const, reason: '', by: tom.id, at: at(1) },
      { state: 'proposed' as const, reason: '', by: tom.id, at: at(2) },
      { state: 'current' as const, reason: '', by: maria.id, at: at(3) },
    ],
    revisions: [
      { text, note: '', by: tom.id, at: at(1) },
      { text: { ...text, how: 'Better.' }, note: 'Better.', by: tom.id, takenBy: maria.id, at: at(9) },
    ],
    applications: [
      { outcome: 'worked' as const, unit: ward, place: '', changed: 'Calm.', different: '', by: tom.id, at: at(5) },
      { outcome: 'failed' as const, unit: ward, place: '', changed: '', different: '', by: maria.id, at: at(20) },
    ],
    validations: [{ holds: true, reasons: 'Enough.', by: maria.id, at: at(10) }],
    verifications: [{ note: 'Read again.', by: maria.id, at: at(12) }],
    proposals: [{ unit: ward, message: 'Please.', dueOn: '2025-02-01', by: maria.id, at: at(6) }],
    adoptions: [{ unit: ward, state: 'trying' as const, reason: 'Curious.', by: tom.id, at: at(7) }],
  }

  const id = await db.transaction().execute((tx) => importPractice(tx, input))
  expect(await db.transaction().execute((tx) => importPractice(tx, input))).toBe(id)

  const { body } = await read(tom, id)
  expect([body.state, body.text.how.markdown, body.verifiedAt, body.reviewAt]).toEqual([
    'current',
    'Better.',
    at(12).toISOString(),
    new Date(Date.UTC(2025, 3, 12, 9)).toISOString(),
  ])
  expect([body.validation?.at, body.validation?.evidence.applications.length]).toEqual([at(10).toISOString(), 1])
  expect(body.applications.map(({ revision }) => revision)).toEqual([2, 1])
  const history = await as(tom)('GET /practices/{practice}/history', { params: { practice: id } })
  const whats = ['moved', 'applied', 'proposedTo', 'adoption', 'changeTaken', 'validated', 'verified', 'applied']
  expect(history.body.items.map(({ what }) => what)).toEqual(whats)
})

test('what a program may send by mistake is refused or taken, and never a defect', async () => {
  const place = await community(maria)
  const id = await current(maria, place)
  const cursor = (...values: string[]) => Buffer.from(JSON.stringify(values)).toString('base64url')

  for (const after of [
    cursor('yesterday', id),
    cursor('2026-99-99 00:00:00+00', id),
    cursor('2026-01-01 00:00:00+00', 'x'),
  ]) {
    expect((await as(tom)('GET /practices', { query: { after } })).problem.code).toBe('platform.badCursor')
    const params = { practice: id }
    expect((await as(tom)('GET /practices/{practice}/applications', { params, query: { after } })).status).toBe(400)
  }
  const text = {
    title: 'Half \ud83d',
    problem: 'Half \ud83d',
    how: 'Half \ud83d',
    steps: [{ role: 'x\ud83d', what: 'y' }],
    base: 1,
  }
  expect((await as(maria)('PUT /practices/{practice}/text', { params: { practice: id }, body: text })).status).toBe(200)
  expect((await as(tom)('GET /practices', { query: { words: 'a\0b' } })).status).toBe(400)
  const topic = await db
    .insertInto('topic')
    .values({ communityId: place, name: 'Calls' })
    .returning('id')
    .executeTakeFirstOrThrow()
  const topics = { params: { practice: id }, body: { topics: [topic.id, topic.id] } }
  expect((await as(maria)('PUT /practices/{practice}/topics', topics)).status).toBe(204)
  expect((await as(tom)('GET /practices', { query: { topic: topic.id } })).body.items.map((line) => line.id)).toEqual([
    id,
  ])
})
