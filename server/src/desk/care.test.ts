import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Somebody, testWorld } from '../../test/world.ts'

const { as, db, person, server, unit } = await testWorld()
let maria: Somebody
let tom: Somebody
let nelli: Somebody
let stranger: Somebody
let community: { id: string; slug: string }

beforeAll(async () => {
  const mill = await unit('Mill')
  maria = await person('Maria Facilitator', { unit: mill })
  tom = await person('Tom Steward', { unit: mill })
  nelli = await person('Nelli New', { unit: mill })
  stranger = await person('Sam Stranger', { unit: mill })
  const { body } = await as(maria)('POST /communities', {
    body: { name: 'Weavers', short: 'WEA', colour: 1, visibility: 'open', domain: 'Woad' },
  })
  community = body
  for (const who of [tom, nelli])
    await as(who)('PUT /communities/{community}/membership', { params: { community: body.id } })
  await as(maria)('PUT /communities/{community}/members/{person}/roles', {
    params: { community: body.id, person: tom.id },
    body: { roles: ['steward'] },
  })
})

const care = async (who = maria) =>
  as(who)('GET /communities/{community}/care', { params: { community: community.slug } })
const greet = (who: Somebody, whom: Somebody) =>
  as(who)('PUT /communities/{community}/members/{person}/greeting', {
    params: { community: community.id, person: whom.id },
  })

describe('what a community needs', () => {
  test('an inquiry is on it once it has waited a day, and no more when it is answered', async () => {
    const topic = await as(maria)('POST /communities/{community}/topics', {
      params: { community: community.id },
      body: { name: 'Blue' },
    })
    const { body } = await as(nelli)('POST /inquiries', {
      body: { title: 'How blue is woad?', body: 'Very?', communities: [community.id], topics: [topic.body.id] },
    })
    expect((await care()).body.unanswered.items).toEqual([])
    await sql`update inquiry set asked_at = now() - interval '25 hours' where id = ${body.id}`.execute(db)

    expect((await care()).body.unanswered).toMatchObject({
      all: 1,
      items: [{ id: body.id, title: 'How blue is woad?' }],
    })
    await as(tom)('POST /inquiries/{inquiry}/contributions', {
      params: { inquiry: body.id },
      body: { kind: 'answer', body: 'Blue.' },
    })
    expect((await care()).body.unanswered).toEqual({ all: 0, items: [] })
  })

  test('who joined waits for a welcome; the first one reaches them, and they are told why', async () => {
    expect((await care()).body.newcomers.map(({ id }) => id).toSorted()).toEqual([tom.id, nelli.id].toSorted())

    expect((await greet(maria, nelli)).status).toBe(204)
    expect((await greet(tom, nelli)).status).toBe(204)
    await server.catchUp()
    const { body } = await as(nelli)('GET /inbox')
    const welcomes = body.items.filter(({ verb }) => verb === 'community.greeted')
    expect(welcomes).toMatchObject([{ actor: { id: maria.id }, why: 'your_community' }])
    expect((await care()).body.newcomers.map(({ id }) => id)).toEqual([tom.id])
  })

  test('a practice is on it two weeks before it is due; who leaves with a role is on it too', async () => {
    const { rows } = await sql<{ id: string }>`
      insert into practice (community_id, kind, state, title, steward_id, current_at, review_at)
      values (${community.id}, 'method', 'current', 'Boil slowly', ${tom.id}, now(), now() + interval '15 days'),
             (${community.id}, 'method', 'current', 'Dry in shade', ${tom.id}, now(), now() + interval '13 days')
      returning id`.execute(db)
    await sql`update person set left_on = current_date + 30 where id = ${tom.id}`.execute(db)

    const { body } = await care()
    expect(body.practices).toMatchObject([{ id: rows[1]!.id, title: 'Dry in shade', steward: { id: tom.id } }])
    expect(body.roles).toMatchObject({ facilitators: 1, leaving: [{ id: tom.id, roles: ['steward'] }] })
  })

  test('a stage that the evidence proposes and a sheet that says a day wait for somebody', async () => {
    const params = { community: community.id }
    const charter = { base: 1, domain: 'Woad', purpose: 'To dye well.', reviewOn: null }
    await as(maria)('PUT /communities/{community}/charter', { params, body: charter })
    const { id } = (await as(maria)('POST /communities/{community}/sheets', { params, body: { template: 'roles' } }))
      .body
    const until = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
    const write = (base: number, on: string) =>
      as(maria)('PUT /communities/{community}/sheets/{sheet}', {
        params: { ...params, sheet: id },
        body: { base, title: 'Who does what', content: { until: on } },
      })
    await write(1, until(20))
    expect((await care()).body.due).toMatchObject({ stage: 'coalescing', sheets: [] })

    await write(2, until(10))
    expect((await care()).body.due.sheets).toEqual([{ id, title: 'Who does what', on: until(10) }])
    await as(maria)('PUT /communities/{community}/stage', { params, body: { stage: 'potential', reason: 'Not yet.' } })
    expect((await care()).body.due.stage).toBeNull()
  })

  test('only whoever reads it is told that much rests on them', async () => {
    expect((await care(maria)).body.mine).toEqual({ amongFive: false, aloneOn: [] })
    expect((await care(tom)).body.mine).toEqual({ amongFive: false, aloneOn: ['Blue'] })
  })

  test('a topic that was asked on and is no more fades', async () => {
    const topic = async (name: string, days: number[]) => {
      const { body } = await as(maria)('POST /communities/{community}/topics', {
        params: { community: community.id },
        body: { name },
      })
      for (const ago of days)
        await sql`with asked as (
            insert into inquiry (title, body, html, asked_at) values ('Q', 'Q', 'Q', now() - make_interval(days => ${ago})) returning id)
          insert into inquiry_topic (inquiry_id, topic_id) select id, ${body.id} from asked`.execute(db)
    }
    await topic('Looms', [1, 200])
    await topic('Mordants', [120, 200])
    await topic('Felt', [120])

    const { body } = await care()
    expect(body.topics.alive.map(({ name, inquiries }) => [name, inquiries]).toSorted()).toEqual([
      ['Blue', 1],
      ['Looms', 1],
    ])
    expect(body.topics.fading).toMatchObject([{ name: 'Mordants', inquiries: 2 }])
  })
})

test('it is for those who carry the community; greeting is theirs, and nobody greets a stranger or themselves', async () => {
  expect([(await care(maria)).status, (await care(tom)).status]).toEqual([200, 200])
  expect([(await care(nelli)).status, (await care(stranger)).status]).toEqual([403, 403])
  expect((await greet(nelli, tom)).status).toBe(403)
  expect((await greet(maria, stranger)).status).toBe(404)
  expect((await greet(maria, maria)).status).toBe(404)
})
