import { fullFactorial } from '../../experiment/design.ts'
import { march } from '../../models/march/march.ts'
import { sqrt } from '../../random/exp.ts'
import { curve } from '../curve.ts'
import type { Study } from '../study.ts'

const p1s = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]
// Read off the figure of Workiewicz's replication, 100,000 runs, by p2; reading error .0015.
const figure1 = new Map([
  [0.1, [0.863, 0.819, 0.803, 0.799, 0.799, 0.8015, 0.805, 0.809, 0.812]],
  [0.5, [0.953, 0.908, 0.87, 0.837, 0.81, 0.787, 0.769, 0.753, 0.74]],
  [0.9, [0.973, 0.941, 0.907, 0.8735, 0.84, 0.809, 0.78, 0.753, 0.729]],
])
const READING = 0.0015

export const marchFigure1: Study = {
  name: 'march-figure-1',
  model: march,
  title: 'March 1991, figure 1: what is known in equilibrium, by how fast people and code learn',
  source:
    'Workiewicz (2019), replication of figure 1 with 100,000 runs, digitised with a reading error of .0015. The original figure was not readable to us. Scale: right less wrong',
  settings: { preset: 'act' },
  cells: fullFactorial({ p2: [...figure1.keys()], p1: p1s }),
  runs: { full: 4000, quick: 100 },
  check: (found) =>
    [...figure1].flatMap(([p2, published]) =>
      p1s.map((p1, at) =>
        found.near(`p1 ${p1}, p2 ${p2}`, published[at]!, found.tally({ p2, p1 }, 'codeScore'), { error: READING }),
      ),
    ),
  figures: (found) => [
    {
      x: 'p1',
      measure: 'codeScore',
      curves: [...figure1].map(([p2, published]) =>
        curve(
          found,
          { setting: 'p2', value: p2 },
          'codeScore',
          p1s.map((p1, at) => [p1, { p2, p1 }, published[at]!] as const),
        ),
      ),
    },
  ],
}

const rates = [0.1, 0.3, 0.5, 0.7, 0.9]
type Preset = 'act' | 'text' | 'basic'
// Rows p1, columns p2, of rates. Means of 10,000 (act) and 4,000 runs of an independent program in C.
const grids: Readonly<Record<Preset, { runs: number; rows: readonly (readonly number[])[] }>> = {
  act: {
    runs: 10_000,
    rows: [
      [0.9314, 0.9663, 0.9766, 0.9822, 0.9865],
      [0.9011, 0.9214, 0.9348, 0.945, 0.9532],
      [0.9002, 0.8998, 0.9051, 0.9125, 0.9201],
      [0.9033, 0.888, 0.8849, 0.885, 0.8895],
      [0.9059, 0.8828, 0.8712, 0.8638, 0.8652],
    ],
  },
  text: {
    runs: 4000,
    rows: [
      [0.757, 0.8028, 0.8341, 0.8509, 0.8641],
      [0.6934, 0.7289, 0.767, 0.7937, 0.8112],
      [0.675, 0.6898, 0.7233, 0.7458, 0.7627],
      [0.6721, 0.6688, 0.6919, 0.7085, 0.721],
      [0.6687, 0.6557, 0.6693, 0.6842, 0.6899],
    ],
  },
  basic: {
    runs: 4000,
    rows: [
      [0.8674, 0.8828, 0.8797, 0.8775, 0.8766],
      [0.8763, 0.8677, 0.8597, 0.8539, 0.8514],
      [0.8865, 0.8642, 0.8516, 0.8414, 0.8339],
      [0.8924, 0.8676, 0.8503, 0.8355, 0.8237],
      [0.8966, 0.8702, 0.8487, 0.8329, 0.8187],
    ],
  },
}

export const marchGrid: Study = {
  name: 'march-grid',
  model: march,
  title: 'March 1991: the share right in equilibrium by three readings of the paper',
  source: 'Means of an independent program in C, 10,000 runs for act and 4,000 for text and basic. Scale: share right',
  settings: {},
  cells: fullFactorial({ preset: Object.keys(grids), p1: rates, p2: rates }),
  runs: { full: 4000, quick: 60 },
  check: (found) =>
    Object.entries(grids).flatMap(([preset, { runs, rows }]) =>
      rates.flatMap((p1, row) =>
        rates.map((p2, column) => {
          const ours = found.tally({ preset, p1, p2 }, 'codeRight')
          const error = ours.deviation / sqrt(runs)
          return found.near(`${preset}, p1 ${p1}, p2 ${p2}`, rows[row]![column]!, ours, { error })
        }),
      ),
    ),
}
