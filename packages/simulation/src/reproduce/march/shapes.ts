import { type Cell, fullFactorial, steps } from '../../experiment/design.ts'
import { march } from '../../models/march/march.ts'
import { curve } from '../curve.ts'
import type { Found, Line, Study } from '../study.ts'

const described = 'Shapes as described by the replications of March’s figures by the reading act'
const shares = steps(0, 1, 0.1)
const mixed = (others: number): Cell => ({ others, p1: 0.1 })
// The middle, and the end at which all are quick either way; the other end is one and the same setting.
const compared = [0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 1]
// The same mean speed for all.
const uniform = (others: number): Cell => ({ others: 0, p1: Number((0.1 + 0.8 * others).toPrecision(12)) })

export const marchFigure2: Study = {
  name: 'march-figure-2',
  model: march,
  title: 'March 1991, figure 2: different speeds of learning against one speed of the same mean',
  source: described,
  settings: { preset: 'act', p2: 0.5, p1OfOthers: 0.9 },
  cells: compared.flatMap((share) => [mixed(share), uniform(share)]),
  runs: { full: 4000, quick: 100 },
  check: (found) =>
    compared.map((share) => {
      const what = `mixed less uniform, ${share} of people quick`
      const pairs = found.pairs(mixed(share), uniform(share), 'codeScore')
      return share === 1 ? found.nearDifference(what, 0, pairs) : found.above(what, 0, pairs)
    }),
  figures: (found) => {
    const over = (word: string, cellOf: (share: number) => Cell) =>
      curve(
        found,
        word,
        'codeScore',
        compared.map((share) => [share, cellOf(share)] as const),
      )
    return [{ x: 'others', measure: 'codeScore', curves: [over('mixed', mixed), over('uniform', uniform)] }]
  },
}

const inTwenty = { preset: 'act', p2: 0.5, periods: 20, untilSettled: false }

export const marchFigure3: Study = {
  name: 'march-figure-3',
  model: march,
  title: 'March 1991, figure 3: what slow and quick learners know after 20 periods, by how many are quick',
  source: described,
  settings: { ...inTwenty, p1: 0.1, p1OfOthers: 0.9 },
  cells: shares.map((others) => ({ others })),
  runs: { full: 4000, quick: 200 },
  check: (found) => {
    const gain = (what: string, one: Cell, other: Cell, measure: string) =>
      found.above(what, 0, found.pairs(one, other, measure))
    const quicker = shares.slice(1, -1).map((others): Line => {
      const [quick, slow] = ['othersRight', 'slowRight'].map((name) => found.tally({ others }, name))
      const difference = quick!.mean - slow!.mean
      const error = quick!.error + slow!.error
      return found.above(`quick less slow, ${others} quick`, 0.1, { difference, error, pairs: quick!.count })
    })
    return [
      ...quicker,
      gain('slow learners: half quick less none', { others: 0.5 }, { others: 0 }, 'slowRight'),
      gain('quick learners: half quick less all', { others: 0.5 }, { others: 1 }, 'othersRight'),
    ]
  },
  figures: (found) => {
    // Without anybody of a kind there is nothing to measure of it.
    const over = (word: string, measure: string, among: readonly number[]) =>
      curve(
        found,
        word,
        measure,
        among.map((others) => [others, { others }] as const),
      )
    const curves = [over('quick', 'othersRight', shares.slice(1)), over('slow', 'slowRight', shares.slice(0, -1))]
    return [{ x: 'others', measure: 'peopleRight', curves }]
  },
}

const turnovers = steps(0, 1, 0.1)

export const marchFigure4: Study = {
  name: 'march-figure-4',
  model: march,
  title: 'March 1991, figure 4: what the code knows after 20 periods, by turnover',
  source: described,
  settings: inTwenty,
  cells: fullFactorial({ p1: [0.1, 0.9], p3: turnovers }),
  runs: { full: 4000, quick: 200 },
  check: (found) => {
    const less = (what: string, p1: number, one: number, other: number) =>
      found.above(what, 0, found.pairs({ p1, p3: one }, { p1, p3: other }, 'codeScore'))
    return [
      ...[0.1, 0.3, 0.5, 1].map((p3) => less(`slow learners: no turnover less ${p3}`, 0.1, 0, p3)),
      less('quick learners: turnover 0.3 less none', 0.9, 0.3, 0),
      less('quick learners: turnover 0.3 less 0.7', 0.9, 0.3, 0.7),
      peak(found),
    ]
  },
  figures: (found) => [
    {
      x: 'p3',
      measure: 'codeScore',
      curves: [0.1, 0.9].map((p1) =>
        curve(
          found,
          { setting: 'p1', value: p1 },
          'codeScore',
          turnovers.map((p3) => [p3, { p1, p3 }] as const),
        ),
      ),
    },
  ],
}

function peak(found: Found): Line {
  const known = turnovers.map((p3) => found.tally({ p1: 0.9, p3 }, 'codeScore'))
  const most = Math.max(...known.map(({ mean }) => mean))
  const at = known.findIndex(({ mean }) => mean === most)
  const best = turnovers[at]!
  const holds = best > 0.15 && best < 0.45
  return found.line('quick learners: the turnover that is best', 'near 0.3', best, 0.1, holds, known[at]!.count)
}

const moments = [10, 20, 30, 40, 50, 60, 70, 80, 90, 100]

export const marchFigure5: Study = {
  name: 'march-figure-5',
  model: march,
  title: 'March 1991, figure 5: what the code knows in a turbulent world, with and without turnover',
  source: described,
  settings: { preset: 'act', p1: 0.5, p2: 0.5, p4: 0.02, untilSettled: false },
  cells: fullFactorial({ p3: [0, 0.1], periods: moments }),
  runs: { full: 4000, quick: 200 },
  check: (found) => {
    const pairs = (one: Cell, other: Cell) => found.pairs(one, other, 'codeRight')
    const last = found.tally({ p3: 0, periods: 100 }, 'codeRight')
    return [
      found.above('without turnover: period 10 less 50', 0.1, pairs({ p3: 0, periods: 10 }, { p3: 0, periods: 50 })),
      found.above('without turnover: period 50 less 100', 0, pairs({ p3: 0, periods: 50 }, { p3: 0, periods: 100 })),
      found.near('without turnover: nothing is known at period 100', 0.5, last, { noise: 0.03 }),
      found.above(
        'with turnover less without, period 100',
        0.1,
        pairs({ p3: 0.1, periods: 100 }, { p3: 0, periods: 100 }),
      ),
      found.nearDifference(
        'with turnover: period 100 less 50',
        0,
        pairs({ p3: 0.1, periods: 100 }, { p3: 0.1, periods: 50 }),
        0.01,
      ),
    ]
  },
  figures: (found) => [
    {
      x: 'periods',
      measure: 'codeRight',
      curves: [0, 0.1].map((p3) =>
        curve(
          found,
          { setting: 'p3', value: p3 },
          'codeRight',
          moments.map((periods) => [periods, { p3, periods }] as const),
        ),
      ),
    },
  ],
}
