import {
  adjustedRand,
  communityCount,
  degreeOf,
  discover,
  leiden,
  nmi,
  partitionFrom,
  recursiveLeiden,
  reweighted,
  sizeOf,
  subgraph,
  tieStrengths,
  undirected,
} from '@mortar/graph'
import { timed } from './figures.ts'
import { directedTies, numbersOf, realData, rowsOf, unitsFrom } from './files.ts'
import { type Case, type Report, atLeast, atMost } from './line.ts'
import { wholePath } from './whole-path.ts'

export const realCases: Case[] = [
  { name: 'email-eu-core', run: runEuCore },
  { name: 'cross-parker', run: runCrossParker },
  { name: 'manufacturing-email', run: runManufacturing },
]

const twenty = Array.from({ length: 20 }, (_, at) => at + 1)
const middle = (values: readonly number[]) => values.toSorted((one, other) => one - other)[values.length >> 1]!

/** Recursive Leiden with no parameter, against departments: median of twenty seeds, with those of no tie left out. */
function runEuCore(report: Report): void {
  const ties = realData('email-eu-core', 'email-Eu-core.txt')
  const labels = realData('email-eu-core', 'email-Eu-core-department-labels.txt')
  if (!ties || !labels) return report('no data', null)
  const all = reweighted(undirected(directedTies(ties, 1005)), () => 1)
  const graph = subgraph(
    all,
    Int32Array.from({ length: 1005 }, (_, node) => node).filter((node) => degreeOf(all, node) > 0),
  )
  const departments = unitsFrom(labels, 1005)
  const truth = partitionFrom(graph.kept.map((person) => departments[person]!))
  const runs = twenty.map((seed) => recursiveLeiden(graph, { seed }))
  const nmis = runs.map((run) => nmi(truth, run))
  report('people with ties', graph.nodes)
  report('NMI, median of 20 seeds', middle(nmis), '', atLeast(0.72))
  report('NMI, worst', Math.min(...nmis))
  report('ARI, median of 20 seeds', middle(runs.map((run) => adjustedRand(truth, run))), '', atLeast(0.56))
}

function runCrossParker(report: Report): void {
  const ties = realData('cross-parker', 'manufacturing-info.csv')
  const people = realData('cross-parker', 'manufacturing-nodes.csv')
  if (!ties || !people) return report('no data', null)
  const rows = numbersOf(people)
  const all = undirected(directedTies(ties, rows.length + 1))
  const graph = subgraph(
    all,
    Int32Array.from(rows, ([id]) => id!),
  )
  const sites = partitionFrom(rows.map(([, site]) => site!))
  const worst = (of: typeof leiden) => Math.min(...twenty.map((seed) => nmi(sites, of(graph, { seed }))))
  report('Leiden by site, NMI, worst of 20 seeds', worst(leiden), '', atLeast(1))
  report('recursive Leiden by site, NMI, worst of 20', worst(recursiveLeiden), '', atLeast(1))
}

/** Mail headers and a chart of who reports to whom: branches under the head are units, half-life 90 days. */
async function runManufacturing(report: Report): Promise<void> {
  const mails = realData('manufacturing-email', 'communication.csv')
  const chart = realData('manufacturing-email', 'reportsto.csv')
  if (!mails || !chart) return report('no data', null)
  const { value, seconds } = await timed(async () => {
    const graph = fromMails(mails)
    const units = branches(new Map(numbersOf(chart).map(([id, above]) => [id!, above!])), graph.nodes)
    const [cross, soft] = [await discover(graph, { units }), await discover(graph, { units, form: 'soft' })]
    return { graph, units, cross, soft }
  })
  const withTies = Int32Array.from({ length: value.graph.nodes }, (_, node) => node).filter(
    (node) => degreeOf(value.graph, node) > 0,
  )
  const graph = subgraph(value.graph, withTies)
  const units = partitionFrom(withTies.map((node) => value.units[node]!))
  report('accounts with ties', withTies.length)
  report('branches against recursive Leiden, NMI', nmi(units, recursiveLeiden(graph)))
  for (const [form, { communities }] of [
    ['cross', value.cross],
    ['soft', value.soft],
  ] as const) {
    const sizes = Array.from({ length: communityCount(communities) }, (_, at) => sizeOf(communities, at))
    report(`communities across branches, ${form}`, sizes.length, 'found')
    report(`members of the largest, ${form}`, Math.max(0, ...sizes))
  }
  report('time from files to ties to communities', seconds, 's', atMost(30))
  const path = await wholePath({ chart, mails, from: '2010-01-04', to: '2010-09-26' })
  report('the product, by its command line: people', path.soft.summary.people)
  report('the product: units of the chart', path.soft.summary.units)
  report('the product: communities found, soft', path.soft.found.length, 'found')
  report('the product: communities found, cross', path.cross.found.length, 'found')
  report('chart, traces and search by command line', path.seconds, 's', atMost(30))
}

function fromMails(file: string) {
  const mails = rowsOf(file).map(
    ([from, to, date, time]) => [Number(from), Number(to), Date.parse(`${date}T${time}Z`)] as const,
  )
  const together = new Map<string, number>()
  for (const [from, , at] of mails) together.set(`${from} ${at}`, (together.get(`${from} ${at}`) ?? 0) + 1)
  const last = mails.reduce((latest, [, , at]) => Math.max(latest, at), 0)
  const strengths = tieStrengths()
  for (const [from, to, at] of mails)
    if (from !== to) strengths.add(from, to, (last - at) / 86_400_000, together.get(`${from} ${at}`)!)
  return strengths.build()
}

/** The branch of each person: whom they reach just below the head, who reports to themselves. The rest stand alone. */
function branches(above: ReadonlyMap<number, number>, people: number): Int32Array {
  const branchOf = (person: number): string => {
    let at = person
    for (let steps = 0; steps < above.size; steps++) {
      const next = above.get(at)
      if (next === undefined || next === at) break
      if (above.get(next) === next) return `branch ${at}`
      at = next
    }
    return `alone ${person}`
  }
  return partitionFrom(Array.from({ length: people }, (_, person) => branchOf(person)))
}
