import { join } from 'node:path'
import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { type Somebody, testWorld, type World } from '../../test/world.ts'
import { importStackExchange, type StackExchangeReport } from './index.ts'

// Questions and answers of a real community of mathematics teachers, CC BY-SA 3.0, read where it lies.
const path = join(process.env['MORTAR_REAL_DATA'] ?? '', 'math-educators/Posts.xml')

let world: World
let teacher: Somebody
let community: string
let report: StackExchangeReport

const bring = () => importStackExchange(world.db, { path, community: 'Mathematics educators' })
const one = async <T>(query: ReturnType<typeof sql<T>>) => (await query.execute(world.db)).rows[0]!

beforeAll(async () => {
  world = await testWorld()
  teacher = await world.person('Taru Teacher', { unit: await world.unit('School of Science') })
  const opened = await world.as(teacher)('POST /communities', {
    body: {
      name: 'Mathematics educators',
      short: 'ME',
      colour: 3,
      visibility: 'open',
      domain: 'Teaching mathematics so that it is understood.',
    },
  })
  community = opened.body.id
  report = await bring()
  await world.server.catchUp()
}, 300_000)

test('all of it came in, and the report says what became of the rest', () => {
  expect(report).toMatchObject({
    site: { name: 'matheducators.stackexchange.com', known: 'links' },
    inquiries: { found: 397, written: 397 },
    answers: { found: 1507, written: 1507, helped: 189, withoutQuestion: 0 },
    people: { byId: 360, postsByNameOnly: 8, postsWithoutAuthor: 0 },
    notBrought: { wikis: 156, nominations: 1, otherPosts: 0, unreadableRows: 0 },
  })
})

test('the tables hold what the report says, with original dates and addresses', async () => {
  const found = await one(sql`
    select (select count(*) from inquiry) as inquiries, (select count(*) from contribution) as answers,
           (select count(*) from contribution where helped_at is not null) as helped,
           (select count(*) from inquiry where state = 'resolved') as resolved,
           (select count(*) from person where key ~ ':[0-9]+$') as by_id,
           (select count(*) from contribution join person on person.id = by_id where key like '%:name:%')
             + (select count(*) from inquiry join person on person.id = asked_by where key like '%:name:%') as by_name,
           (select count(*) from membership) as members,
           (select min(asked_at)::date::text from inquiry) as first, (select sum(answers) from inquiry) as counted`)

  expect(found).toEqual({
    inquiries: 397,
    answers: 1507,
    helped: 189,
    resolved: 189,
    byId: 360,
    byName: 8,
    members: 1,
    first: '2014-03-13',
    counted: 1507,
  })
  expect(
    await one(
      sql`select title, asked_at from inquiry where origin = 'https://matheducators.stackexchange.com/questions/1'`,
    ),
  ).toEqual({
    title: 'Encouraging class participation',
    askedAt: new Date('2014-03-13T20:32:04.033Z'),
  })
})

test('importing it again changes nothing', async () => {
  const print = () =>
    one(sql`
      select md5(string_agg(inquiry::text, '' order by inquiry.id)) as inquiries,
             (select md5(string_agg(contribution::text, '' order by id)) from contribution) as contributions,
             (select md5(string_agg(person::text, '' order by id)) from person) as people,
             (select count(*) from activity) as lines from inquiry`)
  const before = await print()
  const again = await bring()

  expect([again.inquiries, again.answers, again.people]).toMatchObject([
    { written: 0, there: 397 },
    { written: 0, there: 1507 },
    { written: 0, there: 364 },
  ])
  expect(await print()).toEqual(before)
})

test('no tag of a page is left in what people read as text', async () => {
  const { rows } = await sql<{ origin: string }>`
    select origin from (select origin, body from inquiry union all select origin, body from contribution) said
    where body ~* '</?(p|em|strong|blockquote|ul|ol|li|a|img|code|pre|sup|sub|h[1-6])( [^>]*)?>'`.execute(world.db)

  expect(rows).toEqual([])
})

test('what came in is found, read and answered, and becomes a practice that a unit adopts', async () => {
  const head = await world.person('Hanna Head', { manages: await world.unit('School of Arts') })
  const [asTeacher, asHead] = [world.as(teacher), world.as(head)]
  const found = await asTeacher('GET /search', { query: { words: 'encouraging class participation' } })
  expect(found.body.items[0]?.kind).toBe('inquiry')

  const old = await one<{ id: string }>(sql`select id from inquiry where title = 'Encouraging class participation'`)
  const read = await asHead('GET /inquiries/{inquiry}', { params: { inquiry: old.id } })
  expect(read.body.contributions.length).toBe(read.body.answers)

  const asked = await asHead('POST /inquiries', {
    body: { title: 'Nobody speaks in my seminar', body: 'What works with twelve students?', communities: [community] },
  })
  expect(asked.status).toBe(201)
  const inquiry = asked.body.id
  const answered = await asTeacher('POST /inquiries/{inquiry}/contributions', {
    params: { inquiry },
    body: { kind: 'answer', body: 'Think, pair, share: first alone, then with a neighbour, then aloud.' },
  })
  expect(answered.status).toBe(201)
  const helped = { helped: [answered.body.id] }
  const solved = await asHead('PUT /inquiries/{inquiry}/resolution', { params: { inquiry }, body: helped })
  expect(solved.problem).toBeUndefined()

  const written = await asTeacher('POST /practices', {
    body: {
      community,
      kind: 'method',
      title: 'Think, pair, share',
      problem: 'Nobody speaks when the whole class listens.',
      how: 'A minute alone, two minutes with a neighbour, then aloud.',
      from: { inquiry, contributions: [answered.body.id] },
    },
  })
  const practice = written.body.id
  for (const state of ['proposed', 'current'] as const) {
    const moved = await asTeacher('PUT /practices/{practice}/state', {
      params: { practice },
      body: { state, reason: '' },
    })
    expect(moved.problem).toBeUndefined()
  }
  const { id: unit } = await one<{ id: string }>(sql`select id from unit where name = 'School of Arts'`)
  const adopted = await asHead('PUT /practices/{practice}/adoptions/{unit}', {
    params: { practice, unit },
    body: { state: 'adopted', reason: 'It took three minutes and eleven people spoke.' },
  })
  expect(adopted.problem).toBeUndefined()

  const ours = await asHead('GET /units/{unit}/practices', { params: { unit } })
  expect(ours.body.decisions).toMatchObject([
    { practice: { id: practice, title: 'Think, pair, share' }, state: 'adopted' },
  ])
})
