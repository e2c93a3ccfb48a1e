import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { type Somebody, testWorld } from '../../../test/world.ts'
import { forgetOldTraces } from '../sources/retention.ts'
import { giveTies } from '../test/traces.ts'
import { consentedTies } from '../ties/consented.ts'
import { lookForSurveys } from './look.ts'
import { asking } from './test/asking.ts'

const world = await testWorld()
const { person, unit, as, db } = world
const day = 86_400_000
let office: Somebody
let house: Somebody[]
let ask: ReturnType<typeof asking>
let mail: string

beforeAll(async () => {
  const ward = await unit('Ward')
  office = await person('Office', { office: true })
  house = []
  for (let n = 0; n < 12; n++) house.push(await person(`Weaver ${n}`, { unit: ward }))
  ask = asking(world, office)
  const { rows } = await sql<{ id: string }>`
    insert into trace_source (name, kind, channel, purpose, legal_ground, mode, announced_at)
    values ('Mail', 'messages', 'mail', 'To see', 'Agreement', 'announced', now() - interval '30 days') returning id`.execute(
    db,
  )
  mail = rows[0]!.id
})

const resultOf = async (id: string) => (await as(office)('GET /surveys/{survey}/result', ask.one(id))).body

test('without traces nothing is compared, and the survey waits for them', async () => {
  const id = await ask.opened('No traces yet')
  await ask.answered(id, house, 1)
  await ask.close(id)
  await lookForSurveys({ db })
  expect((await resultOf(id)).compared).toBe(null)
})

test('named pairs are sought in traces and traced pairs among the named, once', async () => {
  const id = await ask.opened('A circle')
  // Each names the next of twelve: twelve pairs. Traces tell of nine of them, and of nine others across.
  await ask.answered(id, house, 1)
  await ask.close(id)
  const next = (at: number, steps: number) => house[(at + steps) % 12]!.id
  await giveTies(
    db,
    mail,
    [
      ...Array.from({ length: 9 }, (_, at) => [house[at]!.id, next(at, 1)] as const),
      ...Array.from({ length: 9 }, (_, at) => [house[at]!.id, next(at, 4)] as const),
    ],
    new Date(Date.now() - 21 * day),
  )
  await lookForSurveys({ db })

  const { compared } = await resultOf(id)
  // Three pairs that were not traced are four people: too few to be told apart from nobody. The reverse has enough.
  expect(compared).toMatchObject({ people: 10, surveyInTraces: null, tracesInSurvey: 0.5, sources: ['Mail'] })
  await sql`delete from tie_week where import_no in (select number from trace_import where source_id = ${mail})`.execute(
    db,
  )
  await lookForSurveys({ db })
  expect((await resultOf(id)).compared).toEqual(compared)
})

test('answers go when the days are over that the survey says, and its figures stay', async () => {
  const id = await ask.opened('Old', { retentionDays: 30 })
  await ask.answered(id, house)
  await ask.close(id)
  const figures = (await resultOf(id)).whole
  const answers = async () =>
    (await sql<{ n: number }>`select count(*)::int as n from survey_answer where survey_id = ${id}`.execute(db))
      .rows[0]!.n
  await sql`update survey set closed_at = now() - interval '29 days' where id = ${id}`.execute(db)
  await forgetOldTraces(db)
  expect(await answers()).toBe(24)
  await sql`update survey set closed_at = now() - interval '31 days' where id = ${id}`.execute(db)
  await forgetOldTraces(db)
  expect(await answers()).toBe(0)
  expect((await resultOf(id)).whole).toEqual(figures)
})

test('who withdraws while a survey is open is out with their answer, and may hand in after all', async () => {
  const id = await ask.opened('Changing their mind')
  await ask.answered(id, house.slice(0, 6))
  const { source } = (await as(office)('GET /surveys/{survey}', ask.one(id))).body
  const choose = (agreed: boolean) =>
    as(house[0])('PUT /sources/{source}/choice', { params: { source: source! }, body: { agreed } })
  expect((await choose(false)).body).toEqual({ removed: 2 })
  const own = async () => (await as(house[0])('GET /surveys/{survey}/answer', ask.one(id))).body
  expect([(await own()).state, (await own()).named]).toEqual(['declined', []])

  await ask.answered(id, house.slice(0, 6))
  await ask.close(id)
  const window = { from: new Date(Date.now() - 90 * day), to: new Date(Date.now() + 7 * day) }
  const { people, rows } = await consentedTies(db, { window, sources: [source!] })
  expect([people.includes(house[0]!.id), rows]).toEqual([true, 12])
})

test('who leaves is not waited for, not reminded, not found, and computed with no more', async () => {
  const id = await ask.opened('Leaving')
  await ask.answered(id, house.slice(0, 10))
  const { source } = (await as(office)('GET /surveys/{survey}', ask.one(id))).body
  await sql`update person set left_on = current_date where id in (${house[1]!.id}, ${house[11]!.id})`.execute(db)
  await sql`update survey set opened_at = now() - interval '2 days' where id = ${id}`.execute(db)
  const found = await as(house[2])('GET /surveys/{survey}/roster', { ...ask.one(id), query: { words: 'Weaver 11' } })
  expect(found.body.items.map(({ person: { id: one } }) => one)).not.toContain(house[11]!.id)
  await as(office)('POST /surveys/{survey}/reminders', ask.one(id))
  const { rows } = await sql<{ person: string }>`
    select unnest(person_ids) as person from activity where subject_id = ${id} and verb = 'network.survey_reminded'`.execute(
    db,
  )
  expect(rows.map(({ person: one }) => one).toSorted()).toEqual([house[10]!.id, office.id].toSorted())

  await ask.close(id)
  // Thirteen were asked; one left without an answer.
  expect((await resultOf(id)).whole).toMatchObject({ asked: 12, answered: 10, enough: true })
  const window = { from: new Date(Date.now() - 90 * day), to: new Date(Date.now() + 7 * day) }
  expect((await consentedTies(db, { window, sources: [source!] })).people).not.toContain(house[1]!.id)
})
