import * as z from 'zod'
import { expect, test } from 'vitest'
import { alone, type Crew } from '../experiment/crew.ts'
import { runCell } from '../experiment/cell.ts'
import { tallyOf } from '../experiment/statistics.ts'
import { defineModel, measureAt } from '../model.ts'
import { communities } from '../models/communities/communities.ts'
import type { Stream } from '../random/stream.ts'
import { quantity } from '../settings.ts'
import { calibrate, type Calibration } from './calibrate.ts'

interface Growing {
  readonly settings: { rise: number; start: number; idle: number }
  readonly noise: Stream
  period: number
  value: number
}

const ofTheLine = (label: string) =>
  quantity({ label, meaning: 'of a line that is known', from: 0, to: 10, default: 5 })

/** Grows in a straight line with noise; one setting does nothing at all. */
const growing = defineModel<Growing['settings'], Growing>({
  name: 'growing',
  version: 1,
  source: 'ours',
  settings: z.object({ rise: ofTheLine('rise'), start: ofTheLine('start'), idle: ofTheLine('idle') }),
  measures: [
    { name: 'value', meaning: 'where it is', unit: 'steps', better: 'higher', of: ({ value }) => value },
    {
      name: 'area',
      meaning: 'rise times start',
      unit: 'steps',
      better: 'higher',
      of: ({ settings: { rise, start } }) => rise * start,
    },
  ],
  start: (settings, chance) => ({ settings, noise: chance.stream(0), period: 0, value: settings.start }),
  step: (state) => {
    state.period++
    state.value = state.settings.start + state.settings.rise * state.period + state.noise.unit() - 0.5
  },
  isOver: ({ period }) => period >= 5,
})

const crew = alone([growing, communities])
const base: Calibration = {
  settings: {},
  ranges: { rise: [0, 10], start: [0, 10], idle: [0, 10] },
  observed: [1, 2, 3, 4].map((period) => ({ measure: 'value', period, value: 2 + 7 * period })),
  points: 256,
  runs: 2,
  seed: 1,
}

test('what is known comes back, inside its interval, and what does nothing is called flat', async () => {
  const { parameters, warnings, misfit } = await calibrate(growing, base, { crew })
  const [rise, start, idle] = parameters

  expect(rise!.estimate).toBeCloseTo(7, 0)
  expect(start!.estimate).toBeCloseTo(2, 0)
  for (const [found, truth] of [
    [rise!, 7],
    [start!, 2],
  ] as const) {
    expect(found.low).toBeLessThan(truth)
    expect(found.high).toBeGreaterThan(truth)
    expect(found.verdict).toBe('identified')
  }
  expect(idle!.verdict).toBe('flat')
  expect(warnings.map(({ kind, settings }) => [kind, ...settings])).toEqual([['flat', 'idle']])
  expect(misfit).toBeLessThan(2)
})

test('a setting that does nothing is called flat, and one that does something is not, whatever the seed', async () => {
  for (const seed of [2, 3, 4, 5, 6]) {
    const { parameters } = await calibrate(growing, { ...base, seed, points: 128 }, { crew })
    expect(parameters.map(({ verdict }) => verdict)).toEqual(['identified', 'identified', 'flat'])
  }
})

test('intervals hold the truth about as often as they say, whatever single history was observed', async () => {
  let held = 0
  for (let seed = 0; seed < 60; seed++) {
    const at = [1, 2, 3, 4]
    const history = runCell(growing, { settings: { rise: 7, start: 2 }, seed: 1000 + seed, first: 0, count: 1, at })
    const observed = at.map((period, row) => ({ measure: 'value', period, value: history[row * 2]! }))
    const { parameters } = await calibrate(growing, { ...base, observed, seed, points: 64, rounds: 1 }, { crew })
    if (parameters[0]!.low <= 7 && parameters[0]!.high >= 7) held++
  }

  // 57 of 60 are expected; fewer than 50 would come once in thousands.
  expect(held).toBeGreaterThanOrEqual(50)
})

test('what is observed of a product identifies its factors only together', async () => {
  const { warnings } = await calibrate(
    growing,
    { ...base, ranges: { rise: [4, 8], start: [4, 8] }, observed: [{ measure: 'area', value: 36, error: 0.5 }] },
    { crew },
  )

  expect(warnings.map(({ kind }) => kind)).toContain('together')
})

test('observations of which the model can give nothing like are called a misfit', async () => {
  const observed = [1, 2, 3, 4].map((period) => ({ measure: 'value', period, value: period % 2 ? 0 : 40 }))

  expect((await calibrate(growing, { ...base, observed }, { crew })).warnings.map(({ kind }) => kind)).toContain(
    'misfit',
  )
})

test('a fit does not depend on how many work at it, tells how far it is, and can be aborted', async () => {
  const progress: number[] = []
  const uneven: Crew = {
    ...crew,
    size: 3,
    run: async (task) => {
      await new Promise((resolve) => setTimeout(resolve, Math.round(task.count * 0.5)))
      return crew.run(task)
    },
  }
  const small = { ...base, points: 32 }
  const one = await calibrate(growing, small, { crew, onProgress: (done, of) => void progress.push(done / of) })

  expect(await calibrate(growing, small, { crew: uneven })).toEqual(one)
  expect(progress).toHaveLength(64)
  expect(progress.at(-1)).toBe(1)
  await expect(calibrate(growing, small, { crew, signal: { aborted: true } })).rejects.toThrow(/aborted/)
})

test('how fast people learn by asking is found in the growth of competence, and that top managers decide nothing is seen', async () => {
  const settings = { structure: 'community', people: 20, domains: 4, periods: 40 }
  const truth = runCell(communities, {
    settings: { ...settings, byAsking: 0.25 },
    seed: 99,
    first: 0,
    count: 20,
    at: [20, 40],
  })
  const [place, width] = [measureAt(communities, 'competence'), communities.measures.length]
  const observed = [20, 40].map((period, at) => {
    const { mean, error } = tallyOf(Array.from({ length: 20 }, (_, run) => truth[(run * 2 + at) * width + place]!))
    return { measure: 'competence', period, value: mean, error }
  })
  const { parameters, warnings } = await calibrate(
    communities,
    { settings, ranges: { byAsking: [0, 0.5], topDecisions: [0, 20] }, observed, points: 64, runs: 4, seed: 5 },
    { crew },
  )

  expect(Math.abs(parameters[0]!.estimate - 0.25)).toBeLessThan(0.08)
  expect(parameters[0]!.verdict).toBe('identified')
  expect(warnings.map(({ kind, settings: which }) => [kind, ...which])).toEqual([['flat', 'topDecisions']])
})

test.each([
  [{ ranges: { speed: [0, 1] as const } }, /no number named speed/],
  [{ observed: [{ measure: 'height', value: 1 }] }, /no measure height/],
])('%j is refused', async (wrong, words) => {
  await expect(calibrate(growing, { ...base, ...wrong }, { crew })).rejects.toThrow(words)
})
