import { defineModel } from '../../model.ts'
import { fitOf } from '../parts/practice.ts'
import { DiffusionSettings } from './settings.ts'
import { type DiffusionState, startDiffusion } from './state.ts'
import { reached, stepDiffusion } from './step.ts'

/**
 * How a practice spreads over ties: from one example or only from several, adapted on the way, forgotten again.
 *
 * Source: after Granovetter (1978), American Journal of Sociology 83(6):1420-1443, and Centola and Macy (2007), 113(3):702-734.
 */
export const diffusion = defineModel<DiffusionSettings, DiffusionState>({
  name: 'diffusion',
  version: 1,
  source:
    'after Granovetter (1978), Threshold models of collective behavior, American Journal of Sociology 83(6):1420-1443, and Centola and Macy (2007), Complex contagions and the weakness of long ties, 113(3):702-734; adaptation and forgetting are ours',
  settings: DiffusionSettings,
  measures: [
    {
      name: 'practising',
      meaning: 'the share of people who practise it now',
      unit: 'share',
      better: 'higher',
      of: ({ adopted, people }) => adopted / people,
    },
    {
      name: 'reach',
      meaning: 'the share of people who ever practised it',
      unit: 'share',
      better: 'higher',
      of: (state) => reached(state) / state.people,
    },
    {
      name: 'halfAt',
      meaning: 'the period in which it had reached half of all; the last one where it has not',
      unit: 'periods',
      better: 'lower',
      of: ({ halfAt, settings }) => (halfAt < 0 ? settings.periods : halfAt),
    },
    {
      name: 'fit',
      meaning: 'how well it fits the contexts of those who practise it: 1 wholly',
      unit: 'share',
      better: 'higher',
      of: ({ practises, variant, context, adopted, people }) => {
        let sum = 0
        for (let person = 0; person < people; person++)
          if (practises[person]) sum += fitOf(variant[person]!, context[person]!, 1)
        return adopted === 0 ? NaN : sum / adopted
      },
    },
    {
      name: 'adaptations',
      meaning: 'how often it was adapted, for each person',
      unit: 'times',
      better: 'neither',
      of: ({ adaptations, people }) => adaptations / people,
    },
    {
      name: 'dropped',
      meaning: 'how often it was dropped, for each person',
      unit: 'times',
      better: 'lower',
      of: ({ dropped, people }) => dropped / people,
    },
    { name: 'periods', meaning: 'periods that passed', unit: 'periods', better: 'neither', of: ({ period }) => period },
  ],
  start: startDiffusion,
  step: stepDiffusion,
  isOver: ({ open, period, settings, adopted }) => !open || adopted === 0 || period >= settings.periods,
})
