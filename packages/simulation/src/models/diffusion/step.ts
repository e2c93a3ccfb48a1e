import { pow } from '../../random/exp.ts'
import { adapted, fitOf } from '../parts/practice.ts'
import type { DiffusionState } from './state.ts'

/** One period, all at once: who practises may drop it, who does not may take it up from a contact. */
export function stepDiffusion(state: DiffusionState): void {
  const { people, practises, nextPractises, settings, spreading } = state
  state.open = settings.forgetting > 0
  nextPractises.set(practises)
  for (let person = 0; person < people; person++) {
    if (practises[person]) {
      if (settings.forgetting === 0 || !spreading.chance(settings.forgetting)) continue
      nextPractises[person] = 0
      state.dropped++
      state.adopted--
    } else meetExamples(state, person)
  }
  practises.set(nextPractises)
  state.period++
  if (state.halfAt < 0 && reached(state) >= people / 2) state.halfAt = state.period
}

/** Whoever could be convinced, chance permitting, keeps the run open. */
function meetExamples(state: DiffusionState, person: number): void {
  const { network, practises, settings, threshold, spreading, variant, context } = state
  const [from, to] = [network.offsets[person]!, network.offsets[person + 1]!]
  let examples = 0
  for (let tie = from; tie < to; tie++) examples += practises[network.neighbours[tie]!]!
  if (examples === 0) return
  const enough = Math.max(settings.thresholdCount, threshold[person]! * (to - from))
  if (settings.contagion === 'complex' && examples < enough) return
  const convincing = settings.contagion === 'complex' ? settings.passing : 1 - pow(1 - settings.passing, examples)
  const model = pickExample(state, from, to, examples)
  const probability = convincing * fitOf(variant[model]!, context[person]!, settings.locality)
  if (probability > 0) state.open = true
  if (spreading.chance(probability)) takeUp(state, person, model)
}

/** One of the contacts who practise it, any alike. */
function pickExample(
  { network, practises, spreading }: DiffusionState,
  from: number,
  to: number,
  examples: number,
): number {
  let left = spreading.below(examples)
  for (let tie = from; tie < to; tie++)
    if (practises[network.neighbours[tie]!] && left-- === 0) return network.neighbours[tie]!
  throw new RangeError('There are fewer examples than were counted.')
}

function takeUp(state: DiffusionState, person: number, model: number): void {
  const { settings, variant, context, nextPractises, everPractised } = state
  variant[person] = adapted(variant[model]!, context[person]!, settings.adaptation)
  if (variant[person] !== variant[model]) state.adaptations++
  nextPractises[person] = everPractised[person] = 1
  state.adopted++
}

export const reached = ({ everPractised }: DiffusionState) => everPractised.reduce((sum, ever) => sum + ever, 0)
