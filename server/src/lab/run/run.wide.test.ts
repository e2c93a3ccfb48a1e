import type { PlanSent } from '@mortar/contract/lab'
import { alone, cellsOf, communities, exactly, models, runExperiment } from '@mortar/simulation'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { type Caller, testWorld } from '../../../test/world.ts'
import { startServer } from '../../main.ts'

const world = await testWorld()
const [ann, ben] = [await world.person('Ann Analyst'), await world.person('Ben Colleague')]
const [asAnn, asBen] = [world.as(ann), world.as(ben)]

const plan = {
  settings: { people: 20, domains: 4, periods: 60 },
  design: { kind: 'every', values: { structure: ['alone', 'mixed'] } },
  seed: 3,
  runs: { batch: 4, least: 12, most: 12 },
  view: 'compare',
} satisfies PlanSent

async function saved(given: Partial<PlanSent> = {}, as: Caller = asAnn) {
  const body = {
    name: 'Alone or mixed',
    model: 'communities',
    plan: { ...plan, ...given },
    seen: 'organization',
  } as const
  const { body: made } = await as('POST /experiments', { body })
  return { params: { experiment: made.id } }
}
const begin = (experiment: { params: { experiment: string } }, as: Caller = asAnn) =>
  as('POST /experiments/{experiment}/runs', { ...experiment, body: {} })
const view = async (experiment: { params: { experiment: string } }) =>
  (await asAnn('GET /experiments/{experiment}', experiment)).body

/** The same without a server: what must come out. */
const expected = () =>
  runExperiment(
    communities,
    { settings: plan.settings, cells: cellsOf(plan.design, plan.seed), seed: plan.seed, runs: exactly(12) },
    { crew: alone(models) },
  )

test('the server gives the same numbers as a browser or a terminal, as figures, as lines and with their manifest', async () => {
  const experiment = await saved()
  expect((await begin(experiment)).status).toBe(201)
  await expect.poll(async () => (await view(experiment)).run?.state).toBe('done')

  const results = await expected()
  const { result, run, may } = await view(experiment)
  const solved = communities.measures.findIndex(({ name }) => name === 'solved')
  expect(result?.digest).toBe(results.digest())
  expect(result?.cells[1]?.means[solved]).toBe(results.summary(1, 'solved').mean)
  expect(run?.progress).toMatchObject({ cells: 2, cellsDone: 2, runs: 24, mostRuns: 24, left: 0 })
  expect(may).toMatchObject({ run: true, stop: false, rows: true })

  const fetched = (path: string) =>
    world.server.app.inject({
      url: `/api/experiments/${experiment.params.experiment}/${path}`,
      headers: { authorization: `Bearer ${ben.token}` },
    })
  const lines = (await fetched('results.csv')).body.trimEnd().split('\n')
  expect(lines).toHaveLength(25)
  expect(lines[0]).toMatch(/^cell,structure,replication,/)
  expect(JSON.parse((await fetched('manifest.json')).body)).toMatchObject({
    model: 'communities',
    seed: 3,
    cells: [{}, {}],
  })
})

test('a run that was cut off goes on where it was, in another process, and comes to the same', async () => {
  const experiment = await saved()
  const { id } = (await begin(experiment)).body
  // As if a process had begun it, written some, and died.
  await sql`update experiment_run set state = 'running', beat_at = now() - interval '1 minute', batch = 4, seconds = 9
    where id = ${id}`.execute(world.db)
  const results = await expected()
  const width = communities.measures.length
  const begun = results.values(0, 'solved').length
  expect(begun).toBe(12)
  const first = await runExperiment(
    communities,
    { settings: plan.settings, cells: [{ structure: 'alone' }], seed: 3, runs: exactly(4) },
    { crew: alone(models) },
  )
  const rows = Float64Array.from(
    { length: 4 * width },
    (_, at) => first.values(0, communities.measures[at % width]!.name)[Math.floor(at / width)]!,
  )
  await sql`insert into experiment_rows (run_id, cell, first, values)
    values (${id}, 0, 0, ${Buffer.from(rows.buffer)}) on conflict do nothing`.execute(world.db)
  const other = await startServer({
    connection: { connectionString: world.url },
    secret: 'x'.repeat(64),
    baseUrl: 'http://localhost:4401',
  })
  try {
    await expect.poll(async () => (await view(experiment)).run?.state).toBe('done')
    const { result, run } = await view(experiment)
    expect(result?.digest).toBe(results.digest())
    expect(run!.progress!.seconds).toBeGreaterThanOrEqual(9)
  } finally {
    await other.close()
  }
})

test('a run can be stopped, and removing an experiment stops it', async () => {
  const long = { settings: { ...plan.settings, people: 200, periods: 1000 }, runs: { batch: 1, least: 200, most: 200 } }
  const [stopped, removed] = [await saved(long), await saved(long)]
  const { id } = (await begin(stopped)).body
  await begin(removed)
  expect((await begin(stopped)).problem.code).toBe('lab.runUnderWay')
  await expect.poll(async () => (await view(stopped)).run?.progress?.runs ?? 0).toBeGreaterThan(0)

  const run = { params: { ...stopped.params, run: id } }
  expect((await asBen('DELETE /experiments/{experiment}/runs/{run}', run)).status).toBe(403)
  expect((await asAnn('DELETE /experiments/{experiment}/runs/{run}', run)).status).toBe(204)
  expect((await asAnn('DELETE /experiments/{experiment}/runs/{run}', run)).problem.code).toBe('lab.runOver')
  expect((await view(stopped)).run?.state).toBe('stopped')

  await asAnn('DELETE /experiments/{experiment}', removed)
  expect((await view(removed)).run?.state).toBe('stopped')
})

test('what is too long is refused before it starts, and so is more than a day of somebody', async () => {
  const experiment = await saved({
    settings: { people: 2000, periods: 10_000 },
    runs: { batch: 1, least: 900, most: 900 },
  })
  const { status, problem } = await begin(experiment)
  expect([status, problem.code]).toEqual([413, 'lab.refused'])
  expect(problem.title).toMatch(/minutes.*Nothing was started/)

  const small = await saved({}, asBen)
  await sql`insert into experiment_run (experiment_id, by_id, estimate, seconds, state)
    values (${small.params.experiment}, ${ben.id}, 1, 21600, 'stopped')`.execute(world.db)
  expect((await begin(small, asBen)).problem.code).toBe('lab.budgetSpent')
})

test('a defect is told in a sentence, and the next one is still carried out', async () => {
  const broken = await saved()
  await sql`update experiment set plan = jsonb_set(plan, '{settings,people}', '"many"')
    where id = ${broken.params.experiment}`.execute(world.db)
  await sql`insert into experiment_run (experiment_id, by_id, estimate) values (${broken.params.experiment}, ${ann.id}, 1)`.execute(
    world.db,
  )
  await expect.poll(async () => (await view(broken)).run?.state).toBe('failed')
  expect((await view(broken)).run?.failure).toMatch(/went wrong on our side/)

  const next = await saved()
  await begin(next)
  await expect.poll(async () => (await view(next)).run?.state).toBe('done')
})
