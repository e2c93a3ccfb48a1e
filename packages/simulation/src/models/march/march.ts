import { defineModel } from '../../model.ts'
import { marchInBits } from './bits.ts'
import { canSettle, MarchSettings } from './settings.ts'
import { type MarchState, startMarch } from './state.ts'
import { isSettled, stepMarch } from './step.ts'

/**
 * Exploration and exploitation in organizational learning: people learn from a code, the code from those who know
 * better.
 *
 * Source: March (1991), Organization Science 2(1):71-87; the readings in `presets`.
 */
export const march = defineModel<MarchSettings, MarchState>({
  name: 'march',
  version: 1,
  source: 'March (1991), Exploration and exploitation in organizational learning, Organization Science 2(1):71-87',
  settings: MarchSettings,
  measures: [
    {
      name: 'codeScore',
      meaning: 'what the code knows: right less wrong, of all dimensions',
      unit: 'score',
      better: 'higher',
      of: ({ code, reality }) => sumOf(code, (says, at) => says * reality[at]!) / code.length,
    },
    {
      name: 'codeRight',
      meaning: 'the share of dimensions in which the code is right',
      unit: 'share',
      better: 'higher',
      of: ({ code, reality }) => sumOf(code, (says, at) => (says === reality[at] ? 1 : 0)) / code.length,
    },
    {
      name: 'peopleRight',
      meaning: 'the share of dimensions in which people are right, on average',
      unit: 'share',
      better: 'higher',
      of: (state) => rightOf(state, 0, state.settings.people),
    },
    {
      name: 'slowRight',
      meaning: 'the same of those who learn at speed p1',
      unit: 'share',
      better: 'higher',
      of: (state) => rightOf(state, state.others, state.settings.people),
    },
    {
      name: 'othersRight',
      meaning: 'the same of those who learn at the other speed',
      unit: 'share',
      better: 'higher',
      of: (state) => rightOf(state, 0, state.others),
    },
    {
      name: 'periods',
      meaning: 'periods that passed',
      unit: 'periods',
      better: 'neither',
      of: ({ period }) => period,
    },
    {
      name: 'settled',
      meaning: '1 if nothing can change any more',
      unit: 'share',
      better: 'neither',
      of: (state) => (isSettled(state) ? 1 : 0),
    },
  ],
  start: startMarch,
  step: stepMarch,
  isOver: (state) => state.period >= state.settings.periods || (canSettle(state.settings) && isSettled(state)),
  quick: (settings) => (settings.dimensions <= 32 ? (chance, into) => marchInBits(settings, chance, into) : undefined),
})

function sumOf(values: Int8Array, term: (value: number, at: number) => number): number {
  let sum = 0
  for (let at = 0; at < values.length; at++) sum += term(values[at]!, at)
  return sum
}

/** Of people from … to; NaN where there are none. */
function rightOf({ beliefs, reality }: MarchState, from: number, to: number): number {
  const dimensions = reality.length
  let right = 0
  for (let person = from; person < to; person++)
    for (let at = 0; at < dimensions; at++) if (beliefs[person * dimensions + at] === reality[at]) right++
  return right / (to - from) / dimensions
}
