import { describe, expect, test } from 'vitest'
import { practiceScene } from '../../../test/practice-scene.ts'
import type { Somebody } from '../../../test/world.ts'
import { lookForAssessments } from '../assessment/asking.ts'
import { resultOf } from '../assessment/figures.ts'
import type { Counted } from '../assessment/queries/assessments.ts'

const { db, person, unit, as, community, join, server } = await practiceScene()
const house = await unit('House')
const ward = await unit('Ward', house)
const clinic = await unit('Clinic', house)
const olga = await person('Olga', { office: true, unit: house })
const cora = await person('Cora')
const some = (n: number, name: string, where: string) =>
  Promise.all(Array.from({ length: n }, (_, at) => person(`${name} ${'abcdefghijkl'[at]}`, { unit: where })))
const inWard = await some(6, 'Ward', ward)
const inClinic = await some(5, 'Clinic', clinic)
const weavers = await community(inWard[0]!)
const secret = await community(inWard[0]!, 'private')
await join(secret, olga)
const topicIn = async (of: string, name: string) =>
  (await as(inWard[0]!)('POST /communities/{community}/topics', { params: { community: of }, body: { name } })).body.id
const warp = await topicIn(weavers, 'Warping')
const dye = await topicIn(weavers, 'Dyeing')
const hidden = await topicIn(secret, 'Hidden looms')

const both = (words: string) => ({ en: words, fi: `${words} (fi)` })
const draft = {
  title: both('Spring'),
  purpose: both('To plan.'),
  units: [house],
  closesOn: '2090-01-01',
  questions: [
    { topic: warp, words: both('Warping?') },
    { topic: dye, words: both('Dyeing?') },
  ],
}
const write = (more: object = {}, who = olga) =>
  as(who)('POST /learning/needs-assessments', { body: { ...draft, ...more } })
const act = (who: Somebody, assessment: string, what: 'opening' | 'closing') =>
  as(who)(`PUT /learning/needs-assessments/{assessment}/${what}`, { params: { assessment } })
const opened = async (more: object = {}) => {
  const { id } = (await write(more)).body
  await act(olga, id, 'opening')
  return id
}
type State = 'begun' | 'finished' | 'declined'
const say = (who: Somebody, assessment: string, state: State, gaps: Record<string, number | null>) =>
  as(who)('PUT /learning/needs-assessments/{assessment}/answer', {
    params: { assessment },
    body: { state, answers: Object.entries(gaps).map(([topic, gap]) => ({ topic, gap })) },
  })
const own = async (who: Somebody, assessment: string) =>
  (await as(who)('GET /learning/needs-assessments/{assessment}/answer', { params: { assessment } })).body
const resultFor = (who: Somebody, assessment: string) =>
  as(who)('GET /learning/needs-assessments/{assessment}/result', { params: { assessment } })

describe('who may what', async () => {
  const { id: plan } = (await write()).body
  const open = await opened()
  const acts = {
    'see the draft': (who: Somebody) =>
      as(who)('GET /learning/needs-assessments/{assessment}', { params: { assessment: plan } }),
    'see what is open': (who: Somebody) =>
      as(who)('GET /learning/needs-assessments/{assessment}', { params: { assessment: open } }),
    'answer it': (who: Somebody) => say(who, open, 'begun', { [warp]: 1 }),
    'see the result of what is open': (who: Somebody) => resultFor(who, open),
    'write one': (who: Somebody) => write({}, who),
    'close one': async (who: Somebody) => act(who, open, 'closing'),
  }
  const people = { asked: inWard[1]!, colleague: cora, office: olga }
  test.each([
    ['see the draft', 'asked 404, colleague 404, office 200'],
    ['see what is open', 'asked 200, colleague 404, office 200'],
    ['answer it', 'asked 204, colleague 404, office 204'],
    ['see the result of what is open', 'asked 403, colleague 404, office 403'],
    ['write one', 'asked 403, colleague 403, office 201'],
    ['close one', 'asked 403, colleague 403, office 204'],
  ] as const)('%s: %s', async (what, expected) => {
    const got: string[] = []
    for (const [name, who] of Object.entries(people)) got.push(`${name} ${(await acts[what](who)).status}`)
    expect(got.join(', ')).toBe(expected)
  })
})

test('an assessment is answered in steps, and resumed where it was left', async () => {
  const id = await opened()
  const who = inWard[2]!
  const early = await say(who, id, 'finished', { [warp]: 2 })
  await say(who, id, 'begun', { [warp]: 2 })
  const resumed = await own(who, id)
  await say(who, id, 'begun', { [warp]: 3 })
  const done = await say(who, id, 'finished', { [dye]: null })

  expect([early.status, early.problem.code]).toEqual([400, 'learning.assessmentUnanswered'])
  expect(resumed).toEqual({ state: 'begun', answers: [{ topic: warp, gap: 2 }] })
  expect(done.status).toBe(204)
  expect((await own(who, id)).answers.sort((a, b) => (a.gap ?? 9) - (b.gap ?? 9))).toEqual([
    { topic: warp, gap: 3 },
    { topic: dye, gap: null },
  ])
  expect((await as(who)('GET /learning')).body.assessments.map((one) => one.id)).not.toContain(id)
  expect((await as(inWard[3]!)('GET /learning')).body.assessments.map((one) => one.id)).toContain(id)
})

test('one that is closed while somebody answers says so, loses nothing, and counts what was handed in', async () => {
  const id = await opened()
  for (const who of inWard) await say(who, id, 'finished', { [warp]: 2, [dye]: 0 })
  const late = inClinic[0]!
  await say(late, id, 'begun', { [warp]: 1 })
  const [closing, ...answers] = await Promise.all([
    act(olga, id, 'closing'),
    ...inClinic.slice(1).map((who) => say(who, id, 'finished', { [warp]: 3, [dye]: 3 })),
  ])
  const tooLate = await say(late, id, 'finished', { [dye]: 1 })
  const counted = answers.filter(({ status }) => status === 204).length
  const { topics } = (await resultFor(late, id)).body

  expect(closing.status).toBe(204)
  expect(answers.every(({ status, problem }) => status === 204 || problem.code === 'learning.assessmentClosed')).toBe(
    true,
  )
  expect([tooLate.status, tooLate.problem.title]).toEqual([409, expect.stringContaining('kept')])
  expect(await own(late, id)).toEqual({ state: 'begun', answers: [{ topic: warp, gap: 1 }] })
  // Where one to four of the eleven asked are left, the rest is told in fives.
  expect(topics[0]!.concerned).toBe(counted === 0 ? 6 : 5 * Math.floor((6 + counted) / 5))
})

test('one whose last day is over closes by itself; one that has more days stays open', async () => {
  const [over, going] = [await opened(), await opened()]
  await db.updateTable('needsAssessment').set({ closesOn: '2020-01-01' }).where('id', '=', over).execute()
  await lookForAssessments({ db })
  const stateOf = async (assessment: string) =>
    (await as(olga)('GET /learning/needs-assessments/{assessment}', { params: { assessment } })).body.state

  expect([await stateOf(over), await stateOf(going)]).toEqual(['closed', 'open'])
  await act(olga, going, 'closing')
})

test.each([
  [
    'of fewer than five people',
    async () => act(olga, (await write({ units: [], communities: [weavers] })).body.id, 'opening'),
    409,
    'learning.assessmentTooFew',
  ],
  [
    'without a last day',
    async () => act(olga, (await write({ closesOn: null })).body.id, 'opening'),
    400,
    'learning.assessmentNoDay',
  ],
  [
    'with a last day that is over',
    async () => act(olga, (await write({ closesOn: '2020-01-01' })).body.id, 'opening'),
    400,
    'learning.assessmentPast',
  ],
  [
    'about what not everybody may know of',
    () => write({ questions: [{ topic: hidden, words: both('?') }] }),
    400,
    'learning.assessmentPrivate',
  ],
  [
    'about the same topic twice',
    () => write({ questions: [draft.questions[0]!, draft.questions[0]!] }),
    400,
    'learning.assessmentTopic',
  ],
] as const)('an assessment %s is refused', async (_, refused, status, code) => {
  const answer = await refused()

  expect([answer.status, answer.problem.code]).toEqual([status, code])
})

describe('figures', () => {
  const topics = [{ id: 't', name: 'Warping' }]
  const place = (asked: number) => ({
    topics,
    asked,
    departmentOf: new Map([
      ['a', 'A'],
      ['b', 'B'],
    ]),
    unit: (id: string) => ({ id, name: id }),
  })
  const rows = (...parts: [gap: number | null, people: number, unit: string][]): Counted[] =>
    parts.flatMap(([gap, people, unitId], part) =>
      Array.from({ length: people }, (_, at) => ({ personId: `${part}.${at}`, unitId, topicId: 't', gap })),
    )
  const of = (asked: number, ...parts: Parameters<typeof rows>) => {
    const { answered, topics: told } = resultOf(rows(...parts), place(asked))
    const { concerned, lacking, most, mean, units } = told[0]!
    return {
      answered,
      concerned,
      lacking,
      most,
      mean,
      units: units.map(({ unit: { name }, concerned: n }) => `${name} ${n}`),
    }
  }

  test.each([
    // [who answered], what may be told
    [
      'four are too few',
      of(4, [2, 4, 'a']),
      { answered: null, concerned: null, lacking: null, most: null, mean: null, units: [] },
    ],
    [
      'five of one kind',
      of(5, [2, 5, 'a']),
      { answered: 5, concerned: 5, lacking: 5, most: 5, mean: 2, units: ['A 5'] },
    ],
    [
      'all parts of five',
      of(15, [0, 5, 'a'], [1, 5, 'a'], [3, 5, 'b']),
      { answered: 15, concerned: 15, lacking: 10, most: 5, mean: 1.3, units: ['A 10', 'B 5'] },
    ],
    [
      'one who lacks nothing cannot be told',
      of(11, [0, 1, 'a'], [1, 5, 'a'], [2, 5, 'b']),
      { answered: 11, concerned: 11, lacking: null, most: 5, mean: 1.4, units: ['A 6', 'B 5'] },
    ],
    [
      'one in a department hides the next smallest, too',
      of(11, [2, 10, 'a'], [2, 1, 'b']),
      { answered: 11, concerned: 11, lacking: 11, most: 11, mean: 2, units: [] },
    ],
    [
      'one whom it does not concern puts the rest in fives',
      of(7, [2, 6, 'a'], [null, 1, 'a']),
      { answered: 7, concerned: 5, lacking: 5, most: 5, mean: 2, units: ['A 5'] },
    ],
    [
      'one who did not answer puts the rest in fives',
      of(7, [2, 6, 'a']),
      { answered: 5, concerned: 5, lacking: 5, most: 5, mean: 2, units: ['A 5'] },
    ],
  ])('%s', (_, told, expected) => {
    expect(told).toEqual(expected)
  })
})

test('after it closed, what was answered becomes a need only by one’s own act', async () => {
  const id = await opened()
  await say(inWard[4]!, id, 'finished', { [warp]: 3, [dye]: 2 })
  await act(olga, id, 'closing')
  await server.catchUp()

  expect((await as(inWard[4]!)('GET /learning')).body.needs).toEqual([])
  const { items } = (await as(inWard[4]!)('GET /learning/needs-assessments')).body
  expect(items.find((one) => one.id === id)).toMatchObject({ state: 'closed', mine: 'finished' })
})
