import { defineModel } from '../../model.ts'
import { communitiesMeasures } from './measures.ts'
import { CommunitiesSettings } from './settings.ts'
import { type CommunitiesState, startCommunities } from './state.ts'
import { stepCommunities } from './step.ts'

/**
 * Hierarchy against communities: people meet a flow of problems and ask each other, or hand them up. A reconstruction,
 * named DY-R1: the question and the conclusions are published, the equations are ours.
 *
 * Source: after Dupouët and Yildizoglu (2006), Journal of Economic Behavior and Organization 61:668-690.
 */
export const communities = defineModel<CommunitiesSettings, CommunitiesState>({
  name: 'communities',
  version: 1,
  source:
    'reconstruction DY-R1, ours, after the abstract of Dupouët and Yildizoglu (2006), Organizational performance in hierarchies and communities of practice, Journal of Economic Behavior and Organization 61:668-690',
  settings: CommunitiesSettings,
  measures: communitiesMeasures,
  start: startCommunities,
  step: stepCommunities,
  isOver: ({ period, settings }) => period >= settings.periods,
})
