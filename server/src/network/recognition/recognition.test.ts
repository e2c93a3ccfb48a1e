import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Somebody, testWorld } from '../../../test/world.ts'
import { type House, planted } from './test/found.ts'
import { nameFrom, obstacleTo, outcomeOf, toldOf } from './recognition.ts'

describe('the rule', () => {
  test('five who say yes make it real, unless more than as many say no', () => {
    expect(outcomeOf({ asked: 12, yes: 5, answered: 5 }, false)).toBe('recognised')
    expect(outcomeOf({ asked: 12, yes: 5, answered: 11 }, false)).toBe('asking')
    expect(outcomeOf({ asked: 12, yes: 6, answered: 12 }, false)).toBe('recognised')
  })

  test('four are not enough, and nobody is waited for when that can no longer change', () => {
    expect(outcomeOf({ asked: 8, yes: 4, answered: 6 }, false)).toBe('asking')
    expect(outcomeOf({ asked: 8, yes: 4, answered: 6 }, true)).toBe('not_recognised')
    expect(outcomeOf({ asked: 8, yes: 2, answered: 6 }, false)).toBe('not_recognised')
  })

  test('sizes are told in fives, and not at all where they would name the others', () => {
    expect(toldOf({ described: true, people: 12, units: 4 })).toEqual({ others: 10, units: 4 })
    expect(toldOf({ described: false, people: 6, units: 2 })).toEqual({ others: null, units: null })
  })

  test('the name that most propose is taken, however it is written', () => {
    expect(nameFrom(['Gait', 'Balance people', 'balance people ', ''])).toBe('Balance people')
    expect(nameFrom(['', ' '])).toBeUndefined()
  })

  test('a no counts for a year, and fewer than five are not asked', () => {
    expect(obstacleTo([{ state: 'not_recognised', daysAgo: 200 }], 9)).toBe('saidNo')
    expect(obstacleTo([{ state: 'not_recognised', daysAgo: 400 }], 9)).toBeUndefined()
    expect(obstacleTo([{ state: 'withdrawn', daysAgo: 1 }], 9)).toBeUndefined()
    expect(obstacleTo([], 4)).toBe('tooFewToAsk')
  })
})

const world = await testWorld()
const elsewhere = await testWorld()

describe('asking the likely core', () => {
  let house: House
  let office: Somebody
  beforeAll(async () => {
    office = await world.person('Maria Office', { office: true })
    house = await planted(world, { core: 7, edge: 3, others: 20, units: 3 })
  })
  const begin = (who: Somebody, found = house.found) => world.as(who)('POST /recognitions', { body: { found } })
  const answer = (who: Somebody, id: string, said: 'yes' | 'no' | 'not_me', called = '', namesMe = false) =>
    world.as(who)('PUT /recognitions/{recognition}/answer', {
      params: { recognition: id },
      body: { answer: said, called, namesMe },
    })
  const look = (who: Somebody, id: string) =>
    world.as(who)('GET /recognitions/{recognition}', { params: { recognition: id } })
  const needs = async (who: Somebody) =>
    (await world.as(who)('GET /home')).body.needs.map(({ kind, page, by, due }) => [kind, page.id, by, due !== null])
  let id: string

  test('somebody who is not in it may not have its people asked, nor may a manager', async () => {
    expect((await begin(house.others[0]!)).status).toBe(404)
    expect((await begin(house.manager)).status).toBe(403)
  })

  test('each of the core is asked alone: the inbox names neither others nor who began it', async () => {
    id = (await begin(office)).body.id
    await world.server.catchUp()

    for (const person of house.core) {
      const { body } = await world.as(person)('GET /inbox')
      expect(body.items.map(({ verb, why, page, actor }) => [verb, why, page.kind, actor])).toEqual([
        ['network.recognition_asked', 'asked_in_private', 'recognition', null],
      ])
    }
    expect((await world.as(house.edge[0]!)('GET /inbox')).body.items).toEqual([])
  })

  test('the question stands among what waits for each of them, and for nobody else', async () => {
    expect(await needs(house.core[0]!)).toEqual([['recognition_asked', id, null, true]])
    expect([await needs(house.edge[0]!), await needs(house.manager)]).toEqual([[], []])
  })

  test('the question tells about how many and in how many units, and no name', async () => {
    const { body } = await look(house.core[0]!, id)

    expect(body.question).toEqual({
      others: 10,
      units: 3,
      words: ['gait'],
      answer: null,
      called: '',
      namesMe: false,
      agreed: [],
    })
  })

  test('who was not asked sees nothing, though they are at its edge; the office sees no answers', async () => {
    expect((await look(house.edge[0]!, id)).status).toBe(404)
    expect((await look(house.manager, id)).status).toBe(404)
    expect((await look(office, id)).body).toMatchObject({ question: null, asked: 7, answered: null, state: 'asking' })
  })

  test('nobody is asked a second time while the first is open', async () => {
    expect((await begin(office)).problem).toMatchObject({ status: 409, code: 'network.beingAsked' })
  })

  test('names travel only between two who agreed and let them be shown', async () => {
    const [one, two, three] = house.core as [Somebody, Somebody, Somebody]
    await answer(one, id, 'yes', 'Gait people', true)
    await answer(two, id, 'yes', 'gait people', false)
    await answer(three, id, 'yes', '', true)

    expect([await needs(one), (await needs(house.core[5]!)).length]).toEqual([[], 1])
    expect((await look(one, id)).body.question!.agreed.map(({ name }) => name)).toEqual([three.name])
    expect((await look(two, id)).body.question!.agreed).toEqual([])
  })

  test('the fifth yes makes a potential community: private, without members, with invitations for those who agreed', async () => {
    await answer(house.core[3]!, id, 'no')
    await answer(house.core[4]!, id, 'yes')
    await answer(house.core[5]!, id, 'yes')
    const { body } = await look(house.core[0]!, id)

    expect(body).toMatchObject({ state: 'recognised', community: { name: 'Gait people' } })
    const { rows } = await sql<object>`
      select visibility, origin, stage, (select count(*) from membership where community_id = community.id) as members,
             (select count(*) from invitation where community_id = community.id) as invited
      from community where id = ${body.community!.id}`.execute(world.db)
    expect(rows).toEqual([{ visibility: 'private', origin: 'emergent', stage: 'potential', members: 0, invited: 5 }])
    expect((await look(office, id)).body.community).toBeNull()
  })

  test('who said no is not invited, and an answer after the end is refused', async () => {
    expect((await world.as(house.core[3]!)('GET /invitations')).body.items).toEqual([])
    expect((await world.as(house.core[4]!)('GET /invitations')).body.items).toHaveLength(1)
    expect((await answer(house.core[6]!, id, 'yes')).problem.code).toBe('network.recognitionOver')
  })

  test('the first who joins sees no list of who else said yes', async () => {
    const community = (await look(house.core[0]!, id)).body.community!.id
    await world.as(house.core[0]!)('PUT /communities/{community}/membership', { params: { community } })

    const { body } = await world.as(house.core[0]!)('GET /communities/{community}/invitations', {
      params: { community },
    })
    expect(body.items).toEqual([])
  })

  test('every step is in the trail, with ids only', async () => {
    const { rows } = await sql<{ verb: string; detail: object }>`
      select verb, detail from activity where verb like 'network.recog%' order by id`.execute(world.db)

    expect(rows.map(({ verb }) => verb.slice(8))).toEqual([
      'recognition_begun',
      ...house.core.map(() => 'recognition_asked'),
      ...Array.from({ length: 6 }, () => 'recognition_answered'),
      'recognised',
    ])
    for (const { detail } of rows) expect([{}, { recognition: id }]).toContainEqual(detail)
  })

  test('asked lately, nobody is asked about another community within thirty days', async () => {
    const other = await house.alsoFound(house.core)

    expect((await begin(office, other)).problem.code).toBe('network.recognisedAlready')
    await sql`update recognition set state = 'withdrawn', community_id = null where id = ${id}`.execute(world.db)
    expect((await begin(office, other)).problem.code).toBe('network.tooFewToAsk')
    await sql`update recognition_question set asked_at = now() - interval '31 days'`.execute(world.db)
    expect((await begin(office, other)).status).toBe(201)
  })
})

describe('a no', () => {
  test('ends it when five can no longer say yes, and silences the question for the same people found again', async () => {
    const office = await elsewhere.person('Maria Office', { office: true })
    const house = await planted(elsewhere, { core: 6, edge: 2, others: 20, units: 3 })
    const asking = await elsewhere.as(house.core[0]!)('POST /recognitions', { body: { found: house.found } })
    for (const person of house.core.slice(0, 2))
      await elsewhere.as(person)('PUT /recognitions/{recognition}/answer', {
        params: { recognition: asking.body.id },
        body: { answer: 'no' },
      })

    const { body: own } = await elsewhere.as(house.core[0]!)('GET /recognitions')
    expect(own.items[0]).toMatchObject({ state: 'not_recognised', mine: true })
    const again = await house.alsoFound([...house.core, ...house.edge.slice(1)])
    expect((await elsewhere.as(office)('POST /recognitions', { body: { found: again } })).problem.code).toBe(
      'network.saidNo',
    )
  })
})
