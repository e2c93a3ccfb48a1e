import { alone, type Crew, curvesOf, exactly, type Experiment, march, models, runExperiment } from '@mortar/simulation'
import { expect, test } from 'vitest'
import { measuringAlong } from './along.ts'
import { CellTallies } from './growing.ts'
import { horizonOf, momentsUpTo } from './moments.ts'

const settings = { people: 20, dimensions: 10, periods: 40 }
const names = march.measures.map(({ name }) => name)
const width = names.length

/** Workers of uneven pace: what is asked first often comes last. */
const uneven = (size: number): Crew => {
  let asked = 0
  return {
    ...alone(models),
    size,
    run: async (task) => {
      const turn = asked++
      for (let wait = 0; wait < (turn * 7) % 5; wait++) await Promise.resolve()
      return alone(models).run(task)
    },
  }
}

async function drawn(experiment: Experiment, crew: Crew, at: readonly number[]) {
  const along = measuringAlong(crew, { at, width, ready: async () => {} })
  const cells = experiment.cells.map(() => new CellTallies(names, at.length))
  const results = await runExperiment(march, experiment, {
    crew: along.crew,
    onChunk: ({ cell, first, values }) =>
      cells[cell]!.add(values, along.take({ ...experiment.settings, ...experiment.cells[cell] }, first), at.length),
  })
  return { results, cells: cells.map((cell) => cell.now()) }
}

const experiment: Experiment = {
  settings,
  cells: [{ p1: 0.2 }, { p1: 0.8 }, { p1: 0.2 }],
  seed: 3,
  runs: exactly(30, 4),
}
const every = momentsUpTo(40)

test('what is measured along the way changes no number at the end, on any number of workers', async () => {
  const plain = await runExperiment(march, experiment, { crew: alone(models) })
  const one = await drawn(experiment, alone(models), every)
  const four = await drawn(experiment, uneven(4), every)

  expect(one.results.digest()).toBe(plain.digest())
  expect(four.results.digest()).toBe(plain.digest())
  expect(four.cells).toEqual(one.cells)
  expect(one.cells[0]).toEqual(one.cells[2])
})

test('the curves are those of single runs, period by period', async () => {
  const { cells } = await drawn(experiment, uneven(3), every)
  const single = curvesOf(march, { ...settings, p1: 0.2 }, { seed: 3, runs: 30, periods: 40 })
  const right = names.indexOf('codeRight')

  expect(every).toHaveLength(41)
  expect(cells[0]!.curves['codeRight']).toEqual(single.of(right))
  expect(cells[0]!.ends['codeRight']).toEqual(single.of(right).at(-1))
  expect(cells[0]!.runs).toBe(30)
})

test('a crew that is held up gives nothing until it may go on', async () => {
  const gate = Promise.withResolvers<void>()
  const along = measuringAlong(alone(models), { at: [0, 40], width, ready: () => gate.promise })
  let answered = false
  const asked = along.crew.run({ model: 'march', settings, seed: 1, first: 0, count: 1 }).then(() => (answered = true))
  for (let wait = 0; wait < 20; wait++) await Promise.resolve()
  expect(answered).toBe(false)

  gate.resolve()
  await asked
  expect(answered).toBe(true)
})

test('curves reach as far as the first runs of a model went, and as far as was asked where it does not end by itself', async () => {
  const asked = (more: object) => [{ settings: { people: 20, dimensions: 10, ...more }, seed: 3 }]
  const settled = await horizonOf(alone(models), march, asked({}))
  const turbulent = await horizonOf(alone(models), march, asked({ p4: 0.1, periods: 300 }))

  expect(settled).toBeGreaterThan(1)
  expect(settled).toBeLessThan(1000)
  expect(turbulent).toBe(300)
  expect(await horizonOf(alone(models), march, asked({}))).toBe(settled)
})

test('moments begin at the start, rise, and end at the horizon', () => {
  for (const horizon of [1, 7, 60, 61, 1000]) {
    const moments = momentsUpTo(horizon)

    expect(moments[0]).toBe(0)
    expect(moments.at(-1)).toBe(horizon)
    expect(moments.length).toBeLessThan(63)
    expect(moments.toSorted((one, other) => one - other)).toEqual(moments)
    expect(new Set(moments).size).toBe(moments.length)
  }
})
