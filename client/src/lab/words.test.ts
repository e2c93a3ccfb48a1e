import { assumptions, fieldsOf, Intervention, models, studies } from '@mortar/simulation'
import { expect, test } from 'vitest'
import en from './words/en.json'
import fi from './words/fi.json'

const catalogues = { en, fi }
const languages = ['en', 'fi'] as const

const wordsIn =
  (language: (typeof languages)[number]) =>
  (...path: string[]): string => {
    const words: unknown = catalogues[language]
    const found = path.reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], words)
    return typeof found === 'string' ? found.trim() : ''
  }

const kinds = Intervention.options.map((option) => ({
  kind: option.shape.kind.value as string,
  fields: Object.keys(option.shape).filter((name) => name !== 'kind'),
}))

function pathsNeeded(): string[][] {
  const ofModels = models.flatMap(({ name, settings, measures }) => {
    const model = ['model', name]
    return [
      ...['name', 'after', 'sentence', 'source'].map((part) => [...model, part]),
      ...['says', 'published', 'ours', 'against'].map((part) => [...model, 'about', part]),
      ...fieldsOf(settings).flatMap((field) => {
        const at = [...model, 'settings', field.name]
        const slides = field.kind === 'number' || field.kind === 'integer'
        return [
          [...at, 'name'],
          [...at, 'means'],
          ...(slides ? [[...at, 'does']] : []),
          ...(field.unit === undefined ? [] : [['unit', field.unit]]),
          ...(field.choices ?? []).map((choice) => [...at, 'choices', choice]),
        ]
      }),
      ...measures.flatMap(({ name: measure, unit }) => [
        [...model, 'measures', measure, 'name'],
        [...model, 'measures', measure, 'means'],
        ['unit', unit],
      ]),
    ]
  })
  const what = ['model', 'your-organization']
  const ofOrganization = [
    ...assumptions.map(({ key }) => [...what, 'assumes', key.split('.').at(-1)!]),
    ...kinds.flatMap(({ kind, fields }) => [
      [...what, 'interventions', kind, 'name'],
      [...what, 'interventions', kind, 'means'],
      ...fields.map((field) => [...what, 'interventions', kind, 'fields', field]),
    ]),
  ]
  const ofStudies = studies.flatMap(({ name }) => ['name', 'source'].map((part) => ['study', name, part]))
  return [...ofModels, ...ofOrganization, ...ofStudies]
}

test.each(languages)('every model, setting, choice, measure, assumption and study has words in %s', (language) => {
  const words = wordsIn(language)

  expect(pathsNeeded().length).toBeGreaterThan(400)
  expect(pathsNeeded().filter((path) => words(...path) === '')).toEqual([])
})

test('the two languages say different things of every setting and measure', () => {
  const [english, finnish] = languages.map(wordsIn)
  const same = pathsNeeded().filter((path) => path.at(-1) === 'means' && english!(...path) === finnish!(...path))

  expect(same).toEqual([])
})

test.each(languages)(
  'whatever is a reconstruction says so, and counter-evidence stands beside it, in %s',
  (language) => {
    const about = (model: string, part: string) => wordsIn(language)('model', model, 'about', part)

    for (const model of ['communities', 'fang', 'your-organization'])
      expect(about(model, 'ours'), model).toMatch(/reconstruction|rekonstruktio/)
    for (const model of ['march', 'lazer-friedman', 'fang', 'diffusion', 'communities'])
      expect(about(model, 'against'), model).toMatch(/Mason (and|ja) Watts \(2012\)/)
    for (const model of ['miller', 'lazer-friedman', 'fang', 'communities'])
      expect(about(model, 'against'), model).toMatch(/Barkoczi (and|ja) Galesic \(2016\)/)
  },
)
