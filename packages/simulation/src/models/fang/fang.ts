import { defineModel } from '../../model.ts'
import { FangSettings } from './settings.ts'
import { blocksOf, type FangState, startFang } from './state.ts'
import { payAll, stepFang } from './step.ts'

/**
 * Semi-isolated groups: some ties across groups keep good ideas alive and let them travel; too many make all alike.
 *
 * Source: a reconstruction after Fang, Lee and Schilling (2010), Organization Science 21(3):625-642.
 */
export const fang = defineModel<FangSettings, FangState>({
  name: 'fang',
  version: 1,
  source:
    'A reconstruction after Fang, Lee and Schilling (2010), Balancing exploration and exploitation through structural design, Organization Science 21(3):625-642',
  settings: FangSettings,
  measures: [
    {
      name: 'payoff',
      meaning: 'what people’s beliefs pay on average, of 100 for being right in every block',
      unit: 'percent',
      better: 'higher',
      of: (state) => {
        payAll(state)
        const sum = state.payoff.reduce((total, each) => total + each, 0)
        return (100 * sum) / (state.payoff.length * blocksOf(state.settings) * state.settings.block)
      },
    },
    {
      name: 'bestPayoff',
      meaning: 'what the beliefs of the best pay',
      unit: 'percent',
      better: 'higher',
      of: (state) => {
        payAll(state)
        const best = state.payoff.reduce((most, each) => Math.max(most, each), 0)
        return (100 * best) / (blocksOf(state.settings) * state.settings.block)
      },
    },
    {
      name: 'minds',
      meaning: 'how many different sets of beliefs there are',
      unit: 'minds',
      better: 'neither',
      of: ({ plus, minus, words, payoff }) =>
        new Set(
          Array.from(payoff, (_, person) =>
            [
              ...plus.subarray(person * words, (person + 1) * words),
              ...minus.subarray(person * words, (person + 1) * words),
            ].join(),
          ),
        ).size,
    },
    {
      name: 'crossing',
      meaning: 'the share of ties that cross groups',
      unit: 'share',
      better: 'neither',
      of: ({ crossing }) => crossing,
    },
    { name: 'periods', meaning: 'periods that passed', unit: 'periods', better: 'neither', of: ({ period }) => period },
  ],
  start: startFang,
  step: stepFang,
  isOver: ({ settings, period, open }) =>
    period >= settings.periods || (!open && settings.turnover === 0 && settings.turbulence === 0),
})
