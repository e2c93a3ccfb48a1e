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
  'how many of it': async (role: Role) => {
    const { status, body } = await world.as(who[role])('GET /found')
    return status === 200 ? body.items.length : status
  },
}

const none = 404
// prettier-ignore
const table: Record<keyof typeof asks, Record<Role, number | string>> = {
  'the community found': { 'in it': 200, 'at its edge': 200, 'not in it': none, colleague: none, facilitator: none, manager: 200, 'knowledge office': 200, guest: none, nobody: 401 },
  'one too small to describe': { 'in it': none, 'at its edge': none, 'not in it': none, colleague: none, facilitator: none, manager: none, 'knowledge office': none, guest: none, nobody: 401 },
  'the searches': { 'in it': 403, 'at its edge': 403, 'not in it': 403, colleague: 403, facilitator: 403, manager: 200, 'knowledge office': 200, guest: 403, nobody: 401 },
  'one search': { 'in it': 403, 'at its edge': 403, 'not in it': 403, colleague: 403, facilitator: 403, manager: 200, 'knowledge office': 200, guest: 403, nobody: 401 },
  // The office is told what is wrong with its window; nobody else comes so far.
  'start a search': { 'in it': 403, 'at its edge': 403, 'not in it': 403, colleague: 403, facilitator: 403, manager: 403, 'knowledge office': 400, guest: 403, nobody: 401 },
  'the own position': { 'in it': 'shown', 'at its edge': 'shown', 'not in it': 'none', colleague: 'none', facilitator: 'none', manager: 'none', 'knowledge office': 'none', guest: 'none', nobody: 401 },
  'how many of it': { 'in it': 1, 'at its edge': 1, 'not in it': 0, colleague: 0, facilitator: 0, manager: 1, 'knowledge office': 1, guest: 0, nobody: 401 },
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

test('a position is told to nobody but its person: there is no address that takes another', async () => {
  const { operations } = await import('@mortar/contract')
  const addresses = Object.keys(operations).filter((address) =>
    /\/(found|constellation|discovery|recognitions)/.test(address),
  )

  expect(addresses.filter((address) => address.includes('{person}'))).toEqual([])
})
