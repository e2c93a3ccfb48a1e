import { burden, counted, learnByDoing, type OrganizationState, tally } from './state.ts'

/**
 * Up the line, unit after unit: whoever leads one hands the inquiry to whom they think best of all below, while there
 * is time to decide. A step up and, where somebody is found, a step down. Whether it was solved.
 */
export function handUp(state: OrganizationState, person: number, domain: number, difficulty: number): boolean {
  const { line, decisions, gone } = state
  for (let unit = line.unitOf[person]!; unit >= 0; unit = line.parent[unit]!) {
    state.steps++
    if (decisions[unit]! === 0) continue
    decisions[unit]!--
    const head = line.head[unit]!
    if (head >= 0 && !gone[head]) burden(state, head)
    const chosen = thoughtBest(state, line.from[unit]!, line.to[unit]!, domain)
    if (chosen < 0) continue
    state.steps++
    if (delegate(state, chosen, domain, difficulty)) return true
  }
  return false
}

function delegate(state: OrganizationState, chosen: number, domain: number, difficulty: number): boolean {
  const { settings, domains, triedFor, capacity, competence, perceived } = state
  triedFor[chosen] = state.problem
  capacity[chosen]!--
  burden(state, chosen)
  tally(state, counted.delegated)
  const at = chosen * domains + domain
  const solves = competence[at]! >= difficulty
  perceived[at]! += settings.adjustment * ((solves ? 1 : 0) - perceived[at]!)
  if (solves) learnByDoing(state, chosen, domain)
  return solves
}

/** Who is thought to know most of those with capacity left and not tried; among equals the first after a random seat. */
function thoughtBest(state: OrganizationState, from: number, to: number, domain: number): number {
  const { line, domains, perceived, capacity, triedFor, problem, gone, luck } = state
  if (from === to) return -1
  const first = from + luck.below(to - from)
  let chosen = -1
  let most = -1
  for (let step = 0; step < to - from; step++) {
    const other = line.seats[first + step < to ? first + step : first + step - to + from]!
    const thought = perceived[other * domains + domain]!
    if (thought <= most || capacity[other]! <= 0 || triedFor[other] === problem || gone[other]) continue
    most = thought
    chosen = other
  }
  return chosen
}
