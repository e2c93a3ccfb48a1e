import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { type Somebody, testWorld } from '../../../test/world.ts'
import { consentedTies } from '../ties/consented.ts'
import { lookForSurveys } from './look.ts'
import { asking, draft } from './test/asking.ts'

const world = await testWorld()
const { person, unit, as, db, server } = world
let office: Somebody
let house: Somebody[]
let ask: ReturnType<typeof asking>
const day = 86_400_000
const lately = { from: new Date(Date.now() - 90 * day), to: new Date(Date.now() + 7 * day) }

beforeAll(async () => {
  const root = await unit('House')
  const ward = await unit('Ward', root)
  office = await person('Office', { office: true, unit: root })
  house = []
  for (const name of ['Anna', 'Bo', 'Cid', 'Dea', 'Eli', 'Fia', 'Gus', 'Hal'])
    house.push(await person(name, { unit: ward }))
  ask = asking(world, office)
})

const sourceOf = async (survey: string) => (await as(office)('GET /surveys/{survey}', ask.one(survey))).body.source!
const peopleIn = async (survey: string) =>
  (await consentedTies(db, { window: lately, sources: [await sourceOf(survey)] })).people
const inboxOf = async (who: Somebody, survey: string) => {
  await server.catchUp()
  return (await as(who)('GET /inbox')).body.items.filter(({ page }) => page.id === survey).map(({ verb }) => verb)
}

test('a draft is the knowledge office’s alone, and opening it asks everybody it is for', async () => {
  const id = await ask.written('First')
  expect((await as(house[0])('GET /surveys/{survey}', ask.one(id))).status).toBe(404)
  expect((await as(office)('GET /surveys/{survey}', ask.one(id))).body).toMatchObject({
    state: 'draft',
    asked: 9,
    may: { open: true, close: false, edit: true },
  })

  expect((await as(office)('PUT /surveys/{survey}/opening', { ...ask.one(id), body: {} })).status).toBe(204)
  expect((await as(house[0])('GET /surveys/{survey}', ask.one(id))).body).toMatchObject({
    state: 'open',
    mine: 'asked',
    questions: [{ id: 'stuck', text: 'Whom do you turn to when you are stuck?' }],
    may: { answer: true, close: false, response: false, result: false },
  })
  expect(await inboxOf(house[0]!, id)).toEqual(['network.survey_opened'])
})

test('an answer is saved name by name, found again, changed and taken out', async () => {
  const id = await ask.opened('Step by step')
  const [anna, bo, cid] = house as [Somebody, Somebody, Somebody]
  await ask.name(id, anna, bo)
  await ask.name(id, anna, cid, { frequency: 4, whatFor: ['decision'], more: true })
  await ask.name(id, anna, bo, { frequency: 2, whatFor: ['contacts', 'know_how'] })

  const own = (await as(anna)('GET /surveys/{survey}/answer', ask.one(id))).body
  expect(own.state).toBe('begun')
  expect(own.named.map(({ person, frequency, more }) => [person.name, frequency, more])).toEqual([
    ['Bo', 2, false],
    ['Cid', 4, true],
  ])
  await as(anna)('DELETE /surveys/{survey}/answer/{question}/{person}', {
    params: { survey: id, question: 'stuck', person: cid.id },
  })
  expect((await as(anna)('GET /surveys/{survey}/answer', ask.one(id))).body.named).toHaveLength(1)
})

test('what cannot be named is refused with a reason', async () => {
  const id = await ask.opened('Refusals')
  const [anna, bo] = house as [Somebody, Somebody]
  const yourself = await ask.name(id, anna, anna)
  const unknown = await ask.name(id, anna, bo, {}, 'no-such')
  expect([yourself.status, unknown.status]).toEqual([400, 404])
  expect(yourself.problem.title).toContain('Choose a colleague')
})

test('closing makes ties of what was handed in by both, and deletes the rest', async () => {
  const id = await ask.opened('Both ends')
  await ask.answered(id, house.slice(0, 6))
  await ask.name(id, house[6]!, house[0]!)
  await ask.name(id, house[0]!, house[7]!)
  expect((await ask.close(id)).status).toBe(204)

  const { rows: counted } = await consentedTies(db, { window: lately, sources: [await sourceOf(id)] })
  expect(counted).toBe(12)
  expect((await peopleIn(id)).toSorted()).toEqual(
    house
      .slice(0, 6)
      .map((one) => one.id)
      .toSorted(),
  )
  const { rows } = await sql<{ own: number }>`
    select count(*)::int as own from survey_answer where survey_id = ${id} and person_id = ${house[6]!.id}`.execute(db)
  expect(rows[0]!.own).toBe(0)
  expect((await ask.name(id, house[0]!, house[1]!)).status).toBe(409)
})

test('where everybody is told, who is named counts, unless they object', async () => {
  const id = await ask.opened('Told', { mode: 'announced' })
  await ask.answered(id, house.slice(0, 5), 4)
  for (const named of [house[6]!, house[7]!]) await ask.name(id, house[0]!, named, { frequency: 1 })
  await as(house[7])('PUT /sources/{source}/choice', {
    params: { source: await sourceOf(id) },
    body: { agreed: false },
  })
  await ask.close(id)

  expect(await peopleIn(id)).toEqual([])
  await sql`update trace_source set announced_at = now() - interval '15 days' where id = ${await sourceOf(id)}`.execute(
    db,
  )
  const people = await peopleIn(id)
  expect([people.includes(house[6]!.id), people.includes(house[7]!.id)]).toEqual([true, false])
  const { rows } = await sql`select from survey_answer where survey_id = ${id} and other_id = ${house[7]!.id}`.execute(
    db,
  )
  expect(rows).toEqual([])
})

test('who withdraws afterwards is out of ties and answers at once; published figures stay', async () => {
  const id = await ask.opened('Withdrawn')
  await ask.answered(id, house)
  await ask.close(id)
  const before = (await as(office)('GET /surveys/{survey}/result', ask.one(id))).body
  const { removed } = (
    await as(house[2])('PUT /sources/{source}/choice', {
      params: { source: await sourceOf(id) },
      body: { agreed: false },
    })
  ).body

  expect(removed).toBe(8)
  expect(await peopleIn(id)).not.toContain(house[2]!.id)
  expect((await as(office)('GET /surveys/{survey}/result', ask.one(id))).body).toEqual(before)
})

test('who declines is out with one act, may come back until closing, and is not reminded', async () => {
  const id = await ask.opened('Declined', { remindEvery: 7 })
  const [anna] = house as [Somebody]
  await ask.name(id, anna, house[1]!)
  await ask.set(id, anna, 'declined')
  await as(office)('POST /surveys/{survey}/reminders', ask.one(id))
  expect(await inboxOf(anna, id)).toEqual(['network.survey_opened'])

  await ask.set(id, anna, 'finished')
  const own = (await as(anna)('GET /surveys/{survey}/answer', ask.one(id))).body
  expect([own.state, own.named.length]).toEqual(['finished', 1])
})

test('reminders come by the office’s act and at their pace, and stop where somebody says so', async () => {
  const id = await ask.opened('Reminded', { remindEvery: 7 })
  const [anna, bo, cid] = house as [Somebody, Somebody, Somebody]
  await ask.set(id, bo, 'finished')
  await as(cid)('PUT /surveys/{survey}/answer/reminders', { ...ask.one(id), body: { wanted: false } })
  await lookForSurveys({ db })
  expect(await inboxOf(anna, id)).toEqual(['network.survey_opened'])
  await sql`update survey set opened_at = now() - interval '8 days' where id = ${id}`.execute(db)
  await lookForSurveys({ db })
  await lookForSurveys({ db })

  expect(await inboxOf(anna, id)).toEqual(['network.survey_reminded', 'network.survey_opened'])
  expect(await inboxOf(bo, id)).toEqual(['network.survey_opened'])
  expect(await inboxOf(cid, id)).toEqual(['network.survey_opened'])
  const { rows } = await sql<{ people: number }>`
    select max(cardinality(person_ids))::int as people from activity
    where subject_id = ${id} and verb = 'network.survey_reminded'`.execute(db)
  expect(rows[0]!.people).toBe(1)
})

test('a survey opens on its day and closes after its last one', async () => {
  const iso = (days: number) => new Date(Date.now() + days * day).toISOString().slice(0, 10)
  const id = await ask.written('By the calendar', { closesOn: iso(20) })
  await as(office)('PUT /surveys/{survey}/opening', { ...ask.one(id), body: { on: iso(5) } })
  const stateOf = async () => (await as(office)('GET /surveys/{survey}', ask.one(id))).body.state
  await lookForSurveys({ db })
  expect(await stateOf()).toBe('draft')
  await lookForSurveys({ db }, new Date(Date.now() + 6 * day))
  expect(await stateOf()).toBe('open')
  await lookForSurveys({ db }, new Date(Date.now() + 20 * day))
  expect(await stateOf()).toBe('open')
  await lookForSurveys({ db }, new Date(Date.now() + 22 * day))
  expect(await stateOf()).toBe('closed')
})

test('what cannot open on its day is a draft again, and who wrote it hears of it', async () => {
  await ask.opened('The same name')
  const id = await ask.written('The same name')
  const tomorrow = new Date(Date.now() + day).toISOString().slice(0, 10)
  await as(office)('PUT /surveys/{survey}/opening', { ...ask.one(id), body: { on: tomorrow } })
  await lookForSurveys({ db }, new Date(Date.now() + 2 * day))

  expect((await as(office)('GET /surveys/{survey}', ask.one(id))).body).toMatchObject({ state: 'draft', opensOn: null })
  expect(await inboxOf(office, id)).toEqual(['network.survey_not_opened'])
})

test('an opening is taken back while nobody has begun, and not after', async () => {
  const id = await ask.opened('Taken back')
  expect((await as(office)('DELETE /surveys/{survey}/opening', ask.one(id))).status).toBe(204)
  expect((await as(office)('GET /surveys/{survey}', ask.one(id))).body).toMatchObject({ state: 'draft', source: null })
  expect((await as(office)('PUT /surveys/{survey}/opening', { ...ask.one(id), body: {} })).status).toBe(204)
  await ask.name(id, house[0]!, house[1]!)
  const late = await as(office)('DELETE /surveys/{survey}/opening', ask.one(id))
  expect([late.status, late.problem.title]).toEqual([409, expect.stringContaining('begun to answer')])
})

test('questions of an open survey stay as they were asked; its last day may move', async () => {
  const id = await ask.opened('Fixed')
  const changed = draft('Another name', { closesOn: '2099-01-01', remindEvery: 3 })
  expect((await as(office)('PUT /surveys/{survey}', { ...ask.one(id), body: changed })).status).toBe(204)
  expect((await as(office)('GET /surveys/{survey}', ask.one(id))).body).toMatchObject({
    name: 'Fixed',
    closesOn: '2099-01-01',
  })
})

test('fewer than five are not asked', async () => {
  const small = await unit('Small')
  for (const name of ['Ida', 'Jon', 'Kim', 'Lea']) await person(name, { unit: small })
  const id = await ask.written('Too small', { units: [small] })
  const opened = await as(office)('PUT /surveys/{survey}/opening', { ...ask.one(id), body: {} })
  expect([opened.status, opened.problem.title]).toEqual([409, expect.stringContaining('Fewer than five')])
  expect((await as(office)('GET /surveys/{survey}', ask.one(id))).body.state).toBe('draft')
})

test('the roster begins with one’s own unit, and finds everybody who works here by name', async () => {
  const id = await ask.opened('Roster')
  const [anna] = house as [Somebody]
  const near = (await as(anna)('GET /surveys/{survey}/roster', ask.one(id))).body.items
  expect(near.map(({ why }) => why)).toEqual(house.slice(1).map(() => 'unit'))
  const found = (await as(anna)('GET /surveys/{survey}/roster', { ...ask.one(id), query: { words: 'offi' } })).body
    .items
  expect(found.map(({ person: { name }, why }) => [name, why])).toEqual([['Office', 'words']])
})
