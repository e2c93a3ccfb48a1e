import type { RevisionView } from '@mortar/contract/practice'
import { expect, test } from 'vitest'
import { practiceScene } from '../../../test/practice-scene.ts'

const { person, as, community, join, draft, current, read } = await practiceScene()
const maria = await person('Maria')
const tom = await person('Tom')
const place = await community(maria)
await join(place, tom)
const text = { title: 'First contact call', problem: 'People wait without knowing what happens.' }

const write = (who: typeof maria, practice: string, base: number, how: string) =>
  as(who)('PUT /practices/{practice}/text', { params: { practice }, body: { ...text, how, base, note: 'Clearer.' } })
const suggest = (who: typeof maria, practice: string, base: number, how: string) =>
  as(who)('POST /practices/{practice}/changes', {
    params: { practice },
    body: { ...text, how, base, note: 'Clearer.' },
  })
const decideChange = (who: typeof maria, practice: string, change: string, taken: boolean, reason = '') =>
  as(who)('PUT /practices/{practice}/changes/{change}/decision', {
    params: { practice, change },
    body: { taken, reason },
  })

test('every edit is a new revision, and the earlier ones stay as they were', async () => {
  const id = await current(maria, place)
  await write(maria, id, 1, 'Call within one day.')

  const first = await as(maria)('GET /practices/{practice}/revisions/{revision}', {
    params: { practice: id, revision: 1 },
  })
  expect(first.body.how.markdown).toBe('Call within two days.')
  const { body } = await read(tom, id)
  expect([body.text.revision, body.text.how.markdown, body.text.note]).toEqual([2, 'Call within one day.', 'Clearer.'])
})

test('of two people editing at once the second gets both texts, and nothing is overwritten', async () => {
  const id = await current(maria, place)
  const one = await write(maria, id, 1, 'Call within one day.')
  const other = await write(maria, id, 1, 'Send a letter.')

  expect([one.status, other.status]).toEqual([200, 409])
  expect((other.problem.current as RevisionView).how.markdown).toBe('Call within one day.')
  expect((await read(tom, id)).body.text.how.markdown).toBe('Call within one day.')
  expect((await write(maria, id, 2, 'Send a letter.')).body).toEqual({ revision: 3 })
})

test('two edits that meet in the same moment end as one revision and one refusal with the text of the other', async () => {
  const id = await current(maria, place)

  const answers = await Promise.all(['Call.', 'Write.'].map((how) => write(maria, id, 1, how)))

  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409])
  const kept = (await read(tom, id)).body.text.how.markdown
  const refused = answers.find(({ status }) => status === 409)!
  expect((refused.problem.current as RevisionView).how.markdown).toBe(kept)
})

test('a text that says the same is not a revision', async () => {
  const id = await current(maria, place)

  expect((await write(maria, id, 1, 'Call within two days.')).problem.code).toBe('practice.unchanged')
})

test('who is no steward proposes a change, and it becomes a revision by them when a steward takes it', async () => {
  const id = await current(maria, place)

  expect((await write(tom, id, 1, 'Call the same day.')).problem.code).toBe('practice.stewardOnly')
  const change = (await suggest(tom, id, 1, 'Call the same day.')).body.id
  expect((await decideChange(tom, id, change, true)).problem.code).toBe('practice.stewardOnly')
  expect((await decideChange(maria, id, change, true)).status).toBe(204)
  const { body } = await read(tom, id)
  expect([body.text.by?.name, body.text.takenBy?.name, body.text.how.markdown]).toEqual([
    'Tom',
    'Maria',
    'Call the same day.',
  ])
  expect((await decideChange(maria, id, change, false, 'No.')).problem.code).toBe('practice.changeDecided')
})

test('declining a change takes a reason, and the change stays readable with it', async () => {
  const id = await current(maria, place)
  const change = (await suggest(tom, id, 1, 'Do not call.')).body.id

  expect((await decideChange(maria, id, change, false)).problem.code).toBe('practice.reasonMissing')
  await decideChange(maria, id, change, false, 'Waiting is the problem.')
  const { body } = await as(tom)('GET /practices/{practice}/changes', { params: { practice: id } })
  expect(body.items.map(({ state, decision, content }) => [state, decision?.reason, content.how])).toEqual([
    ['declined', 'Waiting is the problem.', 'Do not call.'],
  ])
})

test('a change written from an older revision is not taken over a newer one', async () => {
  const id = await current(maria, place)
  const change = (await suggest(tom, id, 1, 'Call the same day.')).body.id
  await write(maria, id, 1, 'Call within one day.')

  expect((await decideChange(maria, id, change, true)).problem.code).toBe('practice.revised')
  const { body } = await as(tom)('GET /practices/{practice}/changes', { params: { practice: id } })
  expect(body.items[0]?.state).toBe('waiting')
})

test('a steward puts an older change together with the newer revision, and its author stays the author', async () => {
  const id = await current(maria, place)
  const change = (await suggest(tom, id, 1, 'Call the same day.')).body.id
  await write(maria, id, 1, 'Call within one day.')
  const together = (base: number) =>
    as(maria)('PUT /practices/{practice}/changes/{change}/decision', {
      params: { practice: id, change },
      body: { taken: true, reason: '', together: { ...text, base, how: 'Call the same day, or within one day.' } },
    })

  expect((await together(1)).problem).toMatchObject({ code: 'practice.revised', current: { revision: 2 } })
  expect((await together(2)).status).toBe(204)
  const { body } = await read(tom, id)
  expect([body.text.revision, body.text.by?.name, body.text.takenBy?.name, body.text.how.markdown]).toEqual([
    3,
    'Tom',
    'Maria',
    'Call the same day, or within one day.',
  ])
  expect((await together(3)).problem.code).toBe('practice.changeDecided')
})

test('who distils from an inquiry finds it prefilled, and the practice names who helped', async () => {
  const asked = await as(tom)('POST /inquiries', {
    body: { title: 'How to call?', body: 'They never answer.', communities: [place] },
  })
  const inquiry = asked.body.id
  const answer = await as(maria)('POST /inquiries/{inquiry}/contributions', {
    params: { inquiry },
    body: { kind: 'answer', body: 'Call in the evening.' },
  })
  await as(tom)('PUT /inquiries/{inquiry}/resolution', { params: { inquiry }, body: { helped: [answer.body.id] } })

  const { body: start } = await as(tom)('GET /inquiries/{inquiry}/distillation', { params: { inquiry } })
  expect([start.text.title, start.text.problem, start.text.how]).toEqual([
    'How to call?',
    'They never answer.',
    'Call in the evening.',
  ])
  const id = await draft(tom, place, { ...start.text, from: { inquiry, contributions: start.contributions } })
  const { body } = await read(tom, id)
  expect([body.from?.title, body.from?.by.map(({ name }) => name)]).toEqual(['How to call?', ['Maria']])
})

test('a contribution of another inquiry is not a source', async () => {
  const ask = (title: string) => as(tom)('POST /inquiries', { body: { title, body: 'Why?', communities: [place] } })
  const [one, other] = [(await ask('One question?')).body.id, (await ask('Another question?')).body.id]
  const answer = await as(maria)('POST /inquiries/{inquiry}/contributions', {
    params: { inquiry: other },
    body: { kind: 'answer', body: 'Because.' },
  })

  await expect(draft(tom, place, { from: { inquiry: one, contributions: [answer.body.id] } })).rejects.toThrow(
    'does not belong',
  )
})

test('a practice is adapted for another context, and the family knows its parent', async () => {
  const parent = await current(maria, place)
  const child = await draft(tom, place, {
    title: 'Evening call',
    variantOf: { practice: parent, context: 'Evening shift' },
  })

  const { body } = await read(maria, parent)
  expect(body.family.map(({ title, parent: of, context }) => [title, of, context])).toEqual([
    ['First contact call', null, null],
    ['Evening call', parent, 'Evening shift'],
  ])
  const stranger = await person('Stranger')
  expect((await read(stranger, parent)).body.family.map(({ id }) => id)).toEqual([parent])
  expect((await read(maria, child)).body.family).toHaveLength(2)
})
