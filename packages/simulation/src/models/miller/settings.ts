import * as z from 'zod'
import { count, share } from '../../settings.ts'

const march = 'March (1991), by the reading act'
const paper = 'Miller, Zhao and Calantone (2006), Academy of Management Journal 49; our specification'

export const MillerSettings = z.object({
  side: count({
    label: 'miller.side',
    meaning: 'people along each side of the square in which they live; its edges meet',
    unit: 'people',
    from: 3,
    to: 30,
    default: 10,
    source: paper,
  }),
  dimensions: count({
    label: 'miller.dimensions',
    meaning: 'things about which one can be right or wrong',
    unit: 'dimensions',
    from: 1,
    to: 32,
    default: 30,
    source: march,
  }),
  tacit: share({
    label: 'miller.tacit',
    meaning: 'the share of dimensions that cannot be put into words: the code neither learns nor teaches them',
    default: 0,
    source: paper,
  }),
  p1: share({ label: 'miller.p1', meaning: 'how fast people learn from the code', default: 0.1, source: march }),
  p2: share({ label: 'miller.p2', meaning: 'how fast the code learns from people', default: 0.5, source: march }),
  p5: share({
    label: 'miller.p5',
    meaning: 'how fast people learn from one another: a probability a dimension',
    default: 0.3,
    source: paper,
  }),
  local: share({
    label: 'miller.local',
    meaning: 'the probability a period that somebody looks at their four neighbours',
    default: 1,
    source: paper,
  }),
  distant: share({
    label: 'miller.distant',
    meaning: 'the probability that somebody who found nobody better there looks at four others from anywhere',
    default: 0,
    source: paper,
  }),
  turnover: share({
    label: 'miller.turnover',
    meaning: 'the share of people replaced a period',
    default: 0,
    source: paper,
  }),
  periods: count({
    label: 'miller.periods',
    meaning: 'periods at most',
    unit: 'periods',
    from: 1,
    to: 10_000,
    default: 300,
  }),
})

export type MillerSettings = z.infer<typeof MillerSettings>
