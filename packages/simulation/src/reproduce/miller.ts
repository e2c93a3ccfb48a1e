import type { Cell } from '../experiment/design.ts'
import { miller } from '../models/miller/miller.ts'
import type { Difference, Found, Study } from './study.ts'

const withoutCode = (p5: number): Cell => ({ p1: 0, p2: 0, p5, periods: 150 })
const tacit = (share: number): Cell => ({ tacit: share })
const busy = (p5: number, turnover: number): Cell => ({ p5, turnover, periods: 100 })
const fast = (p5: number): Cell => ({ p1: 0.9, p5 })

const notBesideACode =
  'By our specification, learning from one another quickly does not lower what is known beside a code; the paper’s own rules were not readable'

export const millerDirections: Study = {
  name: 'miller-directions',
  model: miller,
  title: 'Miller, Zhao and Calantone 2006: directions of effects',
  source:
    'Directions as reported in words; the numbers of the paper were not recovered. Our specification of the rules',
  settings: {},
  cells: [
    ...[0.3, 1].map(withoutCode),
    ...[0, 0.2, 0.5].map(tacit),
    ...[0.1, 0.9].flatMap((p5) => [0, 0.05].map((turnover) => busy(p5, turnover))),
    ...[0.1, 0.9].map(fast),
  ],
  runs: { full: 500, quick: 60 },
  check: (found) => [
    found.above('without a code, people right: p5 0.3 less p5 1', 0, people(found, withoutCode(0.3), withoutCode(1))),
    found.above(
      'beside a code, people right: p1 0.9, p5 0.1 less p5 0.9',
      0,
      people(found, fast(0.1), fast(0.9)),
      notBesideACode,
    ),
    found.above('code right: tacit 0 less tacit 0.2', 0, found.pairs(tacit(0), tacit(0.2), 'codeRight')),
    found.above('code right: tacit 0.2 less tacit 0.5', 0, found.pairs(tacit(0.2), tacit(0.5), 'codeRight')),
    found.above('people right: no turnover less 0.05, p5 0.1', 0, people(found, busy(0.1, 0), busy(0.1, 0.05))),
    found.above('what turnover costs: p5 0.1 less p5 0.9', 0, interaction(found)),
  ],
}

const people = (found: Found, one: Cell, other: Cell) => found.pairs(one, other, 'peopleRight')

function interaction(found: Found): Difference {
  const [slow, quick] = [0.1, 0.9].map((p5) => people(found, busy(p5, 0), busy(p5, 0.05)))
  return { difference: slow!.difference - quick!.difference, error: slow!.error + quick!.error, pairs: slow!.pairs }
}
