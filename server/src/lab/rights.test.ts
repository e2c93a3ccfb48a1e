import type { PlanSent } from '@mortar/contract/lab'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { testWorld } from '../../test/world.ts'

const world = await testWorld()
const unit = await world.unit('Mill')
const maker = await world.person('Mai Maker', { unit })
const everybody = {
  maker,
  colleague: await world.person('Cole League', { unit }),
  office: await world.person('Olga Office', { unit, office: true }),
  guest: await world.person('Gus Guest'),
  nobody: undefined,
}
await sql`update person set origin = 'guest' where id = ${everybody.guest.id}`.execute(world.db)
type Who = keyof typeof everybody

const plan = {
  settings: { people: 10, dimensions: 5 },
  design: { kind: 'every', values: {} },
  seed: 1,
  runs: { batch: 1, least: 1, most: 1 },
  view: 'curves',
} satisfies PlanSent

const made = async (state: 'me' | 'organization' | 'removed', name = 'One', who = maker) => {
  const seen = state === 'me' ? 'me' : 'organization'
  const { body } = await world.as(who)('POST /experiments', { body: { name, model: 'march', plan, seen } })
  const experiment = { params: { experiment: body.id } }
  if (state === 'removed') await world.as(who)('DELETE /experiments/{experiment}', experiment)
  return experiment
}

/** Read, rename, copy, run, remove, bring back. */
const table: Record<'me' | 'organization' | 'removed', Record<Who, number[]>> = {
  me: {
    maker: [200, 204, 201, 201, 204, 204],
    colleague: [404, 404, 404, 404, 404, 404],
    office: [404, 404, 404, 404, 404, 404],
    guest: [403, 403, 403, 403, 403, 403],
    nobody: [401, 401, 401, 401, 401, 401],
  },
  organization: {
    maker: [200, 204, 201, 201, 204, 204],
    colleague: [200, 403, 201, 403, 403, 409],
    office: [200, 403, 201, 403, 403, 409],
    guest: [403, 403, 403, 403, 403, 403],
    nobody: [401, 401, 401, 401, 401, 401],
  },
  removed: {
    maker: [200, 409, 201, 409, 409, 204],
    colleague: [404, 404, 404, 404, 404, 404],
    office: [404, 404, 404, 404, 404, 404],
    guest: [403, 403, 403, 403, 403, 403],
    nobody: [401, 401, 401, 401, 401, 401],
  },
}

const cases = Object.entries(table).flatMap(([state, rows]) =>
  Object.entries(rows).map(([who, may]) => [who as Who, state as keyof typeof table, may] as const),
)

test.each(cases)('%s, of an experiment seen by %s, may %j', async (who, state, may) => {
  const experiment = await made(state)
  const as = world.as(everybody[who])
  const done = [
    await as('GET /experiments/{experiment}', experiment),
    await as('PATCH /experiments/{experiment}', { ...experiment, body: { note: 'Looked at.' } }),
    await as('POST /experiments/{experiment}/copy', { ...experiment, body: { name: 'After it' } }),
    await as('POST /experiments/{experiment}/runs', { ...experiment, body: {} }),
    await as('DELETE /experiments/{experiment}', experiment),
    await as('POST /experiments/{experiment}/restore', experiment),
  ]

  expect(done.map(({ status }) => status)).toEqual(may)
})

test.each([
  ['colleague', 200],
  ['office', 200],
  ['guest', 403],
  ['nobody', 401],
] as const)('%s asks what if of the organization: %s', async (who, status) => {
  const as = world.as(everybody[who])
  expect((await as('GET /lab/organization')).status).toBe(status)
})
