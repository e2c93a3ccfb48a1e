import { atMost, type Case } from '../discovery/line.ts'
import { communities, runCell } from '@mortar/simulation'
import { medians, secondsOf } from './timing.ts'
import { prototype } from './yardstick.ts'

const [people, domains] = [1000, 20]
/** The prototype weighs everybody for each request, 1,000 periods take it minutes: the ratio is that of fewer periods. */
const [all, few] = [1000, 40]
const ROUNDS = 3

const sparse: Case = {
  name: 'communities',
  async run(report) {
    const dense = await prototype()
    const micro = (seconds: number, periods: number) => (seconds / people / periods) * 1e6
    const ours = (periods: number) => async () => {
      const task = { settings: { structure: 'community', people, domains, periods }, seed: 1, first: 0, count: 1 }
      return micro(await secondsOf(() => runCell(communities, task)), periods)
    }
    const theirs = async () =>
      dense ? micro(await secondsOf(() => dense('community', 1, { N: people, K: domains, T: few })), few) : NaN
    const { of, ratio } = await medians({ all: ours(all), few: ours(few), dense: theirs }, [['few', 'dense']], ROUNDS)
    report('an agent and period, 1,000 x 20 x 1,000', of.all, 'us')
    report('an agent and period, 40 periods', of.few, 'us')
    report('the same in the prototype', dense ? of.dense : null, 'us')
    report('sparse / dense', dense ? ratio('few', 'dense') : null, '', atMost(0.2))
  },
}

export const communitiesCases: readonly Case[] = [sparse]
