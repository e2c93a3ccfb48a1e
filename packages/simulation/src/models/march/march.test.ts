import { expect, test } from 'vitest'
import { runCell } from '../../experiment/cell.ts'
import { curvesOf, openRun } from '../../experiment/series.ts'
import { tallyOf } from '../../experiment/statistics.ts'
import { fieldsOf } from '../../settings.ts'
import { measureAt } from '../../model.ts'
import { chanceOf } from '../../random/stream.ts'
import { march } from './march.ts'
import { presets, rulesOf } from './settings.ts'
import { startMarch } from './state.ts'
import { stepMarch } from './step.ts'

const width = march.measures.length
function column(measure: string, settings: object, count = 200, plain = false): number[] {
  const values = runCell(march, { settings, seed: 1991, first: 0, count, plain })
  return Array.from({ length: count }, (_, run) => values[run * width + measureAt(march, measure)]!)
}
const mean = (measure: string, settings: object, count?: number) => tallyOf(column(measure, settings, count)).mean

const variations = [
  {},
  { p3: 0.1 },
  { p4: 0.05 },
  { p3: 0.1, p4: 0.1, others: 0.3 },
  { dimensions: 32, people: 64 },
  { dimensions: 1 },
  { people: 1 },
  { dimensions: 17, people: 200 },
  { untilSettled: false },
]

test.each(presets)('the quick way gives the same bits as stepping, by the reading %s', (preset) => {
  for (const variation of variations) {
    for (const [p1, p2] of [
      [0.1, 0.1],
      [0.9, 0.9],
      [0.5, 0.5],
      [0, 1],
      [1, 0.3],
    ]) {
      const task = { settings: { preset, p1, p2, periods: 60, ...variation }, seed: 5, first: 0, count: 3 }
      const [quick, plain] = [runCell(march, task), runCell(march, { ...task, plain: true })]
      expect([...quick].map((value, at) => Object.is(value, plain[at]))).not.toContain(false)
    }
  }
})

// Computed by an independent program in C, 2,000 runs each; standard deviations .028 and .043.
test.each([
  ['act', 0.9324, 0.028],
  ['text', 0.7743, 0.043],
])('with 60 dimensions, more than a word has bits, %s knows as much as elsewhere', (preset, known, deviation) => {
  const found = mean('codeRight', { preset, dimensions: 60, p1: 0.1, p2: 0.9 }, 60)

  expect(Math.abs(found - known)).toBeLessThan(4 * deviation * Math.sqrt(1 / 60 + 1 / 2000))
})

test('without learning nothing is learned, and a code that never learns knows nothing', () => {
  expect(mean('codeRight', { p2: 0, periods: 50 }, 20)).toBe(0)
  expect(mean('peopleRight', { p1: 0, p2: 0, periods: 50 }, 300)).toBeCloseTo(1 / 3, 2)
})

test('a settled organization is of one mind, and its code cannot learn any more', () => {
  const settled = column('settled', { p1: 0.5 }, 50)
  const [code, people] = [column('codeRight', { p1: 0.5 }, 50), column('peopleRight', { p1: 0.5 }, 50)]

  expect(settled).toEqual(settled.map(() => 1))
  expect(people.every((right, run) => Math.abs(right - code[run]!) < 1e-12)).toBe(true)
})

test('the score is right less wrong, once every dimension of the code says something', () => {
  const [score, right] = [column('codeScore', {}, 50), column('codeRight', {}, 50)]

  expect(score.every((value, run) => Math.abs(value - (2 * right[run]! - 1)) < 1e-12)).toBe(true)
})

test('one person and one dimension: by the reading text the code takes the belief of who is right', () => {
  for (let replication = 0; replication < 50; replication++) {
    const settings = march.settings.parse({ preset: 'text', people: 1, dimensions: 1, p1: 1, p2: 1 })
    const state = startMarch(settings, chanceOf(8, replication))
    const wasRight = state.beliefs[0] === state.reality[0]
    stepMarch(state)

    expect(state.code[0]).toBe(wasRight ? state.reality[0] : 0)
  }
})

test('a belief steps through nothing on its way to the code where the reading says so, else it jumps', () => {
  for (const preset of presets) {
    const settings = march.settings.parse({ preset, people: 1, dimensions: 1, p1: 1, p2: 0 })
    const state = startMarch(settings, chanceOf(8, 0))
    state.code[0] = 1
    state.beliefs[0] = -1
    stepMarch(state)

    expect(state.beliefs[0]).toBe(rulesOf[preset].peopleStep ? 0 : 1)
  }
})

test('slow learning by people and quick learning by the code know most, quick and quick least', () => {
  const at = (p1: number, p2: number) => mean('codeRight', { p1, p2 }, 400)

  expect(at(0.1, 0.9)).toBeGreaterThan(at(0.1, 0.1))
  expect(at(0.1, 0.1)).toBeGreaterThan(at(0.9, 0.1))
  expect(at(0.9, 0.1)).toBeGreaterThan(at(0.9, 0.9))
})

test('newcomers are a bother to slow learners and a help to quick ones', () => {
  const at = (p1: number, p3: number) => mean('codeRight', { p1, p3, periods: 20, untilSettled: false }, 400)

  expect(at(0.1, 0.3)).toBeLessThan(at(0.1, 0))
  expect(at(0.9, 0.3)).toBeGreaterThan(at(0.9, 0))
})

test('a run replays by its seed, can be held, and tells the same at its end as the cell', () => {
  const [one, other] = [openRun(march, { p1: 0.3 }, 7, 4), openRun(march, { p1: 0.3 }, 7, 4)]
  while (!one.over) one.step()
  for (let step = 0; step < 3; step++) other.step()
  expect(other.period).toBe(3)
  while (!other.over) other.step()
  other.step()

  expect(other.measure()).toEqual(one.measure())
  expect(one.measure()).toEqual(runCell(march, { settings: { p1: 0.3 }, seed: 7, first: 4, count: 1 }))
  expect(march.peek(one)).toHaveProperty('beliefs')
})

test('curves begin with what was there before and narrow with more runs', () => {
  const at = measureAt(march, 'codeRight')
  const few = curvesOf(march, { periods: 30 }, { seed: 1, runs: 20, periods: 30 }).of(at)
  const many = curvesOf(march, { periods: 30 }, { seed: 1, runs: 80, periods: 30 }).of(at)

  expect(few).toHaveLength(31)
  expect(few[0]).toEqual({ mean: 0, halfWidth: 0 })
  expect(many[30]!.halfWidth).toBeLessThan(few[30]!.halfWidth)
})

test('every setting says what it means and how far it goes, and every measure which way is better', () => {
  const fields = fieldsOf(march.settings)

  expect(fields.map(({ name }) => name)).toEqual(Object.keys(march.settings.parse({}) as object))
  expect(fields.find(({ name }) => name === 'p1')).toMatchObject({
    kind: 'number',
    from: 0,
    to: 1,
    step: 0.01,
    default: 0.5,
    label: 'march.p1',
  })
  expect(fields.every(({ meaning }) => meaning.length > 10)).toBe(true)
})

test.each([{ p1: 1.2 }, { people: 2.5 }, { preset: 'novel' }, { dimensions: 0 }])('%j is refused', (settings) => {
  expect(() => runCell(march, { settings, seed: 1, first: 0, count: 1 })).toThrow(Object.keys(settings)[0])
})
