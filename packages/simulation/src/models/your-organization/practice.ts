import { adapted, fitOf } from '../parts/practice.ts'
import type { OrganizationState } from './state.ts'

/** Some people of one unit, at random, begin with a new practice that was made there. The same whatever is done. */
export function sowPractice(
  { settings, line, people, chance, practises, everPractised, variant, context }: OrganizationState,
  purpose: number,
): void {
  const stream = chance.stream(purpose)
  const unit = line.unitOf[stream.below(people)]!
  const [from, to] = [line.from[unit]!, line.own[unit]!]
  for (let seat = from; seat < Math.min(to, from + settings.practiceSeeds); seat++) {
    const person = line.seats[seat]!
    practises[person] = everPractised[person] = 1
    variant[person] = context[person]!
  }
}

/** Where one helps another and only one of them has the practice, the other meets it. */
export function meetPractice(state: OrganizationState, one: number, other: number): void {
  const { practises } = state
  if (practises[one] === practises[other]) return
  if (practises[one]) meet(state, other, one)
  else meet(state, one, other)
}

function meet(state: OrganizationState, person: number, model: number): void {
  const { settings, encounters, variant, context, practises, everPractised, luck } = state
  encounters[person]!++
  if (settings.contagion === 'complex' && encounters[person]! < settings.thresholdCount) return
  if (!luck.chance(settings.passing * fitOf(variant[model]!, context[person]!, settings.locality))) return
  variant[person] = adapted(variant[model]!, context[person]!, settings.adaptation)
  practises[person] = everPractised[person] = 1
}

export function forgetPractice({ settings, practises, encounters, forgetting }: OrganizationState): void {
  if (settings.forgetting === 0) return
  for (let person = 0; person < practises.length; person++)
    if (forgetting.chance(settings.forgetting) && practises[person]) practises[person] = encounters[person] = 0
}
