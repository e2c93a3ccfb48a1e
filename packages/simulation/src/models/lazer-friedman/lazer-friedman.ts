import { defineModel } from '../../model.ts'
import { LazerFriedmanSettings } from './settings.ts'
import { type LazerFriedmanState, startLazerFriedman } from './state.ts'
import { isSettled, stepLazerFriedman } from './step.ts'

/** How good a solution is: its worth over that of the best, to the eighth power. */
const score = (worth: number, best: number) => {
  const share = worth / best
  const fourth = share * share * share * share
  return fourth * fourth
}

/**
 * Parallel problem solving: who sees whom decides how long an organization goes on finding better solutions.
 *
 * Source: Lazer and Friedman (2007), Administrative Science Quarterly 52:667-694.
 */
export const lazerFriedman = defineModel<LazerFriedmanSettings, LazerFriedmanState>({
  name: 'lazer-friedman',
  version: 1,
  source:
    'Lazer and Friedman (2007), The network structure of exploration and exploitation, Administrative Science Quarterly 52:667-694',
  settings: LazerFriedmanSettings,
  measures: [
    {
      name: 'score',
      meaning: 'the mean of everybody’s solution, 1 being the best there is',
      unit: 'share',
      better: 'higher',
      of: ({ worth, best }) => worth.reduce((sum, each) => sum + score(each, best), 0) / worth.length,
    },
    {
      name: 'bestScore',
      meaning: 'the best solution that anybody has',
      unit: 'share',
      better: 'higher',
      of: ({ worth, best }) =>
        score(
          worth.reduce((most, each) => Math.max(most, each), 0),
          best,
        ),
    },
    {
      name: 'solutions',
      meaning: 'how many different solutions there are',
      unit: 'solutions',
      better: 'neither',
      of: ({ solutions }) => new Set(solutions).size,
    },
    {
      name: 'meanDistance',
      meaning: 'steps between two people on average; pairs that cannot meet count 0',
      unit: 'steps',
      better: 'neither',
      of: ({ meanDistance }) => meanDistance,
    },
    {
      name: 'pieces',
      meaning: 'pieces of the network that have no tie between them',
      unit: 'pieces',
      better: 'neither',
      of: ({ pieces }) => pieces,
    },
    { name: 'periods', meaning: 'rounds that passed', unit: 'periods', better: 'neither', of: ({ period }) => period },
  ],
  start: startLazerFriedman,
  step: stepLazerFriedman,
  isOver: (state) => state.period >= state.settings.periods || isSettled(state),
})
