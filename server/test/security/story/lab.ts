import type { PlanSent } from '@mortar/contract/lab'
import { pause } from '#platform/process.ts'
import type { Somebody } from '../../world.ts'
import type { People } from './people.ts'
import type { Telling } from './telling.ts'

const plan = {
  settings: { people: 10, dimensions: 5 },
  design: { kind: 'every', values: { p1: [0.1, 0.9] } },
  seed: 1,
  runs: { batch: 2, least: 2, most: 2 },
  view: 'sweep',
} satisfies PlanSent

const result = {
  version: 1,
  digest: '0123456789abcdef',
  measures: ['codeRight'],
  cells: [
    { runs: 2, means: [0.5], halfWidths: [0.1] },
    { runs: 2, means: [0.6], halfWidths: [null] },
  ],
}

/** Experiments saved, shown, copied, removed and brought back. */
export async function lab({ by, server, done }: Telling, { mia, ned }: People) {
  const fetched = async (who: Somebody, { params }: { params: { experiment: string } }, file: string) => {
    const { statusCode } = await server.app.inject({
      url: `/api/experiments/${params.experiment}/${file}`,
      headers: { authorization: `Bearer ${who.token}` },
    })
    if (statusCode === 200) done.add(`GET /experiments/{experiment}/${file}`)
  }
  await by(mia)('POST /experiments/estimate', { body: { model: 'march', plan } })
  const body = { name: 'Slow and fast', model: 'march', plan, seen: 'organization' } as const
  const { id } = await by(mia)('POST /experiments', { body })
  const experiment = { params: { experiment: id } }
  await by(mia)('PUT /experiments/{experiment}/result', { ...experiment, body: result })
  await by(mia)('PATCH /experiments/{experiment}', {
    ...experiment,
    body: { note: 'Slow learners teach the code more.' },
  })
  await by(ned)('GET /experiments', { query: { whose: 'organization' } })
  await by(ned)('GET /experiments/{experiment}', experiment)
  await by(mia)('POST /experiments/{experiment}/runs', { ...experiment, body: {} })
  await carriedOut(async () => (await by(mia)('GET /experiments/{experiment}', experiment)).run?.state === 'done')
  for (const file of ['results.csv', 'manifest.json'] as const) await fetched(mia, experiment, file)
  const long = { ...plan, settings: { people: 900, dimensions: 90, untilSettled: false, periods: 99_999 } }
  const other = await by(mia)('POST /experiments', { body: { name: 'To be stopped', model: 'march', plan: long } })
  const run = await by(mia)('POST /experiments/{experiment}/runs', { params: { experiment: other.id }, body: {} })
  await by(mia)('DELETE /experiments/{experiment}/runs/{run}', { params: { experiment: other.id, run: run.id } })
  await by(ned)('GET /lab/organization')
  const copy = await by(ned)('POST /experiments/{experiment}/copy', {
    ...experiment,
    body: { name: 'The same again' },
  })
  await by(ned)('DELETE /experiments/{experiment}', { params: { experiment: copy.id } })
  await by(ned)('POST /experiments/{experiment}/restore', { params: { experiment: copy.id } })
  return { experiment: id, copy: copy.id }
}

async function carriedOut(isDone: () => Promise<boolean>) {
  for (let tries = 0; tries < 200; tries++) {
    if (await isDone()) return
    await pause(100)
  }
  throw new Error('An experiment in the story was not carried out.')
}
