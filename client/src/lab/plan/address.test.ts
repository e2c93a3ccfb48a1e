import { models, modelNamed } from '@mortar/simulation'
import { expect, test } from 'vitest'
import { askedIn, experimentOf, reserved, searchOf } from './address.ts'
import { askable, arranged, trackOf } from './fields.ts'

const march = modelNamed('march')

test('an address says what differs from what was published, and its experiment gives the address back', () => {
  const search = { p1: '0.9', preset: 'text', untilSettled: 'no', seed: '1991', runs: '50' }
  const asked = askedIn(march, { ...search, p2: '0.5', language: 'fi', show: 'codeScore' })

  expect(asked.settings).toEqual({ p1: 0.9, preset: 'text', untilSettled: false })
  expect(asked.wrong).toEqual({})
  expect(experimentOf(asked)).toMatchObject({ seed: 1991, cells: [{}], runs: { most: 50 } })
  const back = Object.entries(searchOf(march, experimentOf(asked))).filter(([, value]) => value !== undefined)
  expect(Object.fromEntries(back)).toEqual(search)
})

test('each wrong setting has its reason, and the others still count', () => {
  const { wrong, settings, seed } = askedIn(march, {
    p1: '1.5',
    p2: 'much',
    people: '2.5',
    preset: 'best',
    p3: '0.1',
    seed: '-1',
    sure: 'wisdom:0.1',
  })

  expect(wrong).toEqual({
    p1: { why: 'range', from: 0, to: 1 },
    p2: { why: 'number' },
    people: { why: 'whole' },
    preset: { why: 'choice' },
    seed: { why: 'range', from: 0, to: 4_294_967_295 },
    sure: { why: 'measure' },
  })
  expect(settings).toEqual({ p3: 0.1 })
  expect(seed).toBe(1)
})

test('what only shows once settings meet is told beside the setting that the model names', () => {
  expect(askedIn(modelNamed('diffusion'), { people: '10', seeds: '20' }).wrong).toEqual({ seeds: { why: 'seeds' } })
  expect(askedIn(modelNamed('diffusion'), { people: '10', seeds: '10' }).wrong).toEqual({})
})

test('runs until sure stop at the tolerance that the address names', () => {
  const asked = askedIn(march, { sure: 'codeRight:0.01' })

  expect(experimentOf(asked).runs).toMatchObject({ until: { measure: 'codeRight', halfWidth: 0.01 } })
  expect(searchOf(march, experimentOf(asked))['sure']).toBe('codeRight:0.01')
})

test('no model has a setting named like a reserved word of the address', () => {
  const names = models.flatMap((model) => askable(model).map(({ name }) => name))

  expect(names.filter((name) => (reserved as readonly string[]).includes(name))).toEqual([])
})

test.each(models.map((model) => [model.name, model] as const))(
  'the form of %s asks for each setting once',
  (_, model) => {
    const everything = { others: 0.5, network: 'random', contagion: 'complex' }
    const { first, others } = arranged(model, everything)
    const names = [...first, ...others].map(({ name }) => name)

    expect(new Set(names).size).toBe(names.length)
    expect(names.length).toBeGreaterThan(4)
  },
)

test('a slider ends near what is usual, and reaches as far as what was typed', () => {
  const people = askable(march).find(({ name }) => name === 'people')!
  const p1 = askable(march).find(({ name }) => name === 'p1')!

  expect(trackOf(people, 50)).toEqual({ from: 1, to: 200, step: 1 })
  expect(trackOf(people, 900)).toMatchObject({ to: 900, step: 5 })
  expect(trackOf(p1, 0.5)).toEqual({ from: 0, to: 1, step: 0.01 })
})
