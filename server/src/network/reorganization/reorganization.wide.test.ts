import { setTimeout } from 'node:timers/promises'
import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { inTransaction } from '#platform/database.ts'
import { type Somebody, testWorld } from '../../../test/world.ts'
import { eraseFromNetwork } from '../sources/erasure.ts'
import { across, plant, type Planted } from '../discovery/test/planted.ts'

/** Six units of twenty; on 1 June 2026 half of unit 1 moves to unit 2. */
const world = await testWorld()
const { as, db, person } = world
let planted: Planted
let office: Somebody
let community: string

beforeAll(async () => {
  planted = await plant(db, { units: 6, size: 20, communities: [across(6, 20, 0, 3)] })
  office = await person('Maria Office', { office: true })
  await move(planted.people.slice(0, 10), '2026-06-01')
  const { body } = await as(office)('POST /communities', {
    body: { name: 'Weavers', short: 'WEA', colour: 1, visibility: 'open', domain: 'Woad' },
  })
  community = body.id
  await sql`insert into membership (community_id, person_id, by_act)
    select ${community}, id, 'joined' from unnest(${planted.people.slice(4, 16)}::uuid[]) as id`.execute(db)
})

async function move(people: string[], day: string) {
  await sql`update position set to_day = ${day}::date - 1 where person_id = any(${people}::uuid[]) and to_day is null`.execute(
    db,
  )
  await sql`insert into position (person_id, unit_id, title, from_day)
    select id, ${planted.units[1]}, 'Worker', ${day} from unnest(${people}::uuid[]) as id`.execute(db)
}

async function look(body: { before?: string; after?: string; import?: string }) {
  const asked = await as(office)('POST /reorganizations', { body })
  expect(asked.status).toBe(201)
  for (;;) {
    const { body: found } = await as(office)('GET /reorganizations/{reorganization}', {
      params: { reorganization: asked.body.id },
    })
    if (found.state !== 'waiting' && found.state !== 'running') return found
    await setTimeout(100)
  }
}

describe('two days', () => {
  test('half a unit that moves cuts its ties, and the communities in it', async () => {
    const { state, outcome } = await look({ before: '2026-05-01', after: '2026-06-02' })

    expect(state).toBe('done')
    expect(outcome).toMatchObject({ people: 120, moved: 10, units: { before: 6, after: 6 }, near: false })
    expect(outcome!.ei.after!.index).toBeGreaterThan(outcome!.ei.before!.index)
    expect(outcome!.cut!.ties).toBeGreaterThan(20)
    expect(outcome!.boundaries[0]).toMatchObject({ people: 10 })
    expect([outcome!.boundaries[0]!.one, outcome!.boundaries[0]!.other].toSorted()).toEqual(['Unit 1', 'Unit 2'])
    expect(outcome!.communities).toEqual([
      {
        community: expect.objectContaining({ id: community }),
        fate: 'cut',
        people: 12,
        unitsBefore: 1,
        unitsAfter: 2,
        moved: 6,
      },
    ])
  })

  test('days between which nobody moved change nothing', async () => {
    const { outcome } = await look({ before: '2026-05-01', after: '2026-05-20' })

    expect(outcome).toMatchObject({ moved: 0, cut: null, joined: null, communities: [{ fate: 'same' }] })
    expect(outcome!.ei.after).toEqual(outcome!.ei.before)
  })

  test('a look that differs from an earlier one in fewer than five people tells nothing that the two would tell of them', async () => {
    await move(planted.people.slice(10, 12), '2026-06-10')
    const { outcome } = await look({ before: '2026-05-01', after: '2026-06-12' })

    expect(outcome).toMatchObject({
      near: true,
      moved: null,
      ei: { before: null, after: null },
      cut: null,
      joined: null,
      boundaries: [],
      communities: [{ fate: 'few', moved: null, unitsAfter: null }],
    })
  })
})

test('who withdraws is in no chart that is kept, and a look without them still counts as near', async () => {
  const { rows: before } = await sql<{ id: string; people: number }>`
    select id, (select count(*)::int from jsonb_object_keys(progress -> 0)) as people
    from reorganization where state = 'done' order by at`.execute(db)
  const gone = planted.people[70]!
  const held = () =>
    sql<{ id: string }>`select id from reorganization where progress::text like ${`%${gone}%`}`.execute(db)
  expect((await held()).rows.length).toBeGreaterThan(0)

  await inTransaction(db, (tx) => eraseFromNetwork(tx, gone))

  expect((await held()).rows).toEqual([])
  const { rows: after } = await sql<{ id: string; people: number }>`
    select id, (select count(*)::int from jsonb_object_keys(progress -> 0)) as people
    from reorganization where state = 'done' order by at`.execute(db)
  expect(after).toEqual(before)
  const { outcome } = await look({ before: '2026-05-02', after: '2026-06-03' })
  expect(outcome).toMatchObject({ near: true, moved: null, cut: null })
})

test('a planned import is looked at without being carried out', async () => {
  await move(planted.people.slice(100, 110), '2026-06-20')
  const { rows } = await sql<{ email: string }>`
    select email from person where id = any(${planted.people.slice(40, 60)}::uuid[]) order by email`.execute(db)
  const form = new FormData()
  const lines = rows.map(({ email }) => `${email},Unit 4`)
  form.append('people', new File([`email,department\n${lines.join('\n')}\n`], 'plan.csv', { type: 'text/csv' }))
  const body = new Response(form)
  const sent = await world.server.app.inject({
    method: 'POST',
    url: '/api/organization/imports',
    headers: { authorization: `Bearer ${office.token}`, 'content-type': body.headers.get('content-type')! },
    payload: Buffer.from(await body.arrayBuffer()),
  })
  const { id } = sent.json() as { id: string }
  await expect
    .poll(async () => (await as(office)('GET /reorganizations')).body.imports.map((each) => each.id))
    .toContain(id)
  const { planned, outcome } = await look({ import: id })

  expect(planned).toContain('plan.csv')
  expect(outcome).toMatchObject({ moved: 20, units: { before: 6, after: 5 }, cut: null })
  expect(outcome!.joined!.people).toBeGreaterThanOrEqual(10)
  const { rows: places } = await sql<{ count: number }>`
    select count(*)::int as count from position where unit_id = ${planted.units[2]} and to_day is null`.execute(db)
  expect(places[0]!.count).toBe(20)
})

describe('who looks', () => {
  test('the office begins, who answers for a unit reads what happened, and nobody else', async () => {
    const manager = await person('Risto Manager', { manages: planted.units[0]! })
    const somebody = await person('Sam Somebody')
    const { body } = await as(office)('GET /reorganizations')
    const of = (plan: boolean) => body.items.find(({ settings }) => (settings.import !== null) === plan)!.id
    const reads = async (who: Somebody, plan: boolean) =>
      (await as(who)('GET /reorganizations/{reorganization}', { params: { reorganization: of(plan) } })).status
    const begins = async (who: Somebody) =>
      (await as(who)('POST /reorganizations', { body: { before: '2026-05-01', after: '2026-04-01' } })).status

    expect([await reads(office, false), await reads(manager, false), await reads(somebody, false)]).toEqual([
      200, 200, 403,
    ])
    // A plan is the office's until it is carried out.
    expect([await reads(office, true), await reads(manager, true), await reads(somebody, true)]).toEqual([
      200, 404, 403,
    ])
    expect([await begins(office), await begins(manager), await begins(somebody)]).toEqual([400, 403, 403])
  })

  test('what is kept of the charts leaves the server for nobody', async () => {
    const { body } = await as(office)('GET /reorganizations')
    const reply = await as(office)('GET /reorganizations/{reorganization}', {
      params: { reorganization: body.items[0]!.id },
    })

    for (const id of planted.people) expect(JSON.stringify(reply.body)).not.toContain(id)
  })
})
