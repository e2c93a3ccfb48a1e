import { expect, test } from 'vitest'
import { inquiryWorld } from '../../../test/inquiry-world.ts'

const { person, as, community, ask, answer, page, trail, db } = await inquiryWorld()
const maria = await person('Maria')
const tom = await person('Tom')
const inga = await person('Inga')
const physio = await community(maria)

test('of two who resolve at once the first stands, and the other is told', async () => {
  const id = await ask(tom, [physio])
  const resolve = (who: typeof tom, anotherWay: string) =>
    as(who)('PUT /inquiries/{inquiry}/resolution', { params: { inquiry: id }, body: { anotherWay } })

  const answers = await Promise.all([resolve(tom, 'A walk.'), resolve(maria, 'A nap.')])

  expect(answers.map(({ status }) => status).toSorted()).toEqual([204, 409])
  const { resolutions } = await page(tom, id)
  expect(resolutions).toHaveLength(1)
  expect((await trail(id)).filter(({ verb }) => verb === 'inquiry.resolved')).toHaveLength(1)
})

test('ten answers at once are counted ten times', async () => {
  const id = await ask(tom, [physio])

  await Promise.all(Array.from({ length: 10 }, (_, n) => answer(inga, id, `Answer ${n}`)))

  const shown = await page(tom, id)
  expect([shown.answers, shown.contributions.length]).toEqual([10, 10])
})

test('answers to an inquiry that is withdrawn at that moment come before it and count, or are refused', async () => {
  const id = await ask(tom, [physio])
  const params = { inquiry: id }
  const say = (n: number) =>
    as(inga)('POST /inquiries/{inquiry}/contributions', { params, body: { kind: 'answer', body: `Answer ${n}` } })

  const before = [0, 1, 2, 3, 4].map(say)
  const withdrawn = as(tom)('PUT /inquiries/{inquiry}/withdrawal', { params })
  const answers = await Promise.all([...before, ...[5, 6, 7, 8, 9].map(say)])

  expect((await withdrawn).status).toBe(204)
  const stand = answers.filter(({ status }) => status === 201).length
  expect(answers.filter(({ status }) => status === 409)).toHaveLength(10 - stand)
  expect((await say(10)).status).toBe(409)
  const shown = await page(tom, id)
  expect([shown.answers, shown.contributions.length]).toEqual([stand, stand])
  expect((await trail(id)).filter(({ verb }) => verb === 'inquiry.answered')).toHaveLength(stand)
})

test('of two edits of one wording the later is refused, and every wording stays', async () => {
  const params = { inquiry: await ask(tom, [physio], { title: 'First', body: 'One' }) }
  const edit = (title: string) => as(tom)('PUT /inquiries/{inquiry}', { params, body: { base: 1, title, body: 'Two' } })

  const answers = await Promise.all([edit('Second'), edit('Third')])

  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409])
  const { body } = await as(inga)('GET /inquiries/{inquiry}/wordings', { params })
  expect(body.items.map(({ version, body: text }) => [version, text])).toEqual([
    [1, 'One'],
    [2, 'Two'],
  ])
})

test('two who ask people at once never ask more than three', async () => {
  const id = await ask(tom, [physio])
  const people = await Promise.all(['A', 'B', 'C', 'D'].map((name) => person(name)))
  const put = (who: typeof tom, ids: string[]) =>
    as(who)('POST /inquiries/{inquiry}/asked', { params: { inquiry: id }, body: { people: ids } })

  const answers = await Promise.all([
    put(tom, [people[0]!.id, people[1]!.id]),
    put(maria, [people[2]!.id, people[3]!.id]),
  ])

  expect(answers.map(({ status }) => status).toSorted()).toEqual([204, 409])
  expect((await page(tom, id)).asked).toHaveLength(2)
})

test('the seats are three in the schema as well', async () => {
  const id = await ask(tom, [physio])
  const four = db
    .insertInto('askedPerson')
    .values({ inquiryId: id, personId: inga.id, byId: tom.id, seat: 4 })
    .execute()

  await expect(four).rejects.toThrow(/asked_person_seat_check/)
})

test('the schema keeps a private community’s inquiry alone, and three communities at most', async () => {
  const council = await community(maria, 'private')
  const id = await ask(maria, [council])
  const add = (communityId: string) =>
    db.insertInto('inquiryCommunity').values({ inquiryId: id, communityId }).execute()

  await expect(add(physio)).rejects.toMatchObject({ constraint: 'inquiry_communities_hold' })
  const places = await Promise.all([community(maria), community(maria), community(maria)])
  const open = await ask(maria, places)
  const fourth = db.insertInto('inquiryCommunity').values({ inquiryId: open, communityId: physio }).execute()
  await expect(fourth).rejects.toMatchObject({ constraint: 'inquiry_communities_hold' })
})

test('two who merge into one another do not wait for ever', async () => {
  const [one, other] = [await ask(tom, [physio]), await ask(tom, [physio])]
  const merge = (inquiry: string, into: string) =>
    as(maria)('PUT /inquiries/{inquiry}/merge', { params: { inquiry }, body: { into } })

  const answers = await Promise.all([merge(one, other), merge(other, one)])

  expect(answers.map(({ status }) => status).toSorted()).toEqual([204, 409])
})
