import { availableParallelism } from 'node:os'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { alone } from '../experiment/crew.ts'
import { exactly } from '../experiment/experiment.ts'
import { runExperiment } from '../experiment/run.ts'
import { march, models } from '../models/models.ts'
import { nodeCrew } from '../workers/node/crew.ts'
import { marchFigure1 } from './march/tables.ts'
import { reproduce, reproduceStudy, studiesOf } from './reproduce.ts'
import { studies } from './studies.ts'
import { Found, type Line, type Study } from './study.ts'

const crew = nodeCrew(Math.min(2, availableParallelism()))
const lines: Line[] = []
beforeAll(async () => {
  lines.push(...(await reproduce(undefined, { crew, budget: 'quick' })))
}, 600_000)
afterAll(() => crew.end())

test.each(studies.map(({ name }) => name))('%s comes out as published, within the bands of few runs', (name) => {
  const ours = lines.filter(({ study }) => study === name)

  expect(ours.length).toBeGreaterThan(1)
  expect(ours.filter(({ verdict }) => verdict === 'differs')).toEqual([])
})

test('as many points are compared as were published', () => {
  const count = (name: string) => lines.filter(({ study }) => study === name).length

  expect(count('march-figure-1')).toBe(27)
  expect(count('march-grid')).toBe(75)
  expect(count('lazer-friedman-contests')).toBe(20)
  expect(count('communities-table-7')).toBe(79)
})

test('what is known not to come out is shown with its reason, and is little', () => {
  const known = lines.filter(({ verdict }) => verdict === 'known')

  expect(known.map(({ what }) => what)).toContain('different solutions on the line, round 16')
  expect(known.every(({ note }) => note && note.length > 20)).toBe(true)
  expect(known.length).toBeLessThan(lines.length / 20)
})

test('the checks see what is wrong: other rules do not pass for the published ones', async () => {
  const wrong: Study = { ...marchFigure1, settings: { preset: 'basic' } }
  const { settings, cells } = wrong
  const results = await runExperiment(march, { settings, cells, seed: 1, runs: exactly(40) }, { crew: alone(models) })
  const differing = wrong.check(new Found(wrong, results)).filter(({ verdict }) => verdict === 'differs')

  expect(differing.length).toBeGreaterThan(10)
})

test('a figure draws what the lines compare: the same means, and what was published beside them', async () => {
  const { lines: its, figures } = (await reproduceStudy(marchFigure1, { crew, budget: 'quick' }))!
  const points = figures.flatMap(({ curves }) => curves.flatMap((curve) => curve.points))

  expect(figures[0]!.curves.map(({ of }) => of)).toEqual([0.1, 0.5, 0.9].map((value) => ({ setting: 'p2', value })))
  expect(points.map(({ ours, published }) => [published, ours])).toEqual(its.map((line) => [line.published, line.ours]))
  expect(points.every(({ halfWidth }) => halfWidth > 0 && halfWidth < 0.1)).toBe(true)
})

test('each study asks each cell once, and names its source', () => {
  for (const { cells, source, name } of studies) {
    expect(new Set(cells.map((cell) => JSON.stringify(cell))).size, name).toBe(cells.length)
    expect(source.length).toBeGreaterThan(20)
  }
})

test('a model of which nothing is published is refused with those of which something is', () => {
  expect(() => studiesOf('diffusion')).toThrow(/there is for march, miller, lazer-friedman, fang, communities/)
})
