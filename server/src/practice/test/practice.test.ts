import { expect, test } from 'vitest'
import { practiceScene } from '../../../test/practice-scene.ts'

const { person, unit, as, community, join, draft, move, current, read, apply, decide, db } = await practiceScene()
const ward = await unit('Ward 3')
const maria = await person('Maria', { unit: ward })
const tom = await person('Tom', { unit: ward })
const otto = await person('Otto', { manages: ward })
const place = await community(maria)
await join(place, tom)

test('a practice goes from draft over proposed to current, and each step is kept with who and when', async () => {
  const id = await draft(tom, place)
  await move(tom, id, 'proposed')
  await move(maria, id, 'current')

  const { body } = await read(tom, id)
  expect([body.state, body.steward?.name, body.made.by?.name]).toEqual(['current', 'Maria', 'Tom'])
  const history = await as(tom)('GET /practices/{practice}/history', { params: { practice: id } })
  expect(history.body.items.map(({ what, state, by }) => [what, state, by?.name])).toEqual([
    ['moved', 'draft', 'Tom'],
    ['moved', 'proposed', 'Tom'],
    ['moved', 'current', 'Maria'],
  ])
})

test('who is not a steward proposes, but does not take', async () => {
  const id = await draft(tom, place)

  expect((await move(tom, id, 'proposed')).status).toBe(204)
  const { status, problem } = await move(tom, id, 'current')
  expect([status, problem.code]).toEqual([403, 'practice.stewardOnly'])
})

test('a practice without a way to do it is not proposed, and the refusal says what is missing', async () => {
  const id = await draft(tom, place, { how: '' })
  const routine = await draft(tom, place, { kind: 'routine', how: 'As follows.' })

  expect((await move(tom, id, 'proposed')).problem.title).toContain('how it is done')
  expect((await move(tom, routine, 'proposed')).problem.title).toContain('its steps')
  expect((await read(tom, id)).body.state).toBe('draft')
})

test('retiring needs a reason, and a retired practice keeps its page and can come back', async () => {
  const id = await current(maria, place)

  expect((await move(maria, id, 'retired')).problem.code).toBe('practice.reasonMissing')
  expect((await move(maria, id, 'retired', 'The law changed.')).status).toBe(204)
  const { body } = await read(tom, id)
  expect([body.state, body.lastMove?.reason]).toEqual(['retired', 'The law changed.'])
  expect((await apply(tom, id)).problem.code).toBe('practice.retired')
  expect((await move(maria, id, 'draft', 'Again')).problem.code).toBe('practice.noSuchMove')
  expect((await move(maria, id, 'current', 'It changed back.')).status).toBe(204)
})

test('of two moves at the same moment one is refused', async () => {
  const id = await draft(tom, place)
  await move(tom, id, 'proposed')

  const answers = await Promise.all([move(maria, id, 'current'), move(maria, id, 'current')])

  expect(answers.map(({ status }) => status).toSorted()).toEqual([204, 409])
})

test('"I used this" becomes evidence on the page, by unit and outcome', async () => {
  const id = await current(maria, place)
  await apply(tom, id, { unit: ward, place: 'Bed 4', changed: 'Fewer calls.', different: 'Night shift.' })
  await apply(maria, id, { outcome: 'failed' })
  await apply(tom, id, { unit: ward, byUnit: true, outcome: 'partly' })

  const { body } = await read(tom, id)
  expect(body.evidence).toEqual({ worked: 1, partly: 1, failed: 1 })
  expect(body.applications.map(({ outcome, by, unit: where }) => [outcome, by?.name, where?.name])).toEqual([
    ['partly', undefined, 'Ward 3'],
    ['failed', 'Maria', undefined],
    ['worked', 'Tom', 'Ward 3'],
  ])
})

test('an application for a unit is made by its people, and taken back by nobody else', async () => {
  const id = await current(maria, place)
  const other = await unit('Ward 9')

  expect((await apply(tom, id, { unit: other })).problem.code).toBe('practice.unitNotYours')
  const { body } = await apply(tom, id, { unit: ward })
  const back = { params: { practice: id, application: body.id } }
  expect((await as(maria)('DELETE /practices/{practice}/applications/{application}', back)).status).toBe(404)
  expect((await as(tom)('DELETE /practices/{practice}/applications/{application}', back)).status).toBe(204)
  expect((await read(tom, id)).body.applications).toEqual([])
})

test('undoing a withdrawal leaves an application as it was: its day, its revision, its inquiry', async () => {
  const id = await current(maria, place)
  const { body: asked } = await as(tom)('POST /inquiries', {
    body: { title: 'Who calls first?', body: 'Nobody does.', communities: [place] },
  })
  const { body } = await apply(tom, id, { inquiry: asked.id })
  const one = { params: { practice: id, application: body.id } }
  const before = (await read(tom, id)).body.applications
  await as(maria)('PUT /practices/{practice}/text', {
    params: { practice: id },
    body: { title: 'First contact call', how: 'Call at once.', base: 1, note: '' },
  })
  await as(tom)('DELETE /practices/{practice}/applications/{application}', one)
  const restore = (who: typeof tom) =>
    as(who)('DELETE /practices/{practice}/applications/{application}/withdrawal', one)

  expect((await restore(maria)).problem.code).toBe('practice.applicationNotFound')
  expect((await restore(tom)).status).toBe(204)
  expect((await restore(tom)).status).toBe(404)
  expect((await read(tom, id)).body.applications).toEqual(before)
  expect(before[0]).toMatchObject({ inquiry: asked.id, revision: 1 })
})

test('a unit decides through its manager, and every decision is kept with its reason', async () => {
  const id = await current(maria, place)

  expect((await decide(tom, id, ward, 'trying')).problem.code).toBe('practice.managerOnly')
  expect((await decide(otto, id, ward, 'dropped')).problem.code).toBe('practice.noSuchDecision')
  for (const state of ['trying', 'adopted', 'dropped'] as const) {
    expect((await decide(otto, id, ward, state)).status).toBe(204)
  }
  const { body } = await as(tom)('GET /practices/{practice}/adoptions', { params: { practice: id } })
  expect(body.items.map(({ state, by }) => [state, by?.name])).toEqual([
    ['dropped', 'Otto'],
    ['adopted', 'Otto'],
    ['trying', 'Otto'],
  ])
  expect((await read(tom, id)).body.adoptions.map(({ state }) => state)).toEqual(['dropped'])
})

test('a delegate decides as the manager does, and of two decisions at once one is refused', async () => {
  const deputy = await person('Dora', { delegateOf: ward })
  const id = await current(maria, place)

  const answers = await Promise.all([decide(deputy, id, ward, 'adopted'), decide(otto, id, ward, 'adopted')])

  expect(answers.map(({ status }) => status).toSorted()).toEqual([204, 409])
})

test('the trail tells what happened, in order', async () => {
  const id = await current(maria, place)
  await apply(tom, id)
  await decide(otto, id, ward, 'adopted')

  const trail = await db.selectFrom('activity').select('verb').where('subjectId', '=', id).orderBy('id').execute()

  expect(trail.map(({ verb }) => verb)).toEqual([
    'practice.written',
    'practice.proposed',
    'practice.taken',
    'practice.applied',
    'practice.unit_adopted',
  ])
})

test('who is not a member writes no practice, and is told the way in', async () => {
  await expect(draft(otto, place)).rejects.toThrow('Join it first')
})
