import * as z from 'zod'
import { choice, count, flag, share } from '../../settings.ts'

const paper = 'March (1991), Organization Science 2(1)'

/** Readings of the model that exist in public; the paper alone does not decide between them. */
export const presets = ['act', 'text', 'r', 'basic'] as const
export type Preset = (typeof presets)[number]

export const MarchSettings = z.object({
  preset: choice(presets, {
    label: 'march.preset',
    meaning:
      'the reading: act (people act, published replications), text (the paper taken literally), r (people learn first), basic (March’s own BASIC, as retold)',
    source: 'Christensen (2015) and Workiewicz (2019); March (1991); Workiewicz (2017); Watts and Gilbert (2014)',
  }),
  people: count({
    label: 'march.people',
    meaning: 'people in the organization',
    unit: 'people',
    from: 1,
    to: 1000,
    default: 50,
    source: paper,
  }),
  dimensions: count({
    label: 'march.dimensions',
    meaning: 'things about which one can be right or wrong',
    unit: 'dimensions',
    from: 1,
    to: 256,
    default: 30,
    source: paper,
  }),
  p1: share({
    label: 'march.p1',
    meaning: 'how fast people learn from the code: a probability a period and dimension',
    default: 0.5,
    source: paper,
  }),
  p2: share({ label: 'march.p2', meaning: 'how fast the code learns from people', default: 0.5, source: paper }),
  p3: share({
    label: 'march.p3',
    meaning: 'turnover: the share of people replaced a period',
    default: 0,
    source: paper,
  }),
  p4: share({
    label: 'march.p4',
    meaning: 'turbulence: the probability a period that a dimension of reality turns',
    default: 0,
    source: paper,
  }),
  others: share({
    label: 'march.others',
    meaning: 'the share of people who learn at another speed',
    default: 0,
    source: `${paper}, figures 2 and 3`,
  }),
  p1OfOthers: share({
    label: 'march.p1OfOthers',
    meaning: 'how fast those others learn from the code',
    default: 0.9,
    source: `${paper}, figures 2 and 3`,
  }),
  periods: count({
    label: 'march.periods',
    meaning: 'periods at most',
    unit: 'periods',
    from: 1,
    to: 100_000,
    default: 10_000,
  }),
  untilSettled: flag({
    label: 'march.untilSettled',
    meaning: 'stop as soon as nothing can change any more; only without turnover and turbulence',
    default: true,
  }),
})

export type MarchSettings = z.infer<typeof MarchSettings>

/** What the readings differ in. */
export interface Rules {
  /** People learn first, and the code from what they believe then. */
  readonly peopleFirst: boolean
  /** A belief that differs goes through 0 on its way to the code. */
  readonly peopleStep: boolean
  readonly codeSteps: boolean
  /** Who is superior is decided by what people do: without a belief they toss a coin. */
  readonly acts: boolean
  /** Knowledge is right less wrong; otherwise the number that is right. */
  readonly product: boolean
  /** k counts superiors who differ from the code less those who do not; otherwise majority less minority. */
  readonly againstCode: boolean
}

const plain = {
  peopleFirst: false,
  peopleStep: false,
  codeSteps: false,
  acts: false,
  product: false,
  againstCode: false,
}

export const rulesOf: Readonly<Record<Preset, Rules>> = {
  text: { ...plain, againstCode: true },
  r: { ...plain, peopleFirst: true },
  basic: { ...plain, peopleStep: true, codeSteps: true, product: true },
  act: { ...plain, peopleStep: true, acts: true, product: true },
}

/** Whether a state may come in which nothing can change any more, and the run is to end there. */
export const canSettle = ({ untilSettled, p3, p4 }: MarchSettings) => untilSettled && p3 === 0 && p4 === 0
