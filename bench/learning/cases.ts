import { sentToGroups } from '../../server/src/learning/flow/baselines.ts'
import { deliveriesOf, type Figures, figuresOf } from '../../server/src/learning/flow/figures.ts'
import { propose } from '../../server/src/learning/flow/plan.ts'
import type { Rules, Send, World } from '../../server/src/learning/flow/world.ts'
import { atMost, type Case, type Report } from '../discovery/line.ts'
import { organizationWith } from './organization.ts'

const seed = 20
const rules: Rules = { months: 3, minutesPerMonth: 60, cost: 0.01, itemsPerTopic: 2 }
const percent = (share: number | null) => (share === null ? null : 100 * share)

/** A plan as somebody asks for it, from the reading of the regions to its figures. */
const plan: Case = {
  name: 'learning plan',
  async run(report) {
    const { world, departments } = organizationWith(0.3, seed)
    const began = performance.now()
    const proposal = await propose(world, rules)
    const figures = figuresOf(world, deliveriesOf(world, proposal.sends), rules.months)
    report('10,000 people, 400 topics, 2,000 items', (performance.now() - began) / 1000, 's', atMost(30))
    report(`gap to the bound, decided ${proposal.how}`, percent(proposal.gap), '%')
    report('sends', proposal.sends.length)
    report('reach', percent(figures.reach), '%')
    report('precision', percent(figures.precision), '%')
    report('superfluous', percent(figures.superfluous), '%')
    report('minutes a month of each person reached', figures.load, 'min')
    report('most minutes of one person in a month', figures.mostLoad, 'min', atMost(rules.minutesPerMonth))
    report('memory of the process', process.memoryUsage().rss / 2 ** 20, 'MB')
    against(report, 'by department', percent(sentToGroups(world, departments, figures.reach, 3).superfluous))
    const everybody = [Int32Array.from({ length: world.people }, (_, person) => person)]
    against(report, 'to everybody', percent(sentToGroups(world, everybody, figures.reach, 3).superfluous))
  },
}

const against = (report: Report, to: string, value: number | null) =>
  report(`superfluous at the same reach, ${to}`, value, '%')

const free: Rules = { months: 1, minutesPerMonth: Infinity, cost: 0.005, itemsPerTopic: 1 }
const reaches = [0.2, 0.4, 0.6, 0.8, 0.9, 0.95]

/**
 * How much is superfluous at each reach, without a limit of load, for needs that follow departments more or less. The
 * plan's most relevant sends come first, as do the departments with the largest share of people concerned.
 */
const curve = (correlation: number): Case => ({
  name: `learning curve ${correlation}`,
  async run(report) {
    const { world, departments, followed } = organizationWith(correlation, seed)
    report("needs follow departments (Cramér's V)", followed)
    const { sends } = await propose(world, free)
    const upTo = prefixesOf(world, sends)
    for (const wanted of reaches) tellPoint(report, world, departments, upTo(wanted), correlation === 0.3)
    const { sends: all } = await propose(world, { ...free, cost: 0 })
    tellPoint(report, world, departments, figuresOf(world, deliveriesOf(world, all), 1), false, ' (at any price)')
  },
})

function tellPoint(
  report: Report,
  world: World,
  departments: readonly Int32Array[],
  { reach, superfluous }: Figures,
  held: boolean,
  how = '',
): void {
  const everybody = [Int32Array.from({ length: world.people }, (_, person) => person)]
  const department = sentToGroups(world, departments, reach, 1).superfluous
  const at = `reach ${(100 * reach).toFixed(1)}%${how}`
  report(`${at}, superfluous: plan`, percent(superfluous), '%')
  report(`${at}, superfluous: by department`, percent(department), '%')
  report(`${at}, superfluous: to everybody`, percent(sentToGroups(world, everybody, reach, 1).superfluous), '%')
  report(`${at}, plan over by department`, superfluous! / department!, '', held ? atMost(1 / 3) : undefined)
}

/** The figures of as many sends, the most relevant first, as reach so much. */
function prefixesOf(world: World, sends: readonly Send[]): (reach: number) => Figures {
  const alone = deliveriesOf(world, sends)
    .map((delivery) => ({ delivery, share: figuresOf(world, [delivery], 1).superfluous ?? 1 }))
    .sort((one, other) => one.share - other.share)
    .map(({ delivery }) => delivery)
  return (reach) => {
    let [low, high] = [0, alone.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (figuresOf(world, alone.slice(0, middle), 1).reach < reach) low = middle + 1
      else high = middle
    }
    return figuresOf(world, alone.slice(0, low), 1)
  }
}

export const cases: readonly Case[] = [plan, ...[0, 0.3, 0.6, 0.9].map(curve)]
