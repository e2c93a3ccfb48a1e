import { type CommunitiesState, counted, learnByDoing, tally, unitOf } from './state.ts'

/** The unit's manager hands the problem on inside the unit, then the top manager in the whole: whether it was solved. */
export function handUp(state: CommunitiesState, person: number, domain: number, difficulty: number): boolean {
  const { settings, decisions } = state
  const unit = unitOf(state, person)
  if (decisions[unit]! > 0) {
    decisions[unit]!--
    const from = unit * settings.span
    if (delegate(state, from, Math.min(settings.people, from + settings.span), domain, difficulty)) return true
  }
  if (state.topDecisions === 0) return false
  state.topDecisions--
  return delegate(state, 0, settings.people, domain, difficulty)
}

/** The delegate learns by doing, the manager how good the delegate is; who had the problem learns nothing. */
function delegate(state: CommunitiesState, from: number, to: number, domain: number, difficulty: number): boolean {
  const { settings, triedFor, capacity, competence, perceived } = state
  const chosen = thoughtBest(state, from, to, domain)
  if (chosen < 0) return false
  triedFor[chosen] = state.problem
  capacity[chosen]!--
  tally(state, counted.delegated)
  const at = chosen * settings.domains + domain
  const solves = competence[at]! >= difficulty
  perceived[at]! += settings.adjustment * ((solves ? 1 : 0) - perceived[at]!)
  if (solves) learnByDoing(state, chosen, domain)
  return solves
}

/** Who is thought to know most of those with capacity left and not tried; among equals the first after a random place. */
function thoughtBest(state: CommunitiesState, from: number, to: number, domain: number): number {
  const { settings, perceived, capacity, triedFor, problem, deciding } = state
  const { domains } = settings
  const first = from + deciding.below(to - from)
  let chosen = -1
  let most = -1
  for (let step = 0; step < to - from; step++) {
    const other = first + step < to ? first + step : first + step - to + from
    const thought = perceived[other * domains + domain]!
    if (thought <= most || capacity[other]! <= 0 || triedFor[other] === problem) continue
    most = thought
    chosen = other
  }
  return chosen
}
