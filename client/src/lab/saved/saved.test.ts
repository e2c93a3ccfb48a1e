import { alone, exactly, type Experiment, march, models, runExperiment } from '@mortar/simulation'
import { expect, test } from 'vitest'
import { experimentFrom, planOf, resultOf } from '../plan/plan.ts'
import { verdictOf } from './verdict.ts'

const experiment: Experiment = {
  settings: { people: 10, dimensions: 5, p1: 0.3 },
  cells: [{}],
  seed: 4,
  runs: exactly(6, 2),
}
const resultIn = async (asked: Experiment) =>
  resultOf(march, await runExperiment(march, asked, { crew: alone(models) }))

test('a plan that was sent and read back runs to the same digest', async () => {
  const read = JSON.parse(JSON.stringify(planOf(experiment))) as Parameters<typeof experimentFrom>[0]
  const [before, now] = [await resultIn(experiment), await resultIn(experimentFrom(read))]

  expect(now).toEqual(before)
  expect(before.cells[0]!.runs).toBe(6)
  // Nobody learns at another speed there: that measure told nothing.
  expect(before.cells[0]!.means[before.measures.indexOf('othersRight')]).toBeNull()
  expect(verdictOf(before, now, march.version)).toBe('same')
})

test('other numbers are told apart: by the same version, by another one, not yet, or none kept', async () => {
  const kept = await resultIn(experiment)
  const other = await resultIn({ ...experiment, seed: 5 })

  expect(verdictOf(kept, other, march.version)).toBe('other')
  expect(verdictOf({ ...kept, version: march.version - 1 }, other, march.version)).toBe('version')
  expect(verdictOf(kept, undefined, march.version)).toBe('waiting')
  expect(verdictOf(kept, undefined, march.version, true)).toBe('kept')
  expect(verdictOf(null, other, march.version)).toBe('none')
})
