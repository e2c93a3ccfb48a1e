import type { Intervention } from '@mortar/contract/lab-organization'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { across, plant } from '../../src/network/discovery/test/planted.ts'
import { testWorld } from '../world.ts'

const world = await testWorld()
const ann = await world.person('Ann Analyst')
const as = world.as(ann)
const [units, size] = [10, 12]
const { people, units: unit } = await plant(world.db, { units, size, communities: [across(units, size, 0, 3)] })

const settings = { warmUp: 10, periods: 40 }
const runs = { batch: 4, least: 8, most: 8 }

async function asked(interventions: Intervention[]) {
  const plan = {
    settings,
    design: { kind: 'every', values: {} },
    seed: 5,
    runs,
    view: 'organization',
    interventions,
  } as const
  const { body, status, problem } = await as('POST /experiments', {
    body: { name: 'What if', model: 'your-organization', plan },
  })
  return { status, problem, params: { experiment: body?.id } }
}

async function found(interventions: Intervention[]) {
  const { params } = await asked(interventions)
  return again(params)
}

async function again(params: { experiment: string }, on: 'today' | 'then' = 'today') {
  await as('POST /experiments/{experiment}/runs', { params, body: { on } })
  const view = async () => (await as('GET /experiments/{experiment}', { params })).body
  await expect.poll(async () => (await view()).run?.state).toBe('done')
  return { ...(await view()), params }
}

const line = ({ outcome }: Awaited<ReturnType<typeof found>>, name: string) =>
  outcome!.lines.find(({ measure }) => measure === name)!

test('what is done to the organization is told as a difference to the present, with its interval and in a word', async () => {
  const through = await found([{ kind: 'throughTheLine' }])

  expect(through.outcome).toMatchObject({ people: 120, units: 11, tied: 120 })
  expect(line(through, 'asked')).toMatchObject({ after: 0, verdict: 'other' })
  expect(line(through, 'competenceBuilt')).toMatchObject({ verdict: 'worse', runs: 8, people: null })
  expect(line(through, 'asked').present).toBeGreaterThan(0)
})

test('nothing that is done changes nothing', async () => {
  const { outcome } = await found([])

  expect(outcome!.lines.length).toBeGreaterThan(8)
  expect(outcome!.lines.every(({ difference, verdict }) => difference === 0 && verdict === 'unclear')).toBe(true)
})

test('who of a unit is tied to whom of another cannot be learned, however much is asked: it makes no difference', async () => {
  const plan: Intervention[] = [
    { kind: 'removeSpanner', people: 3 },
    { kind: 'moveUnit', unit: unit[0]!, under: unit[1]!, channelsLost: 1 },
  ]
  const before = await found(plan)

  // Within each unit everybody gets the ties of the next one: each person's are another's now.
  await sql`
    update trace_identity set person_id = turned.next_id from (
      select person_id, coalesce(lead(person_id) over unit, first_value(person_id) over unit) as next_id
      from position where person_id = any(${people}::uuid[]) window unit as (partition by unit_id order by person_id)
    ) turned where trace_identity.person_id = turned.person_id`.execute(world.db)
  await sql`delete from tie_pattern`.execute(world.db)
  const after = await found(plan)

  expect(after.result?.digest).toBe(before.result?.digest)
  expect(after.outcome).toEqual(before.outcome)
})

test('neither a person nor a tie is in what is kept of a run, and it is repeated from that to the last bit', async () => {
  const closing = await found([{ kind: 'mergeUnits', unit: unit[2]!, into: unit[3]!, channelsLost: 0.5 }])
  const { rows } = await sql<{ given: Buffer }>`select given from experiment_run where given is not null`.execute(
    world.db,
  )
  const { gunzipSync } = await import('node:zlib')
  const kept = rows.map(({ given }) => gunzipSync(given).toString())
  expect(kept.length).toBeGreaterThan(0)
  for (const text of kept) {
    expect(people.some((id) => text.includes(id))).toBe(false)
    expect((JSON.parse(text) as { organization: object }).organization).not.toHaveProperty('ties')
  }

  await sql`update position set unit_id = ${unit[9]!} where person_id = ${people[0]!}`.execute(world.db)
  expect((await again(closing.params, 'then')).result?.digest).toBe(closing.result?.digest)
  expect((await again(closing.params)).result?.digest).not.toBe(closing.result?.digest)
})

test('a group of fewer than five is not told of, nor what would tell it by what is left', async () => {
  const manager = people[15]!
  await sql`update position set manager_id = ${manager} where person_id = any(${people.slice(12, 24)}::uuid[]) and person_id <> ${manager}`.execute(
    world.db,
  )
  const { outcome, result, params } = await found([{ kind: 'throughTheLine' }])
  const told = outcome!.lines.map(({ measure }) => measure)

  // One leads, everybody else is in no community: either would be told by the mean of all.
  expect(told).toContain('load')
  expect(told).not.toContain('loadManagers')
  expect(told).not.toContain('loadOthers')
  expect(result!.cells[0]!.means[result!.measures.indexOf('loadOthers')]).toBeNull()
  const csv = await world.server.app.inject({
    url: `/api/experiments/${params.experiment}/results.csv`,
    headers: { authorization: `Bearer ${ann.token}` },
  })
  const [head, first] = csv.body.split('\n').map((text) => text.split(','))
  expect(first![head!.indexOf('loadOthers') - head!.length]).not.toBe('0')
  expect(csv.body).toContain('NaN')
})

test.each([
  [{ kind: 'mergeUnits', unit: unit[0]!, into: unit[0]!, channelsLost: 0.5 }, 'into'],
  [{ kind: 'moveUnit', unit: crypto.randomUUID(), under: unit[0]!, channelsLost: 0.5 }, 'unit'],
  [{ kind: 'removeSpanner', people: 20 }, 'people'],
  [{ kind: 'openCommunity', people: 900, occupation: null }, 'people'],
  [{ kind: 'closeCommunity', community: crypto.randomUUID() }, 'community'],
] as [Intervention, string][])('%j is refused with the field that is wrong', async (wrong, field) => {
  const { status, problem } = await asked([{ kind: 'throughTheLine' }, wrong])

  expect([status, problem.fields?.[0]?.path]).toEqual([400, `body.plan.interventions.1.${field}`])
})

test('a private community is not there to be closed, and nobody learns that it exists', async () => {
  const hush = await world.as(await world.person('Hilda Hush'))('POST /communities', {
    body: { name: 'Hush', short: 'HUSH', colour: 1, domain: 'What nobody else is to know', visibility: 'private' },
  })
  expect(hush.status).toBe(201)
  const { status, problem } = await asked([{ kind: 'closeCommunity', community: hush.body.id }])
  const { body } = await as('GET /lab/organization')

  expect([status, problem.fields?.length]).toEqual([400, 1])
  expect(body.communities).toEqual([])
  expect(body).toMatchObject({ people: 120, refused: null })
  expect(body.units[0]).toMatchObject({ name: 'House', depth: 0, people: 120 })
})
