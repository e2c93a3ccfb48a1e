import { defineModel } from '../../model.ts'
import { bitCount } from '../parts/lanes.ts'
import { MillerSettings } from './settings.ts'
import { type MillerState, startMiller } from './state.ts'
import { isSettled, stepMiller } from './step.ts'

/**
 * People learn from a code, from neighbours and from afar, and some of what they know cannot be put into words.
 *
 * Source: our specification after Miller, Zhao and Calantone (2006), Academy of Management Journal 49:709-722.
 */
export const miller = defineModel<MillerSettings, MillerState>({
  name: 'miller',
  version: 1,
  source:
    'Our specification after Miller, Zhao and Calantone (2006), Adding interpersonal learning and tacit knowledge to March’s model, Academy of Management Journal 49:709-722',
  settings: MillerSettings,
  measures: [
    {
      name: 'codeRight',
      meaning: 'the share of all dimensions in which the code is right',
      unit: 'share',
      better: 'higher',
      of: ({ codePlus, codeMinus, reality, settings }) =>
        bitCount((codePlus & reality) | (codeMinus & ~reality)) / settings.dimensions,
    },
    {
      name: 'peopleRight',
      meaning: 'the share of dimensions in which people are right, on average',
      unit: 'share',
      better: 'higher',
      of: (state) => rightIn(state, state.lanes),
    },
    {
      name: 'explicitRight',
      meaning: 'the same of what can be put into words',
      unit: 'share',
      better: 'higher',
      of: (state) => rightIn(state, state.explicit),
    },
    {
      name: 'tacitRight',
      meaning: 'the same of what cannot',
      unit: 'share',
      better: 'higher',
      of: (state) => rightIn(state, state.lanes & ~state.explicit),
    },
    { name: 'periods', meaning: 'periods that passed', unit: 'periods', better: 'neither', of: ({ period }) => period },
  ],
  start: startMiller,
  step: stepMiller,
  isOver: (state) => state.period >= state.settings.periods || (state.settings.turnover === 0 && isSettled(state)),
})

/** NaN where there are no such dimensions. */
function rightIn({ plus, minus, reality }: MillerState, lanes: number): number {
  let right = 0
  for (let person = 0; person < plus.length; person++)
    right += bitCount(((plus[person]! & reality) | (minus[person]! & ~reality)) & lanes)
  return right / plus.length / bitCount(lanes)
}
