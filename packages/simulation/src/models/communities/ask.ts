import { exp } from '../../random/exp.ts'
import { type CommunitiesState, counted, learnByDoing, STRANGER, tally } from './state.ts'

/** Asks one after the other, nobody twice, until somebody solves it: whether somebody did. */
export function askOthers(state: CommunitiesState, person: number, domain: number, difficulty: number): boolean {
  const { settings, triedFor } = state
  for (let request = 0; request < settings.requests; request++) {
    const other = choose(state, person * settings.domains + domain, person)
    if (other < 0) return false
    triedFor[other] = state.problem
    tally(state, counted.asked)
    if (ask(state, person, other, domain, difficulty)) return true
  }
  return false
}

/** Somebody not yet tried, with a probability that grows with exp(trustCounts * trust); -1 if nobody is left. */
function choose(state: CommunitiesState, row: number, person: number): number {
  const { trust, triedFor, problem, holder, settings, strangerWeight, asking } = state
  let known = 0
  for (let place = trust.start[row]! + trust.length[row]! - 1; place >= trust.start[row]!; place--) {
    const other = trust.who[place]!
    if (trust.since[place] !== holder[other]) trust.drop(row, place)
    else if (triedFor[other] !== problem) known += trust.weight[place]!
  }
  const strangers = settings.people - 1 - trust.length[row]!
  const all = known + strangers * strangerWeight
  if (all === 0) return -1
  let rest = asking.unit() * all
  if (rest >= known && strangers > 0) return stranger(state, row, person)
  const { who, weight } = trust
  let chosen = -1
  for (let place = trust.start[row]!; place < trust.start[row]! + trust.length[row]!; place++) {
    const other = who[place]!
    if (triedFor[other] === problem) continue
    chosen = other
    rest -= weight[place]!
    if (rest < 0) break
  }
  return chosen
}

/** Anybody of whom this row knows nothing. Whoever was tried for this problem is known by now. */
function stranger(state: CommunitiesState, row: number, person: number): number {
  const { trust, marked, asking, settings } = state
  const mark = ++state.mark
  marked[person] = mark
  const from = trust.start[row]!
  for (let place = from; place < from + trust.length[row]!; place++) marked[trust.who[place]!] = mark
  let other = asking.below(settings.people)
  while (marked[other] === mark) other = asking.below(settings.people)
  return other
}

function ask(state: CommunitiesState, person: number, other: number, domain: number, difficulty: number): boolean {
  const { settings, capacity, competence, asking } = state
  const { domains, readiness, adjustment, byAsking } = settings
  const row = person * domains + domain
  const willing = readiness + (1 - readiness) * affinity(state, other, person)
  if (capacity[other]! <= 0 || !asking.chance(willing)) {
    moveTrust(state, row, other, 0, adjustment / 2)
    return false
  }
  capacity[other]!--
  const skill = competence[other * domains + domain]!
  if (skill < difficulty) {
    moveTrust(state, row, other, 0, adjustment)
    return false
  }
  learnByDoing(state, other, domain)
  const taught = competence[other * domains + domain]!
  competence[row]! += byAsking * Math.max(0, taught - competence[row]!)
  moveTrust(state, row, other, 1, adjustment)
  tie(state, person, other, adjustment)
  tie(state, other, person, adjustment / 2)
  return true
}

/** Trust moves by a share of its distance to 0 or 1. */
function moveTrust({ trust, holder, settings }: CommunitiesState, row: number, other: number, to: number, by: number) {
  let place = trust.find(row, other)
  if (place < 0) place = trust.put(row, other, STRANGER, 0, holder[other]!)
  const moved = trust.value[place]! + by * (to - trust.value[place]!)
  trust.value[place] = moved
  trust.weight[place] = exp(settings.trustCounts * moved)
}

/** What one feels for the other, 0 to 1; 0 for a stranger. */
export function affinity({ ties, holder }: CommunitiesState, person: number, other: number): number {
  const place = ties.find(person, other)
  return place < 0 || ties.since[place] !== holder[other] ? 0 : ties.value[place]!
}

function tie({ ties, holder }: CommunitiesState, person: number, other: number, by: number): void {
  let place = ties.find(person, other)
  if (place < 0) place = ties.put(person, other, 0, 0, holder[other]!)
  else if (ties.since[place] !== holder[other]) {
    ties.value[place] = 0
    ties.since[place] = holder[other]!
  }
  ties.value[place]! += by * (1 - ties.value[place]!)
}
