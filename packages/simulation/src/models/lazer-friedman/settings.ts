import * as z from 'zod'
import { choice, count, share } from '../../settings.ts'
import { inputDraws } from '../parts/landscape.ts'

const paper = 'Lazer and Friedman (2007), Administrative Science Quarterly 52'

export const networks = ['line', 'lattice', 'smallWorld', 'random', 'full'] as const

export const LazerFriedmanSettings = z.object({
  network: choice(networks, {
    label: 'lazerFriedman.network',
    meaning:
      'who sees whom: in a line, on a ring with two on each side, that ring with shortcuts, at random, everybody',
    source: paper,
  }),
  people: count({
    label: 'lazerFriedman.people',
    meaning: 'people who look for a solution',
    unit: 'people',
    from: 5,
    to: 200,
    default: 100,
    source: paper,
  }),
  bits: count({
    label: 'lazerFriedman.bits',
    meaning: 'yes-or-no decisions of which a solution consists (N)',
    unit: 'bits',
    from: 2,
    to: 20,
    default: 20,
    source: paper,
  }),
  inputs: count({
    label: 'lazerFriedman.inputs',
    meaning: 'other decisions on which the worth of each depends (K): the ruggedness of the landscape',
    unit: 'bits',
    from: 0,
    to: 7,
    default: 5,
    source: paper,
  }),
  draw: choice(inputDraws, {
    label: 'lazerFriedman.draw',
    meaning:
      'how those inputs are drawn, which the paper does not say: from all with repetition (fits its tables best), from the others with repetition, or distinct',
    source: 'our reading',
  }),
  velocity: share({
    label: 'lazerFriedman.velocity',
    meaning: 'how often somebody looks at their neighbours: a probability a round',
    default: 1,
    source: paper,
  }),
  copyError: share({
    label: 'lazerFriedman.copyError',
    meaning: 'the probability that a bit is not copied when a solution is',
    default: 0,
    source: paper,
  }),
  density: share({
    label: 'lazerFriedman.density',
    meaning: 'the probability of each tie in a random network',
    default: 0.07,
    source: paper,
  }),
  rewired: count({
    label: 'lazerFriedman.rewired',
    meaning: 'ties of the small world that lead elsewhere',
    unit: 'ties',
    from: 0,
    to: 100,
    default: 0,
    source: paper,
  }),
  added: count({
    label: 'lazerFriedman.added',
    meaning: 'ties that the small world has more than the ring',
    unit: 'ties',
    from: 0,
    to: 200,
    default: 10,
    source: paper,
  }),
  periods: count({
    label: 'lazerFriedman.periods',
    meaning: 'rounds at most',
    unit: 'periods',
    from: 1,
    to: 10_000,
    default: 400,
  }),
})

export type LazerFriedmanSettings = z.infer<typeof LazerFriedmanSettings>
