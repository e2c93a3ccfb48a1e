import type { Cell } from '../../experiment/design.ts'
import { communities } from '../../models/communities/communities.ts'
import { sqrt } from '../../random/exp.ts'
import { curve, type Place } from '../curve.ts'
import type { Difference, Found, Study } from '../study.ts'
import { RUNS_BEHIND, type Row, table7 } from './figures.ts'

const reconstruction =
  'DY-R1 is a reconstruction of ours: of Dupouët and Yildizoglu (2006) only the abstract could be read, and these rules were made so that they can show it'

const at = (row: Pick<Row, 'settings'>, periods: number): Cell => ({ ...row.settings, periods })

/** The same rules in two programs that share no line and no generator. */
export const communitiesTable7: Study = {
  name: 'communities-table-7',
  model: communities,
  title: 'DY-R1: what the reconstruction gives, in two independent programs',
  source: `Prototype with dense matrices, 30 runs a value, spread between runs from 100. ${reconstruction}`,
  settings: {},
  cells: table7.flatMap((row) =>
    [...new Set(row.figures.map(({ period }) => period))].map((period) => at(row, period)),
  ),
  runs: { full: 40, quick: 4 },
  check: (found) =>
    table7.flatMap((row) =>
      row.figures.map(({ measure, period, value, deviation }) => {
        const { mean, count } = found.tally(at(row, period), measure)
        const errorOf = (runs: number) => deviation / sqrt(runs)
        const what = `${row.name}: ${measure}, period ${period}`
        return found.near(what, value, { mean, count, error: errorOf(count) }, { error: errorOf(RUNS_BEHIND) })
      }),
    ),
  figures: (found) => [overTime(found, 'solved'), overTime(found, 'competence')],
}

const structures = ['mixed', 'hierarchy', 'community', 'alone']

/** One measure under each structure, where nothing else is set. */
function overTime(found: Found, measure: string) {
  const plain = table7.filter(({ settings }) => Object.keys(settings).join() === 'structure')
  const curves = structures.flatMap((value) => {
    const row = plain.find(({ settings }) => settings.structure === value)
    const figures = row?.figures.filter((figure) => figure.measure === measure) ?? []
    const places = figures.map(({ period, value: known }): Place => [period, at(row!, period), known])
    return places.length > 1 ? [curve(found, { setting: 'structure', value }, measure, places)] : []
  })
  return { x: 'periods', measure, curves }
}

const structure = (word: string, periods: number, more: Cell = {}): Cell => ({ structure: word, ...more, periods })
const community = (more: Cell) => structure('community', 1000, more)

/** The conclusions of the abstract, as directions. */
export const communitiesConclusions: Study = {
  name: 'communities-conclusions',
  model: communities,
  title: 'Dupouët and Yildizoglu 2006: the conclusions of the abstract, shown by a reconstruction',
  source: reconstruction,
  settings: {},
  cells: [
    ...['hierarchy', 'community', 'mixed'].flatMap((word) => [200, 1000].map((periods) => structure(word, periods))),
    ...[1, 6].map((requests) => community({ requests })),
    ...[0, 0.9].map((specialization) => community({ specialization })),
    community({ turnover: 0.01 }),
  ],
  runs: { full: 40, quick: 4 },
  check: (found) => {
    const less = (measure: string, one: Cell, other: Cell): Difference => found.pairs(one, other, measure)
    const between = (measure: string, one: string, other: string, periods: number) =>
      less(measure, structure(one, periods), structure(other, periods))
    return [
      above(
        found,
        'in the short run, solved: hierarchy less community, period 200',
        between('solved', 'hierarchy', 'community', 200),
      ),
      above(
        found,
        'in the long run, competence: community less hierarchy',
        between('competence', 'community', 'hierarchy', 1000),
      ),
      above(
        found,
        'communication, solved: 6 requests less 1',
        less('solved', community({ requests: 6 }), community({ requests: 1 })),
      ),
      above(
        found,
        'specialization, solved: 0.9 less 0',
        less('solved', community({ specialization: 0.9 }), community({ specialization: 0 })),
      ),
      above(found, 'both together, solved: mixed less community', between('solved', 'mixed', 'community', 1000)),
      above(
        found,
        'both together, competence: mixed less hierarchy',
        between('competence', 'mixed', 'hierarchy', 1000),
      ),
      above(
        found,
        'turnover, strong ties: none less 0.01',
        less('strongTies', community({}), community({ turnover: 0.01 })),
      ),
    ]
  },
}

const above = (found: Found, what: string, difference: Difference) => found.above(what, 0, difference)
