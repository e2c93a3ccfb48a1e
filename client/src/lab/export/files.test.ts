import {
  alone,
  csvHead,
  csvRows,
  exactly,
  type Experiment,
  type Manifest,
  march,
  models,
  runExperiment,
} from '@mortar/simulation'
import { expect, test } from 'vitest'
import { resting } from '../run/growing.ts'
import { curvesCsv, manifestJson, runsCsv } from './files.ts'

const experiment: Experiment = {
  settings: { people: 20, dimensions: 10, preset: 'act' },
  cells: [{ p1: 0.2 }, { p1: 0.8 }],
  seed: 9,
  runs: exactly(12, 5),
}

test('the runs are written as the terminal writes them, to the last digit', async () => {
  let written = csvHead(march, experiment)
  const onChunk = (chunk: Parameters<typeof csvRows>[2]) => void (written += csvRows(march, experiment, chunk))
  const results = await runExperiment(march, experiment, { crew: alone(models), onChunk })

  expect(written.split('\n')).toHaveLength(26)
  expect(runsCsv(march, experiment, results)).toBe(written)
})

test('the manifest that goes along gives the same numbers again', async () => {
  const { settings, cells, seed, runs } = JSON.parse(manifestJson(march, experiment)) as Manifest
  const [one, other] = await Promise.all(
    [experiment, { settings, cells, seed, runs }].map((each) => runExperiment(march, each, { crew: alone(models) })),
  )

  expect(other!.digest()).toBe(one!.digest())
})

test('curves are a line for each moment, with a column and an interval for each measure', () => {
  const point = { mean: 0.5, halfWidth: 0.1 }
  const curves = Object.fromEntries(march.measures.map(({ name }) => [name, [point, point]]))
  const lines = curvesCsv(march, { ...resting, moments: [0, 3], cells: [{ runs: 2, ends: {}, curves }] }).split('\n')

  expect(lines[0]).toMatch(/^cell,period,codeScore,codeScoreHalfWidth,/)
  expect(lines[2]).toMatch(/^0,3,0.5,0.1,/)
  expect(lines).toHaveLength(4)
})
