import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { runCell } from '../experiment/cell.ts'
import { openRun } from '../experiment/series.ts'
import { fieldsOf } from '../settings.ts'
import { modelNamed, models } from './models.ts'

const each = models.map((model) => [model.name, model] as const)

test.each(each)('%s is told in an ODD text beside it', (name, model) => {
  const file = join(import.meta.dirname, name, 'odd.md')

  expect(existsSync(file)).toBe(true)
  const text = readFileSync(file, 'utf8')
  expect(text).toContain(`\`${name}\`, version ${model.version}`)
  for (const word of ['Purpose', 'Entities', 'Process', 'Design concepts', 'Initialization', 'Stop', 'Source'])
    expect(text).toContain(`**${word}`)
})

test.each(each)('%s has settings that say what they are, and measures', (_, model) => {
  for (const field of fieldsOf(model.settings)) {
    expect(field.meaning.length).toBeGreaterThan(10)
    expect(field.default, field.name).toBeDefined()
  }
  expect(new Set(model.measures.map(({ name }) => name)).size).toBe(model.measures.length)
})

test('a model that is not there is refused with those that are', () => {
  expect(() => modelNamed('marsh')).toThrow(/march, miller, lazer-friedman, fang/)
})

const short: Record<string, object> = {
  march: { p3: 0.1, p4: 0.01, periods: 8 },
  miller: { tacit: 0.3, distant: 0.5, turnover: 0.02, periods: 8 },
  'lazer-friedman': { network: 'smallWorld', bits: 12, velocity: 0.5, copyError: 0.1, rewired: 5, periods: 8 },
  fang: { groups: 6, turnover: 0.02, turbulence: 0.01, periods: 8 },
  'your-organization': { people: 60, warmUp: 3, periods: 8, interventions: [{ kind: 'rotate', share: 0.5 }] },
  diffusion: { forgetting: 0.05, adaptation: 0.3, locality: 0.5, periods: 8 },
  communities: { structure: 'mixed', turnover: 0.02, tieDecay: 0.01, periods: 8 },
}

test.each(each.filter(([name]) => short[name]))(
  '%s replays by its seed, and another seed is another run',
  (name, model) => {
    const task = { settings: short[name], seed: 3, first: 0, count: 4 }

    expect(runCell(model, task)).toEqual(runCell(model, task))
    expect(runCell(model, { ...task, seed: 4 })).not.toEqual(runCell(model, task))
    expect(runCell(model, { ...task, first: 2, count: 2 })).toEqual(
      runCell(model, task).slice(2 * model.measures.length),
    )
    const run = openRun(model, short[name], 3, 1)
    while (!run.over) run.step()
    expect(run.measure()).toEqual(runCell(model, { ...task, first: 1, count: 1 }))
  },
)

// A change of these numbers is a change of the model: raise its version.
test.each([
  ['march', [0.6666666666666666, 0.8333333333333334, 0.7066666666666667, 0.7066666666666667, NaN, 8, 0]],
  ['miller', [0.6, 0.5890000000000001, 0.6371428571428572, 0.4766666666666667, 8]],
  ['lazer-friedman', [0.5826435722778741, 0.7562870701033124, 19, 5.161818181818182, 1, 8]],
  ['fang', [4.166666666666667, 10, 42, 0.12698412698412698, 8]],
  ['communities', [0.3025, 0.265, 2.1775, 0.695, 0.1294822938084362, 0.544920154701636, 0.17772518037552876, 0, 0, 0]],
])('%s gives the numbers of its version, on any machine', (name, numbers) => {
  const model = modelNamed(name)

  expect([...runCell(model, { settings: short[name], seed: 3, first: 0, count: 1 })]).toEqual(numbers)
})
