import type { Case } from '../discovery/line.ts'
import { chanceOf, fang, Landscape, lazerFriedman, runCell } from '@mortar/simulation'
import { medians, secondsOf } from './timing.ts'

/** Milliseconds for the best of all 2^20 solutions of a landscape, and for one run once that is known. */
const landscapes: Case = {
  name: 'lazer-friedman',
  async run(report) {
    const kind = { bits: 20, inputs: 5, draw: 'all' } as const
    let replication = 0
    const runs = (network: string) => async () => {
      const task = { settings: { network }, seed: 1, first: 0, count: 10 }
      return (await secondsOf(() => runCell(lazerFriedman, task))) * 100
    }
    const { of } = await medians({
      best: async () =>
        (await secondsOf(() => new Landscape(kind, chanceOf(1, replication++).stream(0)).best())) * 1000,
      line: runs('line'),
      full: runs('full'),
    })
    report('a landscape and its best of 2^20', of.best, 'ms')
    report('a run on the line', of.line, 'ms')
    report('a run on the full network', of.full, 'ms')
  },
}

const groups: Case = {
  name: 'fang',
  async run(report) {
    const task = { settings: { beta: 0.15 }, seed: 1, first: 0, count: 5 }
    const { of } = await medians({ run: async () => (await secondsOf(() => runCell(fang, task))) * 200 })
    report('a run of 280 people', of.run, 'ms')
  },
}

export const networkCases: readonly Case[] = [landscapes, groups]
