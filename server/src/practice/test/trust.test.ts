import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { freshness } from '../evidence.ts'
import { practiceScene } from '../../../test/practice-scene.ts'

const { person, unit, as, community, join, current, read, apply, db } = await practiceScene()
const wards = [await unit('Ward 1'), await unit('Ward 2')]
const maria = await person('Maria', { unit: wards[0]! })
const people = await Promise.all(['Tom', 'Ulla', 'Veli'].map((name, n) => person(name, { unit: wards[n % 2]! })))
const [tom] = people as [typeof maria]
const place = await community(maria)
await join(place, ...people)

const validate = (practice: string, holds: boolean) =>
  as(maria)('POST /practices/{practice}/validations', {
    params: { practice },
    body: { holds, reasons: 'I read them.' },
  })
const verify = (practice: string, body: { days?: number } = {}) =>
  as(maria)('POST /practices/{practice}/verifications', { params: { practice }, body })
const usedByAll = async (practice: string) => {
  for (const [n, who] of people.entries()) await apply(who, practice, { unit: wards[n % 2]! })
}

test('evidence proposes, a steward decides, and what lay before them is kept as it was', async () => {
  const id = await current(maria, place)
  await usedByAll(id)
  expect((await read(tom, id)).body.workshop?.evidence.proposes).toBe(true)
  const desk = (await as(maria)('GET /stewardship')).body.evidence.find((line) => line.id === id)
  expect([desk?.proposes, desk?.since]).toEqual([true, { worked: 3, partly: 0, failed: 0 }])

  await validate(id, true)
  await apply(tom, id, { outcome: 'failed' })

  const { body } = await read(tom, id)
  expect([body.validation?.by?.name, body.validation?.evidence.applications.length]).toEqual(['Maria', 3])
  expect(body.validation?.evidence.state.proposes).toBe(true)
  expect(JSON.stringify(body.validation?.evidence)).not.toMatch(/Tom|Ulla|Veli/)
})

test('one person praising three times proposes nothing', async () => {
  const id = await current(maria, place)
  for (const ward of [wards[0], wards[0], undefined]) await apply(tom, id, { unit: ward })

  expect((await read(tom, id)).body.workshop?.evidence).toMatchObject({ proposes: false, enough: { people: false } })
})

test('a validation can be taken back with reasons, and both decisions are kept', async () => {
  const id = await current(maria, place)
  await validate(id, true)
  await validate(id, false)

  expect((await read(tom, id)).body.validatedAt).toBeNull()
  const { body } = await as(tom)('GET /practices/{practice}/validations', { params: { practice: id } })
  expect(body.items.map(({ holds }) => holds)).toEqual([false, true])
})

test('a draft is not validated or verified', async () => {
  const id = (await as(maria)('POST /practices', { body: { community: place, kind: 'tool', title: 'Draft' } })).body.id

  expect((await validate(id, true)).problem.code).toBe('practice.notCurrent')
  expect((await verify(id)).problem.code).toBe('practice.notCurrent')
})

test('a verification is a dated act that sets the next review; an edit is not one', async () => {
  const id = await current(maria, place)
  const body = { title: 'Call', problem: 'Waiting.', how: 'Call at once.', base: 1 }
  await as(maria)('PUT /practices/{practice}/text', { params: { practice: id }, body })
  expect((await read(tom, id)).body.verifiedAt).toBeNull()

  await verify(id, { days: 30 })

  const seen = (await read(tom, id)).body
  const days = (Date.parse(seen.reviewAt!) - Date.parse(seen.verifiedAt!)) / 86_400_000
  expect([Math.round(days), seen.verifyDays, seen.verification?.by?.name, seen.overdue]).toEqual([
    30,
    30,
    'Maria',
    false,
  ])
})

test('an overdue review shows on the page and on the desk of its steward, and hides nothing', async () => {
  const id = await current(maria, place)
  await db
    .updateTable('practice')
    .set({ reviewAt: sql<Date>`now() - interval '1 day'` })
    .where('id', '=', id)
    .execute()

  expect((await read(tom, id)).body.overdue).toBe(true)
  const overdue = await as(tom)('GET /practices', { query: { overdue: 'true' } })
  expect(overdue.body.items.map((line) => line.id)).toContain(id)
  const desk = (await as(maria)('GET /stewardship')).body.reviews.find((line) => line.id === id)
  expect(desk?.overdue).toBe(true)
  expect((await as(tom)('GET /stewardship')).body.reviews).toEqual([])

  await verify(id)
  expect((await read(tom, id)).body.overdue).toBe(false)
})

test('freshness is the same rule in the schema and in the code', async () => {
  const now = new Date('2026-06-01T12:00:00Z')
  for (const [days, late] of [
    [180, -20],
    [180, 0],
    [180, 90],
    [30, 45],
    [7, 4000],
  ] as const) {
    const reviewAt = new Date(now.getTime() - late * 86_400_000)
    const { rows } = await sql<{
      f: number
    }>`select freshness(${reviewAt}::timestamptz, ${days}, ${now}::timestamptz) as f`.execute(db)
    expect(rows[0]!.f).toBeCloseTo(freshness({ reviewAt, verifyDays: days }, now), 10)
  }
})

test('a practice whose steward has left says that it needs one, and the facilitators see it', async () => {
  const id = await current(maria, place)
  await as(maria)('PUT /practices/{practice}/steward', { params: { practice: id }, body: { steward: tom.id } })
  const leaver = await person('Leaver')
  await join(place, leaver)
  await as(tom)('PUT /practices/{practice}/steward', { params: { practice: id }, body: { steward: leaver.id } })
  await db.updateTable('person').set({ leftOn: '2020-01-01' }).where('id', '=', leaver.id).execute()

  expect((await read(tom, id)).body.needsSteward).toBe(true)
  expect((await as(maria)('GET /stewardship')).body.orphans.map((line) => line.id)).toContain(id)
  const gone = { params: { practice: id }, body: { steward: leaver.id } }
  expect((await as(maria)('PUT /practices/{practice}/steward', gone)).problem.code).toBe('practice.personNotMember')
})
