import { csvHead, modelNamed, models } from '@mortar/simulation'
import { expect, test } from 'vitest'
import { Plan } from '@mortar/contract/lab'
import { askedIn } from '../plan/address.ts'
import { askable } from '../plan/fields.ts'
import { experimentFrom, planOf } from '../plan/plan.ts'
import { cellAt, mostCells, searchOfCell, searchOfSettings, sweepIn, sweepOf, usualRange } from './plan.ts'

const march = modelNamed('march')
const onPages = models.filter(({ name }) => name !== 'your-organization')

test('two ranges are crossed in the order of the terminal, whichever is across', () => {
  const { plan, x, y } = sweepIn(march, { x: 'p2:0.1:0.5:0.4', y: 'p1:0:1:0.5', p3: '0.1', seed: '7', runs: '20' })

  expect([x.values, y?.values]).toEqual([
    [0.1, 0.5],
    [0, 0.5, 1],
  ])
  expect(plan).toMatchObject({ settings: { p3: 0.1 }, seed: 7, runs: { batch: 20, least: 20, most: 20 } })
  expect(plan!.cells.slice(0, 3)).toEqual([
    { p1: 0, p2: 0.1 },
    { p1: 0, p2: 0.5 },
    { p1: 0.5, p2: 0.1 },
  ])
  expect(csvHead(march, plan!)).toMatch(/^cell,p1,p2,replication,/)
})

test('what an address sets of a setting that is swept gives way to its range', () => {
  const { plan } = sweepIn(march, { x: 'p1:0:1:0.5', p1: 'much', preset: 'text' })

  expect(plan!.settings).toEqual({ preset: 'text' })
  expect(plan!.cells).toEqual([{ p1: 0 }, { p1: 0.5 }, { p1: 1 }])
})

test.each([
  ['p1:0:1', { why: 'number' }],
  ['p1:0:2:0.1', { why: 'range', from: 0, to: 1 }],
  ['p1:0.9:0.1:0.1', { why: 'order' }],
  ['p1:0:1:0', { why: 'step' }],
  ['p1:0:1:0.001', { why: 'many', count: 1001 }],
  ['people:10:20:0.5', { why: 'whole' }],
])('the range %s is refused with its reason', (x, reason) => {
  const swept = sweepIn(march, { x })

  expect(swept.x.wrong).toMatchObject(reason)
  expect(swept.plan).toBeUndefined()
})

test('too many cells, and settings that do not go together, are told before anything runs', () => {
  const fine = sweepIn(march, { x: 'p1:0:1:0.02', y: 'p2:0:1:0.02' })
  const diffusion = sweepIn(modelNamed('diffusion'), { x: 'people:5:20:5', seeds: '10' })

  expect(fine.trouble).toEqual({ why: 'cells', count: 2601 })
  expect(2601).toBeGreaterThan(mostCells)
  expect(diffusion.plan).toBeUndefined()
})

test.each(onPages.map(({ name }) => name))('%s begins with a sweep that runs, and any setting has a range', (name) => {
  const model = modelNamed(name)
  const first = sweepIn(model, {})

  expect(first.plan!.cells.length).toBeGreaterThan(10)
  for (const field of askable(model)) {
    const { x } = sweepIn(model, { x: usualRange(field) })
    expect([field.name, x.wrong, x.values.length > 1]).toEqual([field.name, undefined, true])
  }
})

test('a cell leads to the page of the model with its settings', () => {
  const search = { x: 'p1:0:1:0.5', y: 'preset', p3: '0.1', seed: '9' }
  const swept = sweepIn(march, search)
  const at = cellAt(swept.plan!, swept, 0.5, 'text')
  const leads = searchOfCell(swept, search, swept.plan!.cells[at]!)

  expect(leads).toEqual({ p1: '0.5', preset: 'text', p3: '0.1', seed: '9' })
  expect(askedIn(march, leads).settings).toEqual({ preset: 'text', p3: 0.1 })
})

test('a saved sweep is the same plan again, with its axes and the addresses of its cells', () => {
  const { plan } = sweepIn(march, { x: 'p2:0:1:0.5', y: 'preset', p3: '0.1', seed: '9' })
  const read = experimentFrom(Plan.parse(planOf(plan!, 'sweep')))
  const swept = sweepOf(march, read, 'codeRight')!

  expect(read).toEqual(plan)
  expect([swept.x.field.name, swept.y?.field.name, swept.x.values]).toEqual(['p2', 'preset', [0, 0.5, 1]])
  const at = cellAt(read, swept, 0.5, 'text')
  expect(searchOfCell(swept, searchOfSettings(march, read.settings), read.cells[at]!)).toEqual({
    preset: 'text',
    p2: '0.5',
    p3: '0.1',
    seed: '9',
  })
})
