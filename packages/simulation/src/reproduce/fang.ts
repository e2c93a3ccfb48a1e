import { fullFactorial } from '../experiment/design.ts'
import { fang } from '../models/fang/fang.ts'
import { curve } from './curve.ts'
import type { Found, Line, Study } from './study.ts'

const betas = [0, 0.05, 0.1, 0.15, 0.2, 0.3, 0.5, 0.7, 1]

export const fangConditions: Study = {
  name: 'fang-conditions',
  model: fang,
  title: 'Fang, Lee and Schilling 2010: the payoff by how many ties cross groups',
  source:
    'Abstract: moderate linking across groups gives the highest performance in equilibrium. Bounds from an independent program by the recalled rules',
  settings: {},
  cells: fullFactorial({ beta: betas }),
  runs: { full: 400, quick: 16 },
  check: (found) => [
    peak(found),
    gap(found, 0.15, 10),
    below(found, 'payoff without ties across groups', { beta: 0 }, 10),
    gap(found, 0.2, 0),
    ...falls(found),
  ],
  figures: (found) => [
    {
      x: 'beta',
      measure: 'payoff',
      curves: [
        curve(
          found,
          'all',
          'payoff',
          betas.map((beta) => [beta, { beta }] as const),
        ),
      ],
    },
  ],
}

function gap(found: Found, beta: number, bound: number): Line {
  const { difference, error, pairs } = found.pairs({ beta }, { beta: 1 }, 'payoff')
  return found.line(`payoff at ${beta} less at 1`, `> ${bound}`, difference, 4 * error, difference > bound, pairs)
}

function peak(found: Found): Line {
  const means = betas.map((beta) => found.tally({ beta }, 'payoff'))
  const most = Math.max(...means.map(({ mean }) => mean))
  const at = means.findIndex(({ mean }) => mean === most)
  const best = betas[at]!
  return found.line(
    'beta at which the payoff is highest',
    '0.1 to 0.2',
    best,
    0.05,
    best >= 0.1 && best <= 0.2,
    means[at]!.count,
  )
}

function below(found: Found, what: string, cell: { beta: number }, bound: number): Line {
  const { mean, error, count } = found.tally(cell, 'payoff')
  return found.line(what, `< ${bound}`, mean, 4 * error, mean + 4 * error < bound, count)
}

/** Beyond 0.2 no step up that is more than chance. */
const falls = (found: Found): Line[] =>
  [0.2, 0.3, 0.5, 0.7].map((beta) => {
    const next = betas[betas.indexOf(beta) + 1]!
    const { difference, error, pairs } = found.pairs({ beta }, { beta: next }, 'payoff')
    return found.line(
      `payoff at ${beta} less at ${next}`,
      '>= 0',
      difference,
      4 * error,
      difference > -4 * error,
      pairs,
    )
  })
