import type { Cell } from '../../experiment/design.ts'
import { lazerFriedman } from '../../models/lazer-friedman/lazer-friedman.ts'
import { sqrt } from '../../random/exp.ts'
import type { Study } from '../study.ts'

const networks: readonly (readonly [name: string, cell: Cell])[] = [
  ['full', { network: 'full' }],
  ['line', { network: 'line' }],
  ['lattice', { network: 'lattice' }],
  ['small world', { network: 'smallWorld', rewired: 0, added: 10 }],
  ['random', { network: 'random', density: 0.07 }],
]
// Contests of 1,000 that the network of the row wins against that of the column.
const wins = [
  [0, 26, 50, 88, 138],
  [845, 0, 468, 605, 787],
  [762, 216, 0, 478, 684],
  [632, 132, 222, 0, 557],
  [320, 54, 83, 136, 0],
]
const CONTESTS = 1000
// Scores that differ by less are the same solution.
const TIE = 1e-7

export const lazerFriedmanContests: Study = {
  name: 'lazer-friedman-contests',
  model: lazerFriedman,
  title: 'Lazer and Friedman 2007, table B.1: in how many of 1,000 worlds one network does better than another',
  source: 'Lazer and Friedman (2007), table B.1, 1,000 contests',
  settings: { draw: 'all', periods: 400 },
  cells: networks.map(([, cell]) => cell),
  runs: { full: 1000, quick: 30 },
  check: (found) =>
    networks.flatMap(([one, row], r) =>
      networks.flatMap(([other, column], c) => {
        if (r === c) return []
        const contest = found.pairs(row, column, 'score', TIE)
        const published = wins[r]![c]!
        const share = published / CONTESTS
        const spread = (count: number) => CONTESTS * sqrt((share * (1 - share)) / count)
        const ours = {
          mean: (CONTESTS * contest.wins) / contest.pairs,
          error: spread(contest.pairs),
          count: contest.pairs,
        }
        return [found.near(`${one} beats ${other}, of 1,000`, published, ours, { error: spread(CONTESTS) })]
      }),
    ),
}
