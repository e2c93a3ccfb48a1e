import type { PlanSent } from '@mortar/contract/lab'
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
export async function lab({ by }: Telling, { mia, ned }: People) {
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
  const copy = await by(ned)('POST /experiments/{experiment}/copy', {
    ...experiment,
    body: { name: 'The same again' },
  })
  await by(ned)('DELETE /experiments/{experiment}', { params: { experiment: copy.id } })
  await by(ned)('POST /experiments/{experiment}/restore', { params: { experiment: copy.id } })
  return { experiment: id, copy: copy.id }
}
