import { atMost, type Case, type Report } from '../discovery/line.ts'
import { type Experiment, exactly, runExperiment, yourOrganization } from '@mortar/simulation'
import { nodeCrew } from '@mortar/simulation/node'
import { medians, processorSecondsOf, secondsOf } from './timing.ts'

const [people, periods, replications] = [10_000, 250, 20]
const ROUNDS = 3

const experiment = (runs: number): Experiment => ({
  settings: { people, periods },
  cells: [{ interventions: [{ kind: 'moveUnit', unit: 1000, under: 1001 }] }],
  seed: 1,
  runs: exactly(runs, 1),
})

/** Two replications on one worker and on two, in turn: what else the machine does weighs on both. */
async function ratioOfWorkers(report: Report): Promise<void> {
  const [one, two] = [nodeCrew(1), nodeCrew(2)]
  const processor = { one: 0, two: 0 }
  const on = (name: keyof typeof processor, crew: typeof one) => () =>
    secondsOf(async () => {
      const work = () => runExperiment(yourOrganization, experiment(2), { crew })
      processor[name] += await processorSecondsOf(work)
    })
  try {
    const { of, ratio } = await medians({ one: on('one', one), two: on('two', two) }, [['two', 'one']], ROUNDS)
    report('2 replications on one worker', of.one, 's')
    report('2 replications on two workers', of.two, 's')
    report('two workers / one', ratio('two', 'one'), '', atMost(0.6))
    report('processor time of two workers / of one', processor.two / processor.one)
  } finally {
    await Promise.all([one.end(), two.end()])
  }
}

const whole: Case = {
  name: 'your-organization',
  async run(report) {
    await ratioOfWorkers(report)
    const crew = nodeCrew(2)
    let heard = 0
    try {
      const seconds = await secondsOf(() =>
        runExperiment(yourOrganization, experiment(replications), { crew, onChunk: () => void heard++ }),
      )
      report('10,000 people x 250 periods x 20, two workers', seconds, 's')
      report('times that progress was told', heard, '', { text: '20', holds: (times) => times === replications })
      const signal = { aborted: false }
      const cancelled = await secondsOf(() => {
        setTimeout(() => (signal.aborted = true), 100)
        return runExperiment(yourOrganization, experiment(replications), { crew, signal })
      })
      report('until cancelling had stopped it', cancelled, 's', atMost(seconds / 4))
    } finally {
      await crew.end()
    }
    report('most memory, both workers', process.resourceUsage().maxRSS / 1e6, 'GB', atMost(3))
  },
}

export const organizationCases: readonly Case[] = [whole]
