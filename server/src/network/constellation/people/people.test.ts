import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Somebody, testWorld } from '../../../../test/world.ts'
import { sourceOf, ties } from '../../discovery/test/planted.ts'

/** Who sees which person and which tie in the picture of a community: rule 6 as a table. */
const { db, person, unit, as } = await testWorld()
const mill = await unit('Mill')
const carding = await unit('Carding', mill)
const dyeing = await unit('Dyeing', mill)
const combing = await unit('Combing', carding)
const anna = await person('Anna', { unit: carding })
const bo = await person('Bo', { unit: combing })
const cid = await person('Cid', { unit: dyeing })
const nobodyInIt = await person('Dora', { unit: dyeing })
const manager = await person('Head', { unit: mill, manages: mill })
const office = await person('Maria Office', { office: true })
const visibilities = ['open', 'by_request', 'private'] as const
const communities = {} as Record<(typeof visibilities)[number], string>

beforeAll(async () => {
  for (const visibility of visibilities) {
    const { body } = await as(anna)('POST /communities', {
      body: { name: `Weavers ${visibility}`, short: 'WEA', colour: 1, visibility, domain: 'Woad' },
    })
    communities[visibility] = body.id
    for (const { id } of [bo, cid])
      await sql`insert into membership (community_id, person_id, by_act) values (${body.id}, ${id}, 'joined')`.execute(
        db,
      )
  }
  await ties(
    db,
    await sourceOf(db),
    [anna, bo, cid].map(({ id }) => id),
    [
      [0, 1],
      [1, 2],
    ],
  )
})

const picture = async (who: Somebody | undefined, community: string, query: { within?: string } = {}) =>
  as(who)('GET /constellation/communities/{community}', { params: { community }, query })

describe('who sees the people of a community', () => {
  const roles = { member: anna, colleague: nobodyInIt, manager, 'knowledge office': office, nobody: undefined }
  // prettier-ignore
  const table = {
    open: { member: 200, colleague: 200, manager: 200, 'knowledge office': 200, nobody: 401 },
    by_request: { member: 200, colleague: 200, manager: 200, 'knowledge office': 200, nobody: 401 },
    private: { member: 200, colleague: 404, manager: 404, 'knowledge office': 404, nobody: 401 },
  }
  const cases = visibilities.flatMap((visibility) =>
    (Object.keys(roles) as (keyof typeof roles)[]).map((role) => [visibility, role, table[visibility][role]] as const),
  )

  test.each(cases)('%s: %s gets %s', async (visibility, role, status) => {
    expect((await picture(roles[role], communities[visibility])).status).toBe(status)
  })

  test('somebody invited to a private community knows of it, and is told that its members alone see who is in it', async () => {
    await as(anna)('POST /communities/{community}/invitations', {
      params: { community: communities.private },
      body: { person: nobodyInIt.id },
    })
    const { status, problem } = await picture(nobodyInIt, communities.private)

    expect([status, problem.code]).toEqual([403, 'network.peopleNotSeen'])
  })

  test('another community that somebody is in is told only to who may see its members', async () => {
    const namesFor = async (who: Somebody) =>
      (await picture(who, communities.open)).body.also.map(({ name }) => name).toSorted()

    expect(await namesFor(anna)).toEqual(['Weavers by_request', 'Weavers private'])
    expect(await namesFor(manager)).toEqual(['Weavers by_request'])
  })
})

describe('who sees which tie', () => {
  const tiesSeenBy = async (who: Somebody) => {
    const { people, ownTies } = (await picture(who, communities.open)).body
    return ownTies.map((tie) => people[tie.person]!.person.name).toSorted()
  }

  test.each([
    ['Anna', anna, ['Bo']],
    ['Bo', bo, ['Anna', 'Cid']],
    ['Cid', cid, ['Bo']],
    ['a colleague without ties', nobodyInIt, []],
    ['their manager', manager, []],
    ['the knowledge office', office, []],
  ] as const)('%s sees their own and no other', async (_, who, seen) => {
    expect(await tiesSeenBy(who)).toEqual(seen)
  })

  test('whoever withdraws stands in nobody’s ties from that moment', async () => {
    const { rows } = await sql<{ id: string }>`select id from trace_source`.execute(db)
    await as(cid)('PUT /sources/{source}/choice', { params: { source: rows[0]!.id }, body: { agreed: false } })

    expect(await tiesSeenBy(bo)).toEqual(['Anna'])
    expect(await tiesSeenBy(cid)).toEqual([])
  })

  test('ties between others are those of whole units, from five people on either side', async () => {
    const { rows } = await sql<{ id: string }>`
      insert into discovery_run (settings, state, summary, finished_at)
      values ('{"from":"2026-01-01","to":"2026-06-30"}', 'done', '{}', now()) returning id`.execute(db)
    await sql`insert into unit_tie (run_id, one_id, other_id, observed, expected, people, most)
      values (${rows[0]!.id}, ${dyeing}, ${carding}, 123.4, 61.7, 9, 40)`.execute(db)
    const { body } = await picture(nobodyInIt, communities.open)

    expect(body.bundles).toEqual([{ one: 1, other: 0, observed: 120, expected: 62, people: 10 }])
    expect(body.run).toEqual({ from: '2026-01-01', to: '2026-06-30' })
  })
})

describe('the picture', () => {
  test('members stand in the unit that they are in or below, and oneself is marked', async () => {
    const { body } = await picture(anna, communities.open)

    expect(body.units.map(({ name, people }) => [name, people])).toEqual([
      ['Carding', 2],
      ['Dyeing', 1],
    ])
    expect(body.people.map(({ person: { name }, unit: at, self }) => [name, at, self])).toEqual([
      ['Anna', 0, true],
      ['Bo', 0, false],
      ['Cid', 1, false],
    ])
  })

  test('a unit opens; who is elsewhere is counted', async () => {
    const { body } = await picture(cid, communities.open, { within: carding })

    expect(body.units.map(({ name, itself, people }) => [name, itself, people])).toEqual([
      ['Carding', true, 1],
      ['Combing', false, 1],
    ])
    expect(body).toMatchObject({ members: 3, elsewhere: 1, path: [{ name: 'Mill' }] })
  })
})
