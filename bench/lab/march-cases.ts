import { atMost, type Case, type Report } from '../discovery/line.ts'
import { alone, exactly, fullFactorial, march, models, runCell, runExperiment } from '@mortar/simulation'
import { nodeCrew } from '@mortar/simulation/node'
import { medians, processorSecondsOf, secondsOf } from './timing.ts'
import { yardstick } from './yardstick.ts'

const rates = [0.1, 0.3, 0.5, 0.7, 0.9]
const cells = fullFactorial({ p1: rates, p2: rates })

/** Microseconds a run of 80 periods, mean over the 25 cells; as the programs in C measure. */
async function microseconds(runs: number, plain: boolean): Promise<number> {
  const seconds = await secondsOf(() => {
    for (const cell of cells) {
      const settings = { ...cell, preset: 'act', periods: 80, untilSettled: false }
      runCell(march, { settings, seed: 1, first: 0, count: runs, plain })
    }
  })
  return (seconds / cells.length / runs) * 1e6
}

const engine: Case = {
  name: 'march-engine',
  async run(report: Report) {
    const plainC = yardstick('march', '-march=native')
    const ours = () => microseconds(40, true)
    const { of, ratio } = await medians({ ours, c: () => plainC?.('bench', 'act', '100') ?? NaN }, [['ours', 'c']])
    report('a run of 80 periods on typed arrays', of.ours, 'us')
    report('the same in plain C', plainC ? of.c : null, 'us')
    report('typed arrays / plain C', plainC ? ratio('ours', 'c') : null, '', atMost(3))
  },
}

const fast: Case = {
  name: 'march-fast',
  async run(report: Report) {
    const plainC = yardstick('march', '-march=native')
    const bitsC = yardstick('march_bits', '-mpopcnt')
    const { of, ratio } = await medians(
      {
        ours: () => microseconds(400, false),
        c: () => plainC?.('bench', 'act', '100') ?? NaN,
        bits: () => bitsC?.('800') ?? NaN,
      },
      [
        ['ours', 'c'],
        ['ours', 'bits'],
      ],
    )
    report('a run of 80 periods, 32 dimensions at a time', of.ours, 'us')
    report('the same in C, 32 at a time', bitsC ? of.bits : null, 'us')
    report('ours / plain C', plainC ? ratio('ours', 'c') : null, '', atMost(0.4))
    report('ours / C, 32 at a time', bitsC ? ratio('ours', 'bits') : null, '', atMost(3.5))
  },
}

const grid: Case = {
  name: 'march-grid',
  async run(report: Report) {
    const experiment = { settings: { preset: 'act' }, cells, seed: 1, runs: exactly(1000) }
    const two = nodeCrew(2)
    const here = alone(models)
    try {
      const { of, ratio } = await medians(
        {
          one: () => secondsOf(() => runExperiment(march, experiment, { crew: here })),
          processor: () => processorSecondsOf(() => runExperiment(march, experiment, { crew: here })),
          two: () => secondsOf(() => runExperiment(march, experiment, { crew: two })),
        },
        [['two', 'one']],
      )
      report('25 cells x 1,000 runs on one thread', of.one, 's', atMost(3.5))
      report('processor time of that', of.processor, 's')
      report('on two workers', of.two, 's')
      report('two workers / one thread', ratio('two', 'one'), '', atMost(0.6))
    } finally {
      await two.end()
    }
  },
}

export const marchCases: readonly Case[] = [engine, fast, grid]
