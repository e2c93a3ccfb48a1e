import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Somebody, testWorld } from '../../../test/world.ts'
import { type House, planted } from './test/found.ts'

/** Who sees what of what discovery found: rule 6 as a table. */
const world = await testWorld()
let house: House
let small: House
const who = {} as Record<Role, Somebody | undefined>
type Role =
  | 'in it'
  | 'at its edge'
  | 'not in it'
  | 'colleague'
  | 'facilitator'
  | 'manager'
  | 'knowledge office'
  | 'guest'
  | 'nobody'

beforeAll(async () => {
  // Too small to be described to anybody who is not in it; its run is the earlier one.
  small = await planted(world, { core: 5, edge: 0, others: 3, units: 2, described: false })
  house = await planted(world, { core: 7, edge: 3, others: 20, units: 3 })
  who['in it'] = house.core[0]
  who['at its edge'] = house.edge[0]
  who['not in it'] = house.others[0]
  who['colleague'] = house.others[3]
  who['facilitator'] = house.others[1]
  who['manager'] = house.manager
  who['knowledge office'] = await world.person('Maria Office', { office: true })
  who['guest'] = await world.person('Gus Guest')
  await sql`update person set origin = 'guest' where id = ${who['guest'].id}`.execute(world.db)
  who['nobody'] = undefined
  await world.as(house.others[1]!)('POST /communities', {
    body: {
      name: 'Weavers',
      short: 'WEA',
      colour: 1,
      visibility: 'open',
      domain: 'Woad',
      about: '',
      notAbout: '',
      purpose: '',
    },
  })
})

const found = (id: () => string) => async (role: Role) =>
  (await world.as(who[role])('GET /found/{found}', { params: { found: id() } })).status

const asks = {
  'the community found': found(() => house.found),
  'one too small to describe': found(() => small.found),
  'the searches': async (role: Role) => (await world.as(who[role])('GET /discovery/runs')).status,
  'one search': async (role: Role) =>
    (await world.as(who[role])('GET /discovery/runs/{run}', { params: { run: house.run } })).status,
  'start a search': async (role: Role) => {
    const { status } = await world.as(who[role])('POST /discovery/runs', {
      body: { from: '2026-02-01', to: '2026-01-01' },
    })
    return status
  },
  'the own position': async (role: Role) => {
    const { status, body } = await world.as(who[role])('GET /found')
    return status === 200 ? (body.position ? 'shown' : 'none') : status
  },
  'how much was searched': async (role: Role) => {
    const { status, body } = await world.as(who[role])('GET /found')
    return status === 200 ? (body.run ? 'told' : 'none') : status
  },
  'how many of it': async (role: Role) => {
    const { status, body } = await world.as(who[role])('GET /found')
    return status === 200 ? body.items.length : status
  },
}

const none = 404
// prettier-ignore
const table: Record<keyof typeof asks, Record<Role, number | string>> = {
  'the community found': { 'in it': 200, 'at its edge': 200, 'not in it': none, colleague: none, facilitator: none, manager: 200, 'knowledge office': 200, guest: 403, nobody: 401 },
  'one too small to describe': { 'in it': none, 'at its edge': none, 'not in it': none, colleague: none, facilitator: none, manager: none, 'knowledge office': none, guest: 403, nobody: 401 },
  'the searches': { 'in it': 403, 'at its edge': 403, 'not in it': 403, colleague: 403, facilitator: 403, manager: 200, 'knowledge office': 200, guest: 403, nobody: 401 },
  'one search': { 'in it': 403, 'at its edge': 403, 'not in it': 403, colleague: 403, facilitator: 403, manager: 200, 'knowledge office': 200, guest: 403, nobody: 401 },
  // The office is told what is wrong with its window; nobody else comes so far.
  'start a search': { 'in it': 403, 'at its edge': 403, 'not in it': 403, colleague: 403, facilitator: 403, manager: 403, 'knowledge office': 400, guest: 403, nobody: 401 },
  'the own position': { 'in it': 'shown', 'at its edge': 'shown', 'not in it': 'none', colleague: 'none', facilitator: 'none', manager: 'none', 'knowledge office': 'none', guest: 403, nobody: 401 },
  'how much was searched': { 'in it': 'told', 'at its edge': 'told', 'not in it': 'told', colleague: 'told', facilitator: 'told', manager: 'told', 'knowledge office': 'told', guest: 403, nobody: 401 },
  'how many of it': { 'in it': 1, 'at its edge': 1, 'not in it': 0, colleague: 0, facilitator: 0, manager: 1, 'knowledge office': 1, guest: 403, nobody: 401 },
}

describe.each(Object.keys(table) as (keyof typeof asks)[])('%s', (what) => {
  test.each(Object.entries(table[what]) as [Role, number | string][])('%s: %s', async (role, expected) => {
    expect(await asks[what](role)).toBe(expected)
  })
})

test('no reply about a community found holds the id or the name of anybody in it', async () => {
  for (const role of ['in it', 'manager', 'knowledge office'] as const) {
    const replies = await Promise.all([
      world.as(who[role])('GET /found'),
      world.as(who[role])('GET /found/{found}', { params: { found: house.found } }),
    ])
    const text = JSON.stringify(replies.map(({ body }) => body))
    for (const { id, name } of [...house.core, ...house.edge]) {
      expect(text).not.toContain(id)
      expect(text).not.toContain(name)
    }
  }
})

test('who is in one too small to describe sees their own part, without its size or its units', async () => {
  const { body } = await world.as(small.core[0]!)('GET /found/{found}', { params: { found: small.found } })

  expect(body).toMatchObject({ people: null, units: null, unitNames: [], own: { part: 'core' } })
})

test('there is no address that asks for the position of another', async () => {
  const { operations } = await import('@mortar/contract')
  const addresses = Object.keys(operations).filter((address) =>
    /\/(found|constellation|discovery|recognitions)/.test(address),
  )

  expect(addresses.filter((address) => address.includes('{person}'))).toEqual([])
})

describe('who connects units is seen by whom they let see it', () => {
  const roles = ['in it', 'at its edge', 'colleague', 'facilitator', 'manager', 'knowledge office'] as const
  const connectors = async (role: Role) => (await world.as(who[role])('GET /found')).body.connectors
  const choose = (shown: 'nobody' | 'office' | 'everybody') =>
    world.as(house.core[1]!)('PUT /found/position', { body: { shown } })
  // prettier-ignore
  const table = {
    nobody: { 'in it': 0, 'at its edge': 0, colleague: 0, facilitator: 0, manager: 0, 'knowledge office': 0 },
    office: { 'in it': 0, 'at its edge': 0, colleague: 0, facilitator: 0, manager: 0, 'knowledge office': 1 },
    everybody: { 'in it': 1, 'at its edge': 1, colleague: 1, facilitator: 1, manager: 1, 'knowledge office': 1 },
  } as const
  const cases = (Object.keys(table) as (keyof typeof table)[]).flatMap((shown) =>
    roles.map((role) => [shown, role, table[shown][role]] as const),
  )

  test.each(cases)('%s: %s sees %s', async (shown, role, count) => {
    await choose(shown)
    expect(await connectors(role)).toHaveLength(count)
  })

  test('shown are units with five people behind them, never a count', async () => {
    await choose('everybody')
    const [seen] = await connectors('colleague')

    expect(seen!.person.id).toBe(house.core[1]!.id)
    expect(seen!.units.map(({ name }) => name)).toEqual(['Unit 2'])
    expect(Object.keys(seen!).toSorted()).toEqual(['communities', 'person', 'unit', 'units'])
  })

  test('whoever takes it back, or withdraws their traces, is seen no more', async () => {
    await choose('everybody')
    await choose('nobody')
    expect(await connectors('knowledge office')).toEqual([])

    await choose('everybody')
    await sql`insert into trace_source (name, kind, channel, purpose, legal_ground) values ('Chat', 'messages', 'chat', 'Find', 'Law')`.execute(
      world.db,
    )
    await sql`insert into trace_choice (source_id, person_id, agreed) select id, ${house.core[1]!.id}, false from trace_source`.execute(
      world.db,
    )
    expect(await connectors('knowledge office')).toEqual([])
  })

  test('the choice is theirs: it stands in the trail by them alone', async () => {
    const { rows } = await sql<{ by: string; people: string[] }>`
      select distinct actor_id as by, person_ids as people from activity where verb like 'network.position_%'`.execute(
      world.db,
    )
    expect(rows).toEqual([{ by: house.core[1]!.id, people: [] }])
  })
})
