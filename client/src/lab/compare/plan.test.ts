import { alone, modelNamed, models, runExperiment } from '@mortar/simulation'
import { expect, test } from 'vitest'
import { besidePublished, changedSearch, comparisonIn, differencesIn, differingIn } from './plan.ts'

const march = modelNamed('march')
const onPages = models.filter(({ name }) => name !== 'your-organization')
const crew = alone(models)

test('an address holds both settings; the cells name all in which they differ, and nothing else', () => {
  const { plan } = comparisonIn(march, {
    p1: '0.1',
    p3: '0.2',
    'b.p1': '0.9',
    'b.p3': '0.2',
    'b.preset': 'text',
    seed: '4',
  })

  expect(plan).toMatchObject({ settings: { p3: 0.2 }, seed: 4 })
  expect(plan!.cells).toEqual([
    { preset: 'act', p1: 0.1 },
    { preset: 'text', p1: 0.9 },
  ])
})

test('changing one side keeps the other, also from what stands there at first', () => {
  const first = comparisonIn(march, {})
  const changed = comparisonIn(march, changedSearch(march, first, 'other', 'p2', '0.9'))

  expect(differingIn(first.plan!)).toEqual(['p1'])
  expect(changed.plan!.cells).toEqual([
    { p1: 0.1, p2: 0.5 },
    { p1: 0.9, p2: 0.9 },
  ])
  const same = comparisonIn(march, changedSearch(march, first, 'other', 'p1', '0.1'))
  expect(same.plan!.cells).toEqual([{}, {}])
})

test('the settings of a model’s page are laid beside what was published', () => {
  const { plan } = comparisonIn(march, besidePublished({ p1: '0.9', p2: undefined }))

  expect(plan!.cells).toEqual([{ p1: 0.5 }, { p1: 0.9 }])
  expect(besidePublished({ p1: undefined })).toEqual({})
})

test('a wrong setting of either side keeps both from running', () => {
  const { plan, other, one } = comparisonIn(march, { p1: '0.1', 'b.p1': '7' })

  expect(plan).toBeUndefined()
  expect([Object.keys(one.wrong), other.wrong['p1']]).toEqual([[], { why: 'range', from: 0, to: 1 }])
})

test('differences are taken pair by pair, with a verdict by which way is better', async () => {
  const { plan } = comparisonIn(march, { p1: '0.1', 'b.p1': '0.9', runs: '60' })
  const found = differencesIn(march, await runExperiment(march, plan!, { crew }))
  const of = (name: string) => found.find(({ measure }) => measure.name === name)!

  expect(of('codeRight')).toMatchObject({ verdict: 'worse', pairs: 60 })
  expect(of('codeRight').difference).toBeCloseTo(of('codeRight').other - of('codeRight').one, 10)
  expect(of('periods').verdict).toBe('less')
  expect(found.map(({ measure }) => measure.name)).not.toContain('othersRight')
})

test('a setting against itself is the same in every run', async () => {
  const { plan } = comparisonIn(march, { as: 'said', runs: '5' })
  const found = differencesIn(march, await runExperiment(march, plan!, { crew }))

  expect(new Set(found.map(({ verdict }) => verdict))).toEqual(new Set(['same']))
})

test.each(onPages.map(({ name }) => name))('%s begins with two settings that differ', (name) => {
  expect(differingIn(comparisonIn(modelNamed(name), {}).plan!)).toHaveLength(1)
})
