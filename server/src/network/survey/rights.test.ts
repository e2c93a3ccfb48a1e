import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Somebody, testWorld } from '../../../test/world.ts'
import { asking } from './test/asking.ts'

const world = await testWorld()
const { person, unit, as, db } = world
const roles = ['person', 'colleague', 'facilitator', 'manager', 'office', 'guest'] as const
type Role = (typeof roles)[number]
let who: Record<Role, Somebody>
let ward: Somebody[]
let ask: ReturnType<typeof asking>
let open: string
let closed: string
const named = () => ward[7]!

beforeAll(async () => {
  const house = await unit('House')
  const wardUnit = await unit('Ward', house)
  const small = await unit('Small', house)
  const lab = await unit('Lab', house)
  const office = await person('Office', { office: true })
  ask = asking(world, office)
  ward = []
  for (let n = 0; n < 10; n++) ward.push(await person(`Ward ${n}`, { unit: wardUnit }))
  const few: Somebody[] = []
  for (let n = 0; n < 4; n++) few.push(await person(`Small ${n}`, { unit: small }))
  const labs: Somebody[] = []
  for (let n = 0; n < 12; n++) labs.push(await person(`Lab ${n}`, { unit: lab }))
  const facilitator = await person('Facilitator')
  const begun = await as(facilitator)('POST /communities', {
    body: { name: 'Spinners', short: 'SPI', colour: 1, visibility: 'open', domain: 'Spinning' },
  })
  expect(begun.status).toBe(201)
  const guest = await person('Guest')
  await sql`update person set origin = 'guest' where id = ${guest.id}`.execute(db)
  who = {
    person: ward[0]!,
    colleague: ward[7]!,
    facilitator,
    manager: await person('Manager', { manages: wardUnit }),
    office,
    guest,
  }
  const units = [wardUnit, small, lab]
  open = await ask.opened('Open', { units })
  await ask.name(open, ward[0]!, named(), { frequency: 4 })
  await ask.answered(open, ward.slice(1, 5))
  await sql`update survey set opened_at = now() - interval '2 days' where id = ${open}`.execute(db)
  closed = await ask.opened('Closed', { units })
  await ask.answered(closed, ward.slice(0, 9))
  await ask.answered(closed, few)
  await ask.answered(closed, labs.slice(0, 6))
  await ask.name(closed, ward[0]!, named(), { frequency: 4 })
  await ask.close(closed)
})

const status: Record<Role, [survey: number, answer: number, openRate: number, closedRate: number, result: number]> = {
  person: [200, 200, 403, 403, 200],
  colleague: [200, 200, 403, 403, 200],
  facilitator: [404, 404, 404, 404, 404],
  manager: [200, 403, 403, 200, 200],
  office: [200, 403, 200, 200, 200],
  guest: [403, 403, 403, 403, 403],
}

describe.each(roles)('%s', (role) => {
  test('sees a survey, their own answer, how many answered and what came of it as the table says', async () => {
    const ask1 = as(who[role])
    const seen = [
      await ask1('GET /surveys/{survey}', ask.one(open)),
      await ask1('GET /surveys/{survey}/answer', ask.one(open)),
      await ask1('GET /surveys/{survey}/response', ask.one(open)),
      await ask1('GET /surveys/{survey}/response', ask.one(closed)),
      await ask1('GET /surveys/{survey}/result', ask.one(closed)),
    ]
    expect(seen.map((answer) => answer.status)).toEqual(status[role])
  })

  test('never meets who named whom, unless it is their own naming', async () => {
    const ask1 = as(who[role])
    for (const survey of [open, closed]) {
      const texts = [
        await ask1('GET /surveys'),
        await ask1('GET /surveys/{survey}', ask.one(survey)),
        await ask1('GET /surveys/{survey}/answer', ask.one(survey)),
        await ask1('GET /surveys/{survey}/response', ask.one(survey)),
        await ask1('GET /surveys/{survey}/result', ask.one(survey)),
      ].map(({ body }) => JSON.stringify(body ?? ''))
      expect(texts.some((text) => text.includes(named().id))).toBe(role === 'person')
    }
  })

  test('writes, opens, closes and reminds only as the knowledge office', async () => {
    const ask1 = as(who[role])
    const refused = [
      await ask1('POST /surveys/{survey}/reminders', ask.one(open)),
      await ask1('DELETE /surveys/{survey}/opening', ask.one(open)),
    ].map((answer) => answer.status)
    const outside = role === 'facilitator'
    expect(refused).toEqual(role === 'office' ? [204, 409] : outside ? [404, 404] : [403, 403])
  })
})

test('who is not asked answers nothing', async () => {
  const answers = [
    await ask.name(open, who.manager, ward[0]!),
    await ask.set(open, who.guest, 'finished'),
    await as(who.facilitator)('GET /surveys/{survey}/roster', ask.one(open)),
  ]
  expect(answers.map((answer) => answer.status)).toEqual([403, 403, 404])
})

test('units are for the office and those who answer for a unit, the whole for everybody who was asked', async () => {
  const of = async (role: Role) => (await as(who[role])('GET /surveys/{survey}/result', ask.one(closed))).body
  const names = (result: Awaited<ReturnType<typeof of>>) => result.units.map((one) => one.unit!.name)
  expect(names(await of('person'))).toEqual([])
  expect(names(await of('manager'))).toEqual(['Lab', 'Ward'])
  expect(names(await of('office'))).toEqual(['Lab', 'Ward'])
  expect((await of('person')).whole.questions).toHaveLength(1)
})

test('a unit of four is nowhere; because of it the next smallest shows nothing either; under 70% is said', async () => {
  const { whole, units } = (await as(who.office)('GET /surveys/{survey}/result', ask.one(closed))).body
  expect([whole.asked, whole.answered, whole.enough]).toEqual([26, 15, true])
  expect(units.map((one) => [one.unit!.name, one.answered, one.enough, one.questions !== null])).toEqual([
    ['Lab', 5, false, false],
    ['Ward', 5, true, true],
  ])
  const { inNone, units: rates } = (await as(who.office)('GET /surveys/{survey}/response', ask.one(closed))).body
  expect([inNone, rates.map((one) => one.unit.name)]).toEqual([4, ['Lab', 'Ward']])
})

test('the trail tells nobody who answered or who did not', async () => {
  const { rows } = await sql<{ verb: string; most: number; kind: string }>`
    select verb, max(cardinality(person_ids))::int as most, min(subject_kind) as kind from activity
    where verb in ('network.survey_answered', 'network.survey_reminded') group by verb order by verb`.execute(db)
  expect(rows).toEqual([
    { verb: 'network.survey_answered', most: 0, kind: 'person' },
    { verb: 'network.survey_reminded', most: 1, kind: 'survey' },
  ])
})

test('the source of a survey lists nobody: who is in it answered, or was named', async () => {
  const { source } = (await as(who.office)('GET /surveys/{survey}', ask.one(closed))).body
  const params = { source: source! }
  const { rows } = await sql<{ number: number }>`
    select number from trace_identity where source_id = ${source} order by number`.execute(db)
  expect(rows.length).toBeGreaterThan(10)
  const listed = await as(who.office)('GET /sources/{source}/identities', { params, query: { state: 'decided' } })
  expect(listed.body.items).toEqual([])
  const decided = await as(who.office)('PUT /sources/{source}/identities/{identity}', {
    params: { ...params, identity: rows[0]!.number },
    body: { person: who.office.id },
  })
  expect(decided.status).toBe(404)
  expect((await as(who.office)('GET /sources/{source}/imports', { params })).body.items).toEqual([])
})

test('a manager, who is not asked by name, is not in the inbox of anybody for answering', async () => {
  await world.server.catchUp()
  const { items } = (await as(who.manager)('GET /inbox')).body
  expect(items.filter(({ verb }) => verb.startsWith('network.survey'))).toEqual([])
})
