import * as z from 'zod'
import { count, share } from '../../settings.ts'

const recalled =
  'rules recalled from Fang, Lee and Schilling (2010), Organization Science 21(3); not checked in the paper'

export const FangSettings = z.object({
  groups: count({
    label: 'fang.groups',
    meaning: 'groups in which everybody is tied to everybody',
    unit: 'groups',
    from: 2,
    to: 100,
    default: 40,
    source: recalled,
  }),
  groupSize: count({
    label: 'fang.groupSize',
    meaning: 'people in each group',
    unit: 'people',
    from: 2,
    to: 20,
    default: 7,
    source: recalled,
  }),
  dimensions: count({
    label: 'fang.dimensions',
    meaning: 'things about which one can be right or wrong; whole blocks only count',
    unit: 'dimensions',
    from: 5,
    to: 200,
    default: 100,
    source: recalled,
  }),
  block: count({
    label: 'fang.block',
    meaning: 'dimensions that pay only when all of them are right: the complexity of the task',
    unit: 'dimensions',
    from: 1,
    to: 10,
    default: 5,
    source: recalled,
  }),
  beta: share({
    label: 'fang.beta',
    meaning: 'the probability that a tie inside a group leads to another group instead',
    default: 0.1,
    source: recalled,
  }),
  learning: share({
    label: 'fang.learning',
    meaning: 'how fast a belief follows the majority of better contacts: a probability a period and dimension',
    default: 0.3,
    source: recalled,
  }),
  turnover: share({
    label: 'fang.turnover',
    meaning: 'the share of people replaced a period',
    default: 0,
    source: recalled,
  }),
  turbulence: share({
    label: 'fang.turbulence',
    meaning: 'the probability a period that a dimension of reality turns',
    default: 0,
    source: recalled,
  }),
  periods: count({
    label: 'fang.periods',
    meaning: 'periods at most',
    unit: 'periods',
    from: 1,
    to: 10_000,
    default: 1000,
  }),
})

export type FangSettings = z.infer<typeof FangSettings>
