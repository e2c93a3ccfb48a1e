import type { PlanSent } from '@mortar/contract/lab'
import { alone, cellsOf, march, models, runExperiment } from '@mortar/simulation'
import { expect, test } from 'vitest'
import { testWorld } from '../../test/world.ts'

const world = await testWorld()
const [ann, ben] = [await world.person('Ann Analyst'), await world.person('Ben Colleague')]
const [asAnn, asBen] = [world.as(ann), world.as(ben)]

const plan = {
  settings: { people: 20, dimensions: 10, untilSettled: true },
  design: { kind: 'every', values: { p1: [0.1, 0.9], preset: ['act', 'text'] } },
  seed: 7,
  runs: { batch: 10, least: 20, most: 20 },
  periods: 40,
  view: 'sweep',
} satisfies PlanSent

async function saved(name: string, more: { seen?: 'organization' } = {}) {
  const { body, status } = await asAnn('POST /experiments', { body: { name, model: 'march', plan, ...more } })
  expect(status).toBe(201)
  return { params: { experiment: body.id } }
}

/** What the page computes of a plan, as it sends it along. */
async function computed() {
  const experiment = {
    settings: plan.settings,
    cells: cellsOf(plan.design, plan.seed),
    seed: plan.seed,
    runs: plan.runs,
  }
  const results = await runExperiment(march, experiment, { crew: alone(models) })
  const figures = experiment.cells.map((_, cell) => results.summary(cell, 'codeRight'))
  return {
    version: march.version,
    digest: results.digest(),
    measures: ['codeRight'],
    cells: figures.map(({ runs, mean, halfWidth }) => ({ runs, means: [mean], halfWidths: [halfWidth] })),
  }
}

test('a saved experiment is found by its address and gives the numbers that were kept with it', async () => {
  const experiment = await saved('Slow against fast learners')
  const result = await computed()
  expect((await asAnn('PUT /experiments/{experiment}/result', { ...experiment, body: result })).status).toBe(204)

  const { body } = await asAnn('GET /experiments/{experiment}', experiment)
  expect(body).toMatchObject({ name: 'Slow against fast learners', plan, result, version: 1, versionNow: 1 })
  expect((await computed()).digest).toBe(body.result?.digest)
})

test('figures of another plan are not kept with it', async () => {
  const experiment = await saved('Two cells')
  const result = await computed()
  const other = { ...result, cells: result.cells.slice(1) }
  const { status, problem } = await asAnn('PUT /experiments/{experiment}/result', { ...experiment, body: other })

  expect([status, problem.code]).toEqual([400, 'lab.resultOther'])
})

test.each([
  [{ settings: { p1: 2 } }, ['body.plan.settings.p1']],
  [{ settings: { speed: 1 } }, ['body.plan.settings.speed']],
  [{ settings: { p2: 7, preset: 'none' } }, ['body.plan.settings.preset', 'body.plan.settings.p2']],
  [{ design: { kind: 'every', values: { p1: [0.5, 3] } } }, ['body.plan.design.values.p1.1']],
  [{ design: { kind: 'cells', cells: [{}, { people: 0 }] } }, ['body.plan.design.cells.1.people']],
  [{ design: { kind: 'sobol', ranges: { p3: [-1, 0.5] }, points: 4 } }, ['body.plan.design.ranges.p3.0']],
  [
    { runs: { batch: 1, least: 1, most: 9, until: { measure: 'joy', halfWidth: 1 } } },
    ['body.plan.runs.until.measure'],
  ],
] as const)('of %j each wrong field is named, and nothing is saved', async (wrong, paths) => {
  const given = { name: 'Wrong', model: 'march', plan: { ...plan, ...wrong } as PlanSent }
  const { status, problem } = await asAnn('POST /experiments', { body: given })

  expect([status, problem.code]).toEqual([400, 'lab.planWrong'])
  expect(problem.fields?.map(({ path }) => path).toSorted()).toEqual([...paths].toSorted())
  expect((await asAnn('POST /experiments/estimate', { body: given })).status).toBe(400)
})

test('what takes the server too long is told before anything runs', async () => {
  const long = {
    ...plan,
    design: { kind: 'every', values: {} },
    runs: { batch: 100, least: 1e6, most: 1e6 },
  } satisfies PlanSent
  const ask = (model: string, settings: object) =>
    asAnn('POST /experiments/estimate', { body: { model, plan: { ...long, settings } as PlanSent } })

  expect((await ask('communities', {})).body.refused).toMatch(/would take the server about [\d,]+ minutes/)
  const short = { model: 'march', plan: { ...plan } }
  expect((await asAnn('POST /experiments/estimate', { body: short })).body).toMatchObject({
    cells: 4,
    runs: 80,
    refused: null,
  })
})

test('only what its maker shows is seen by colleagues, who may copy it and not change it', async () => {
  const hidden = await saved('For me')
  const shown = await saved('For all', { seen: 'organization' })
  const listed = async (as: typeof asAnn, whose: 'mine' | 'organization') =>
    (await as('GET /experiments', { query: { whose, limit: 100 } })).body.items.map(({ name }) => name)

  expect(await listed(asBen, 'organization')).toEqual(['For all'])
  expect(await listed(asAnn, 'mine')).toEqual(expect.arrayContaining(['For me', 'For all']))
  expect((await asBen('GET /experiments/{experiment}', hidden)).status).toBe(404)
  expect((await asBen('PATCH /experiments/{experiment}', { ...shown, body: { name: 'Mine' } })).status).toBe(403)

  const copy = await asBen('POST /experiments/{experiment}/copy', { ...shown, body: { name: 'After Ann' } })
  expect((await asBen('GET /experiments/{experiment}', { params: { experiment: copy.body.id } })).body).toMatchObject({
    plan,
    by: { name: 'Ben Colleague' },
    copyOf: { name: 'For all' },
    seen: 'me',
  })
})

test('removing takes it from every list and from colleagues, and can be undone', async () => {
  const shown = await saved('Here and gone', { seen: 'organization' })
  expect((await asAnn('DELETE /experiments/{experiment}', shown)).status).toBe(204)

  expect((await asBen('GET /experiments/{experiment}', shown)).status).toBe(404)
  expect((await asAnn('GET /experiments/{experiment}', shown)).body).toMatchObject({
    retired: true,
    may: { restore: true },
  })
  expect((await asAnn('PATCH /experiments/{experiment}', { ...shown, body: { name: 'Still' } })).status).toBe(409)
  expect((await asAnn('DELETE /experiments/{experiment}', shown)).status).toBe(409)

  expect((await asAnn('POST /experiments/{experiment}/restore', shown)).status).toBe(204)
  expect((await asBen('GET /experiments/{experiment}', shown)).status).toBe(200)
  expect((await asAnn('POST /experiments/{experiment}/restore', shown)).status).toBe(409)
})
