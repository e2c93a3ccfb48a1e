import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { beforeEach, expect, test } from 'vitest'
import type { Database } from '#platform/database.ts'
import { testDatabase } from '../../../test/database.ts'
import { importStackExchange } from './import.ts'
import { answer, dumpIn, question, xml } from './test-dump.ts'

let db: Database

beforeEach(async () => {
  db = (await testDatabase()).db
})

const cooking = (
  posts: Parameters<typeof dumpIn>[1]['posts'],
  more: Omit<Parameters<typeof dumpIn>[1], 'posts'> = {},
) => dumpIn('cooking.stackexchange.com', { posts, ...more })
const bring = (path: string, more: { dryRun?: boolean; site?: string; create?: boolean } = {}) =>
  importStackExchange(db, { path, community: 'Cooks', create: true, ...more })
const rows = async <T>(query: ReturnType<typeof sql<T>>) => (await query.execute(db)).rows

test('a question comes in with its date, address, author and topics', async () => {
  await bring(
    cooking([question(7, { Title: 'Salt & water?', OwnerUserId: 21, Tags: '<boiling><food-safety>' })], {
      users: [
        { Id: 21, DisplayName: 'Aino' },
        { Id: 22, DisplayName: 'Never wrote' },
      ],
    }),
  )

  expect(
    await rows(sql`
      select title, inquiry.origin, asked_at, state, person.name, person.origin as stems, person.key, accepts_questions,
             array(select topic.name from inquiry_topic join topic on topic.id = topic_id order by name) as topics
      from inquiry join person on person.id = asked_by`),
  ).toEqual([
    {
      title: 'Salt & water?',
      origin: 'https://cooking.stackexchange.com/questions/7',
      askedAt: new Date('2014-03-13T20:32:04.033Z'),
      state: 'open',
      name: 'Aino',
      stems: 'archive',
      key: 'stackexchange:cooking.stackexchange.com:21',
      acceptsQuestions: false,
      topics: ['boiling', 'food safety'],
    },
  ])
  expect(await rows(sql`select name from person`)).toHaveLength(1)
  expect(await rows(sql`select * from membership`)).toEqual([])
})

test('both ways of writing tags mean the same topics', async () => {
  const { topics } = await bring(
    cooking([question(1, { Tags: '<food-safety><eggs>' }), question(2, { Tags: '|eggs|food-safety|' })]),
  )

  expect(topics).toEqual({ found: 2, written: 2, there: 0 })
  expect(await rows(sql`select topic_id, count(*) as n from inquiry_topic group by topic_id`)).toMatchObject([
    { n: 2 },
    { n: 2 },
  ])
})

test('an accepted answer is marked helpful, and its question resolved, wherever the answer stands in the file', async () => {
  const { answers } = await bring(
    cooking([
      answer(1, 3, { OwnerUserId: 5 }),
      answer(2, 3, { OwnerUserId: 6 }),
      question(3, { AcceptedAnswerId: 1, OwnerUserId: 4, CreationDate: '2014-03-13T00:00:00.000' }),
    ]),
  )

  expect(answers.helped).toBe(1)
  expect(
    await rows(sql`
      select inquiry.state, answers, inquiry.last_at = max(contribution.at) as counted,
             array_agg(contribution.helped_at is not null order by contribution.origin) as helped,
             bool_and(contribution.helped_by is null or contribution.helped_by = asked_by) as by_asker,
             (select count(*) from resolution where inquiry_id = inquiry.id and ended_at is null) as resolutions
      from inquiry join contribution on inquiry_id = inquiry.id group by inquiry.id`),
  ).toEqual([{ state: 'resolved', answers: 2, counted: true, helped: [true, false], byAsker: true, resolutions: 1 }])
})

test('the day of the accepting vote is kept where the dump tells it', async () => {
  const { notBrought } = await bring(
    cooking([question(1, { AcceptedAnswerId: 2 }), answer(2, 1)], {
      votes: [
        { Id: 1, PostId: 2, VoteTypeId: 1, CreationDate: '2014-03-20T00:00:00.000' },
        { Id: 2, PostId: 2, VoteTypeId: 2, CreationDate: '2014-03-21T00:00:00.000' },
      ],
    }),
  )

  expect(notBrought.votes).toBe(2)
  expect(await rows(sql`select helped_at from contribution`)).toEqual([{ helpedAt: new Date('2014-03-20T00:00:00Z') }])
})

test('comments under answers are replies, under questions they ask back, on what is left out they are left out', async () => {
  const comment = { CreationDate: '2014-03-15T10:00:00.000', UserId: 9 }
  const { comments } = await bring(
    cooking(
      [question(1), answer(2, 1), { Id: 3, PostTypeId: 5, CreationDate: '2014-03-13T00:00:00.000', Body: 'wiki' }],
      {
        comments: [
          { Id: 11, PostId: 1, Text: 'Which salt?', ...comment },
          { Id: 12, PostId: 2, Text: 'Tried it, `works`.', ...comment },
          { Id: 13, PostId: 3, Text: 'On a wiki.', ...comment },
        ],
      },
    ),
  )

  expect(comments).toEqual({ found: 3, written: 2, there: 0, replies: 1, askedBack: 1, elsewhere: 1 })
  expect(
    await rows(sql`select kind, body, parent_id is not null as below, origin from contribution order by origin`),
  ).toMatchObject([
    { kind: 'answer' },
    { kind: 'question', body: 'Which salt?', below: false },
    { kind: 'reply', below: true, origin: 'https://cooking.stackexchange.com/posts/comments/12' },
  ])
})

test('who has only a display name is somebody, and what has no place is in the report', async () => {
  const { people, answers, notBrought } = await bring(
    cooking([
      question(1, { OwnerDisplayName: 'user89', ClosedDate: '2014-03-15T00:00:00.000' }),
      answer(2, 1, { OwnerDisplayName: 'user89', CommunityOwnedDate: '2014-03-15T00:00:00.000' }),
      answer(3, 1),
      answer(4, 99),
      { Id: 5, PostTypeId: 4, CreationDate: '2014-03-13T00:00:00.000', Body: '' },
      { Id: 6, PostTypeId: 7, CreationDate: '2014-03-13T00:00:00.000', Body: 'elect me' },
      { Id: 7, PostTypeId: 17, CreationDate: '2014-03-13T00:00:00.000', Body: '' },
      { PostTypeId: 1, Body: 'no number' },
    ]),
  )

  expect(people).toMatchObject({ byId: 0, byNameOnly: 1, postsByNameOnly: 2, postsWithoutAuthor: 2, written: 1 })
  expect(answers).toMatchObject({ found: 3, written: 2, withoutQuestion: 1 })
  expect(notBrought).toEqual({
    wikis: 1,
    nominations: 1,
    otherPosts: 1,
    unreadableRows: 1,
    closedMarks: 1,
    sharedMarks: 1,
    votes: 0,
  })
  expect(await rows(sql`select name, key from person`)).toEqual([
    { name: 'user89', key: 'stackexchange:cooking.stackexchange.com:name:user89' },
  ])
})

const everything = (table: string) => rows(sql`select * from ${sql.table(table)} order by 1, 2`)
const written = [
  'inquiry',
  'inquiry_community',
  'inquiry_topic',
  'contribution',
  'resolution',
  'person',
  'topic',
  'community',
]

test('the same dump again changes nothing, and a newer one adds what is new', async () => {
  const posts = [question(1, { OwnerUserId: 3, Tags: '<eggs>', AcceptedAnswerId: 2 }), answer(2, 1, { OwnerUserId: 4 })]
  await bring(cooking(posts))
  const before = await Promise.all(written.map(everything))
  const trail = await everything('activity')
  const again = await bring(cooking(posts))

  expect(await Promise.all(written.map(everything))).toEqual(before)
  expect(await everything('activity')).toEqual(trail)
  expect([again.inquiries, again.answers, again.people, again.topics]).toMatchObject(
    [1, 1, 2, 1].map((there) => ({ written: 0, there })),
  )

  const newer = await bring(cooking([...posts, answer(5, 1, { CreationDate: '2015-01-01T00:00:00.000' })]))
  expect([newer.inquiries.written, newer.answers.written]).toEqual([0, 1])
  expect(await rows(sql`select answers, last_at from inquiry`)).toEqual([
    { answers: 2, lastAt: new Date('2015-01-01T00:00:00Z') },
  ])
})

test('an import that was cut off goes on where it was', async () => {
  const posts = Array.from({ length: 1200 }, (_, n) => (n % 2 ? answer(n + 1, n) : question(n + 1, { OwnerUserId: n })))
  const path = cooking(posts)
  let told = 0
  const cut = importStackExchange(db, { path, community: 'Cooks', create: true }, (step) => {
    if (step === 'answers' && ++told === 1) throw new Error('the power went')
  })
  await expect(cut).rejects.toThrow('the power went')
  const resumed = await bring(path)

  expect(resumed.inquiries).toMatchObject({ written: 0, there: 600 })
  expect(resumed.answers).toMatchObject({ written: 100, there: 500 })
  expect(await rows(sql`select count(*) as n from inquiry where answers <> 1`)).toEqual([{ n: 0 }])
})

test('two imports of one dump at once bring it in once', async () => {
  const posts = Array.from({ length: 700 }, (_, n) => question(n + 1, { OwnerUserId: n % 50, Tags: '<eggs>' }))
  const path = cooking(posts)
  await bring(cooking([question(9999)]))
  await Promise.all([bring(path), bring(path)])

  expect(await rows(sql`select count(*) as n from inquiry`)).toEqual([{ n: 701 }])
  expect(await rows(sql`select count(*) as n from person`)).toEqual([{ n: 50 }])
})

test('a dry run tells what would come in, and writes nothing', async () => {
  const posts = [question(1, { OwnerUserId: 3, Tags: '<eggs>' }), answer(2, 1)]
  const report = await bring(cooking(posts), { dryRun: true })

  expect(report).toMatchObject({ dryRun: true, community: { opened: true }, inquiries: { found: 1, written: 0 } })
  expect(await Promise.all(written.map(everything))).toEqual(written.map(() => []))

  await bring(cooking(posts))
  const after = await bring(cooking([...posts, question(3)]), { dryRun: true })
  expect([after.inquiries, after.answers, after.people]).toMatchObject([
    { found: 2, there: 1 },
    { there: 1 },
    { there: 1 },
  ])
})

test('the site is told, is the folder, or is where the posts link to themselves', async () => {
  const link = (host: string) => ({ Body: `<a href="https://${host}/questions/5">here</a>` })
  const inFolder = (folder: string, host: string) => dumpIn(folder, { posts: [question(1, link(host))] })

  expect((await bring(inFolder('cooking-people', 'cookingpeople.example.com'), { dryRun: true })).site).toEqual({
    name: 'cookingpeople.example.com',
    known: 'links',
  })
  expect((await bring(inFolder('cooking-people', 'gardening.example.com'), { dryRun: true })).site).toEqual({
    name: 'cooking-people',
    known: 'no',
  })
  const told = { dryRun: true, site: 'Cooking.example.com' }
  expect((await bring(inFolder('x', 'y.example.com'), told)).site).toEqual({
    name: 'cooking.example.com',
    known: 'told',
  })
  await expect(bring(inFolder('x', 'y.example.com'), { site: 'the cooking site' })).rejects.toThrow(/--site takes/)
})

test('a community that is not there is opened only when that is meant', async () => {
  const path = cooking([question(1)])
  await expect(bring(path, { create: false })).rejects.toThrow(/There is no community "Cooks"\. Add --create/)
  expect(await everything('person')).toEqual([])

  await bring(path)
  expect(await rows(sql`select name, slug, short, created_by from community`)).toEqual([
    { name: 'Cooks', slug: 'cooks', short: 'COO', createdBy: null },
  ])
  expect((await importStackExchange(db, { path, community: 'cooks' })).inquiries.there).toBe(1)

  await sql`update community set closed_at = now(), ending_note = 'Thanks.'`.execute(db)
  await expect(bring(path)).rejects.toThrow('"Cooks" is closed')
})

test.each([
  ['Name,Mail\nA,b', /is not a Stack Exchange dump/],
  [xml('users', [{ Id: 1 }]), /holds <users> where <posts> was expected/],
  [xml('posts', [question(1)]).slice(0, -20), /Posts\.xml is broken in line \d+/],
  [xml('posts', [question(1)]).replace('Title=', 'Title'), /Posts\.xml is broken in line 3/],
  [xml('posts', []), /holds no question/],
  ['', /holds no question/],
])('what is not a dump is refused before anything is written (%#)', async (content, words) => {
  const path = dumpIn('cooking.stackexchange.com', { posts: [] })
  writeFileSync(join(path, 'Posts.xml'), content)

  await expect(bring(path)).rejects.toThrow(words)
  expect(await everything('community')).toEqual([])
})

test('a folder without Posts.xml, or none at all, is said so', async () => {
  const path = dumpIn('cooking.stackexchange.com', { posts: [question(1)] })

  await expect(bring(join(path, 'nowhere'))).rejects.toThrow(/There is nothing at/)
  await expect(bring(join(path, '..'))).rejects.toThrow(/There is no Posts\.xml/)
  expect((await bring(join(path, 'Posts.xml'))).inquiries.written).toBe(1)
})

test('a body longer than a parser expects comes in whole', async () => {
  await bring(cooking([question(1, { Body: `<p>${'word '.repeat(60_000)}</p>` })]))

  expect(await rows(sql`select length(body) as n from inquiry`)).toEqual([{ n: 299_999 }])
})
