import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { inTransaction } from '#platform/database.ts'
import { type Somebody, testWorld } from '../../../test/world.ts'
import { quartersUntil } from '../facts/window.ts'
import { reckon } from '../editions/reckon.ts'
import { holdReckoning } from '../queries/editions.ts'
import { dueCommunities, noteAll } from '../queries/news.ts'

/** Twelve people of three units in one open community: each asked once in this quarter and in the one before. */
const world = await testWorld()
const { as, db, person, server } = world
const people: Somebody[] = []
const [, before, current] = quartersUntil(new Date(), 3) as [
  unknown,
  ...[{ from: number; quarter: string }, { from: number; quarter: string }],
]
let open: { id: string; slug: string }
let request: { id: string; slug: string }
let secret: { id: string; slug: string }
let office: Somebody

beforeAll(async () => {
  const units = [await world.unit('Looms'), await world.unit('Dyes'), await world.unit('Sales')]
  office = await person('Olga Office', { office: true })
  for (let n = 0; n < 14; n++) people.push(await person(`Person ${n}`, { unit: units[n % 3]! }))
  const found = async (name: string, visibility: 'open' | 'by_request' | 'private') => {
    const { body } = await as(people[0])('POST /communities', {
      body: { name, short: 'WEA', colour: 1, visibility, domain: 'Woad' },
    })
    await sql`insert into membership (community_id, person_id, by_act, joined_at)
      select ${body.id}, id, 'joined', '2020-01-01' from unnest(${people.slice(1, 12).map(({ id }) => id)}::uuid[]) as id`.execute(
      db,
    )
    return body
  }
  open = await found('Weavers', 'open')
  request = await found('Dyers', 'by_request')
  secret = await found('Sellers', 'private')
  await sql`update membership set joined_at = '2020-01-01'`.execute(db)
  for (const [at, { from }] of [before, current].entries())
    for (let n = 0; n < 12; n++)
      await asked(open.id, n, new Date(from + (n + 1) * 60_000), at === 0 || n < 6 ? (n + 1) % 12 : undefined)
  for (let n = 0; n < 4; n++) await asked(secret.id, n, new Date(before.from + (n + 1) * 60_000), n + 1)
  // That the communities were founded is news too, and read late where another transaction is open.
  await server.catchUp()
})

/** An inquiry, told by the tables alone; answered two minutes later. */
async function asked(community: string, by: number, at: Date, answered?: number): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    insert into inquiry (title, body, html, asked_by, asked_at) values ('How', 'How', 'How', ${people[by]!.id}, ${at}) returning id`.execute(
    db,
  )
  const id = rows[0]!.id
  await sql`insert into inquiry_community (inquiry_id, community_id, since, last_at) values (${id}, ${community}, ${at}, ${at})`.execute(
    db,
  )
  if (answered !== undefined)
    await sql`insert into contribution (inquiry_id, kind, body, html, by_id, at)
      values (${id}, 'answer', 'So', 'So', ${people[answered]!.id}, ${new Date(at.getTime() + 120_000)})`.execute(db)
  return id
}

const look = async (who: Somebody, community: { slug: string }) =>
  as(who)('GET /communities/{community}/indicators', { params: { community: community.slug } })

async function figure(id: string, who = people[1]!, community = open) {
  const { body } = await look(who, community)
  return body.groups.flatMap(({ indicators }) => indicators).find((each) => each.id === id)!.points
}

describe('what happened becomes figures', () => {
  test('nothing is shown before it is reckoned', async () => {
    const { status, body } = await look(people[1]!, open)

    expect(status).toBe(200)
    expect(body.groups.map(({ id }) => id)).toEqual(['answering', 'people', 'ties', 'repertoire', 'spread', 'learning'])
    expect(body.groups.every(({ indicators }) => indicators.every(({ points }) => points.length === 0))).toBe(true)
  })

  test('all quarters of all communities are reckoned, each up to its end', async () => {
    await inTransaction(db, noteAll)
    const { communities } = await reckon(db)
    const rate = await figure('answeredRate')

    expect(communities).toBe(3)
    expect(rate.map(({ quarter }) => quarter)).toContain(current.quarter)
    expect(rate.find(({ quarter }) => quarter === before.quarter)).toMatchObject({
      state: 'shown',
      value: 1,
      of: 12,
      upto: new Date(current.from).toISOString(),
      sentence: '100% of 12 inquiries have a reply within a day.',
      denominator: '12 inquiries asked',
    })
    expect(rate.at(-1)).toMatchObject({ state: 'shown', value: 0.5, of: 12 })
    expect((await figure('participationMix')).at(-1)).toMatchObject({ value: 1, of: 10 })
    expect(await dueCommunities(db, 0)).toEqual([])
  })

  test('in another language the same numbers are told in its words', async () => {
    await sql`update person set language = 'fi' where id = ${people[2]!.id}`.execute(db)
    const rate = await figure('answeredRate', people[2]!)

    expect(rate.at(-1)?.sentence).toBe('50\u00a0% kysymyksistä saa vastauksen vuorokaudessa (kysymyksiä 12).')
  })

  test('an act is noted by the reader of activity, and four people move nothing, five do', async () => {
    const before = (await figure('answeredRate')).at(-1)!
    for (let n = 0; n < 4; n++)
      await as(people[n])('POST /inquiries', { body: { title: `Why ${n}`, body: 'Why', communities: [open.id] } })
    await server.catchUp()
    expect(await dueCommunities(db, 0)).toEqual([{ id: open.id, anew: false }])
    expect(await dueCommunities(db, 300)).toEqual([])
    expect(await reckon(db)).toMatchObject({ communities: 1 })
    expect((await figure('answeredRate')).at(-1)).toEqual(before)

    await as(people[4])('POST /inquiries', { body: { title: 'Why 5', body: 'Why', communities: [open.id] } })
    await server.catchUp()
    await reckon(db)
    expect((await figure('answeredRate')).at(-1)).toMatchObject({ of: 17, state: 'shown' })
  })

  test('what died half way is reckoned by the next, and while one reckons another lets it be', async () => {
    await inTransaction(db, noteAll)
    const held = await holdReckoning(db)
    expect(await reckon(db)).toEqual({ communities: 0, editions: 0 })
    expect(await dueCommunities(db, 0)).toHaveLength(3)
    await held.release()

    expect(await reckon(db)).toMatchObject({ communities: 3 })
    expect(await dueCommunities(db, 0)).toEqual([])
  })

  test('a quarter that is over stays as it was', async () => {
    const earlier = await figure('answeredRate')
    await asked(open.id, 3, new Date(before.from + 90_000))
    await sql`insert into indicator_news (community_id, day) values (${open.id}, current_date)`.execute(db)
    await reckon(db)

    expect((await figure('answeredRate')).slice(0, -1)).toEqual(earlier.slice(0, -1))
  })
})

test('that much rests on somebody is told to nobody but themselves', async () => {
  const topic = await as(people[0])('POST /communities/{community}/topics', {
    params: { community: open.id },
    body: { name: 'Mordants' },
  })
  const inquiry = await asked(open.id, 2, new Date(current.from + 3_600_000), 13)
  await sql`insert into inquiry_topic (inquiry_id, topic_id) values (${inquiry}, ${topic.body.id})`.execute(db)
  for (let n = 0; n < 3; n++) await asked(open.id, 2, new Date(current.from + 3_700_000 + n), 1)
  const before = (await look(people[1]!, open)).body.mine
  for (let n = 7; n < 11; n++) await asked(open.id, 2, new Date(current.from + 3_800_000 + n), n)
  const mine = async (n: number) => (await look(people[n]!, open)).body.mine

  await sql`insert into membership (community_id, person_id, by_act) values (${open.id}, ${people[13]!.id}, 'joined')`.execute(
    db,
  )
  expect(before).toEqual({ amongFive: false, aloneOn: [] })
  expect(await mine(1)).toEqual({ amongFive: true, aloneOn: [] })
  expect(await mine(13)).toMatchObject({ aloneOn: ['Mordants'] })
  expect((await mine(2)).aloneOn).toEqual([])
  await sql`delete from membership where community_id = ${open.id} and person_id = ${people[13]!.id}`.execute(db)
})

describe('of the organization', () => {
  test('private communities are no part of it, and what two share counts once', async () => {
    const { body } = await as(people[13])('GET /indicators')
    const points = body.groups[0]!.indicators[0]!.points

    expect(points.find(({ quarter }) => quarter === before.quarter)).toMatchObject({ state: 'shown', of: 12 })
  })

  test('communities are held against one another once a quarter is over, from five on', async () => {
    const { rows } = await sql<{ held: string }>`
      select figures->'efficiency'->>'state' as held from indicator_edition
      where community_id is null and quarter = ${before.quarter}`.execute(db)

    expect(rows).toEqual([{ held: 'none' }])
    expect(await figure('efficiency')).toEqual([])
  })
})

describe('who sees figures', () => {
  const all = ['open', 'by_request', 'private'] as const
  const table: [string, () => Somebody, Record<(typeof all)[number], number>][] = [
    ['a facilitator', () => people[0]!, { open: 200, by_request: 200, private: 200 }],
    ['a member', () => people[5]!, { open: 200, by_request: 200, private: 200 }],
    ['a colleague', () => people[13]!, { open: 403, by_request: 403, private: 404 }],
    ['the knowledge office', () => office, { open: 403, by_request: 403, private: 404 }],
  ]

  test.each(table)('%s', async (_, who, rights) => {
    const communities = { open, by_request: request, private: secret }
    for (const visibility of all)
      expect((await look(who(), communities[visibility])).status, visibility).toBe(rights[visibility])
    expect((await as(who())('GET /indicators')).status).toBe(200)
  })

  test('a guest sees none of the organization', async () => {
    const guest = await person('Gina Guest')
    await sql`update person set origin = 'guest' where id = ${guest.id}`.execute(db)

    expect((await as(guest)('GET /indicators')).status).toBe(403)
  })

  test('what is kept to compare with leaves the server for nobody, nor does any id of a person', async () => {
    const { body } = await look(people[0]!, open)
    const told = JSON.stringify(body)

    expect(told).not.toContain('"counts"')
    for (const { id } of people) expect(told).not.toContain(id)
  })
})

test('the practices that a figure flags are listed for its members: adopted, and nobody wrote that they work', async () => {
  const [ann, stranger] = [people[1]!, await person('Sten Stranger')]
  const drafted = await as(ann)('POST /practices', {
    body: { title: 'Beams before wefts', kind: 'method', problem: 'Threads tear.', how: 'Slowly.', community: open.id },
  })
  const id = drafted.body.id
  const unit = await world.unit('Finishing')
  await sql`update practice set state = 'current', current_at = now() - interval '40 days', review_at = now() + interval '90 days', made_at = now() - interval '50 days' where id = ${id}`.execute(
    db,
  )
  await sql`insert into adoption (practice_id, unit_id, state, reason, by_id, at)
    values (${id}, ${unit}, 'adopted', 'Looks right', ${ann.id}, now() - interval '3 days')`.execute(db)
  const flagged = (who: Somebody, indicator: string) =>
    as(who)('GET /communities/{community}/indicators/{indicator}/practices', {
      params: { community: open.slug, indicator },
    })

  expect((await flagged(ann, 'superstition')).body.items.map(({ title }) => title)).toEqual(['Beams before wefts'])
  expect((await flagged(ann, 'competencyTraps')).body.items).toEqual([])
  expect((await flagged(stranger, 'superstition')).status).toBe(403)
  expect((await flagged(ann, 'answeredRate')).status).toBe(404)
})
