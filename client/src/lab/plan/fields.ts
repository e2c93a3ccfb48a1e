import { type Field, fieldsOf, type Model } from '@mortar/simulation'

type Settings = Readonly<Record<string, unknown>>

/** What to ask for, most telling first; the others are one click away. */
const first: Readonly<Record<string, readonly string[]>> = {
  march: ['p1', 'p2', 'p3', 'p4', 'preset'],
  miller: ['p1', 'p2', 'p5', 'tacit', 'turnover'],
  'lazer-friedman': ['network', 'density', 'rewired', 'added', 'inputs', 'velocity', 'copyError'],
  fang: ['beta', 'learning', 'block', 'turnover', 'turbulence'],
  communities: ['structure', 'requests', 'specialization', 'trustCounts', 'turnover'],
  diffusion: [
    'network',
    'shortcuts',
    'density',
    'contagion',
    'passing',
    'thresholdCount',
    'seeds',
    'seeding',
    'forgetting',
  ],
  'your-organization': ['communityTime', 'requests', 'readiness', 'fading', 'specialization', 'periods', 'warmUp'],
}

/** Settings that say nothing unless another one has this value. */
const onlyWhere: Readonly<Record<string, (settings: Settings) => boolean>> = {
  // As many as there are.
  'your-organization.people': () => false,
  'your-organization.domains': () => false,
  'march.p1OfOthers': ({ others }) => others !== 0,
  'lazer-friedman.density': ({ network }) => network === 'random',
  'lazer-friedman.rewired': ({ network }) => network === 'smallWorld',
  'lazer-friedman.added': ({ network }) => network === 'smallWorld',
  'diffusion.shortcuts': ({ network }) => network === 'smallWorld',
  'diffusion.density': ({ network }) => network === 'random',
  'diffusion.thresholdCount': ({ contagion }) => contagion === 'complex',
  'diffusion.thresholdShare': ({ contagion }) => contagion === 'complex',
  'diffusion.thresholdSpread': ({ contagion }) => contagion === 'complex',
}

const known = new Map<string, Field[]>()

/** The settings of a model that a form can ask for. */
export function askable(model: Model): Field[] {
  let fields = known.get(model.name)
  if (!fields) known.set(model.name, (fields = fieldsOf(model.settings).filter(({ kind }) => kind !== 'other')))
  // A network that is given comes with its ties, which no form asks for.
  return fields.map((field) =>
    field.choices ? { ...field, choices: field.choices.filter((choice) => choice !== 'given') } : field,
  )
}

/** The same in the order of a form: those to see first, and the others; without those that say nothing here. */
export function arranged(model: Model, settings: Settings): { first: Field[]; others: Field[] } {
  const fields = askable(model).filter(({ name }) => onlyWhere[`${model.name}.${name}`]?.(settings) ?? true)
  const order = first[model.name] ?? []
  return {
    first: order.flatMap((name) => fields.filter((field) => field.name === name)),
    others: fields.filter(({ name }) => !order.includes(name)),
  }
}

export interface Track {
  readonly from: number
  readonly to: number
  readonly step: number
}

/** How far a slider reaches: wide ranges end near what is usual, unless the value lies beyond; all may be typed. */
export function trackOf({ from = 0, to = 1, step = 0.01, kind, default: usual }: Field, value: number): Track {
  const near = kind === 'integer' ? Math.max(4 * Number(usual), 20) : to
  const reach = Math.min(to, Math.max(near, value))
  return { from, to: reach, step: kind === 'integer' ? Math.max(step, niceBelow((reach - from) / 100)) : step }
}

/** 1, 2, 5, 10, 20 … */
function niceBelow(value: number): number {
  if (value <= 1) return 1
  const power = 10 ** Math.floor(Math.log10(value))
  return [5, 2, 1].map((digit) => digit * power).find((each) => each <= value)!
}
