import { exp } from '../../random/exp.ts'
import { meetPractice } from './practice.ts'
import { affinity, burden, counted, learnByDoing, type OrganizationState, STRANGER, tally } from './state.ts'

const TRIES = 6

/** Asks known people and people in one's channels, one after the other, until somebody solves it: whether somebody did. */
export function askOthers(state: OrganizationState, person: number, domain: number, difficulty: number): boolean {
  const { settings, triedFor } = state
  for (let request = 0; request < settings.requests; request++) {
    const other = choose(state, person, domain)
    if (other < 0) return false
    triedFor[other] = state.problem
    state.steps++
    tally(state, counted.asked)
    if (ask(state, person, other, domain, difficulty)) return true
  }
  return false
}

/** Trust decides between those one knows; each place in a channel weighs as much as a stranger. */
function choose(state: OrganizationState, person: number, domain: number): number {
  const { trust, triedFor, problem, gone, strangerWeight, luck } = state
  const row = person * state.domains + domain
  let known = 0
  for (let place = trust.start[row]! + trust.length[row]! - 1; place >= trust.start[row]!; place--) {
    const other = trust.who[place]!
    if (gone[other]) trust.drop(row, place)
    else if (triedFor[other] !== problem) known += trust.weight[place]!
  }
  const places = placesOf(state, person)
  const drawn = luck.unit() * (known + places * strangerWeight)
  if (drawn < known) return knownAt(state, row, drawn)
  for (let attempt = 0; attempt < TRIES && places > 0; attempt++) {
    const other = inChannel(state, person, luck.below(places))
    if (other !== person && !gone[other] && triedFor[other] !== problem && trust.find(row, other) < 0) return other
  }
  return known > 0 ? knownAt(state, row, luck.unit() * known) : -1
}

function knownAt({ trust, triedFor, problem }: OrganizationState, row: number, drawn: number): number {
  let chosen = -1
  let rest = drawn
  for (let place = trust.start[row]!; place < trust.start[row]! + trust.length[row]!; place++) {
    if (triedFor[trust.who[place]!] === problem) continue
    chosen = trust.who[place]!
    rest -= trust.weight[place]!
    if (rest < 0) break
  }
  return chosen
}

/** How many places there are in one's channels: the unit, each community, and everybody one has a tie to. */
function placesOf({ line, circles, ties }: OrganizationState, person: number): number {
  const unit = line.unitOf[person]!
  let places = line.own[unit]! - line.from[unit]! + ties.length[person]!
  for (let at = circles.ofStart[person]!; at < circles.ofStart[person + 1]!; at++) {
    const community = circles.of[at]!
    places += circles.start[community + 1]! - circles.start[community]!
  }
  return places
}

function inChannel({ line, circles, ties }: OrganizationState, person: number, place: number): number {
  const unit = line.unitOf[person]!
  const colleagues = line.own[unit]! - line.from[unit]!
  if (place < colleagues) return line.seats[line.from[unit]! + place]!
  let left = place - colleagues
  if (left < ties.length[person]!) return ties.who[ties.start[person]! + left]!
  left -= ties.length[person]!
  for (let at = circles.ofStart[person]!; at < circles.ofStart[person + 1]!; at++) {
    const start = circles.start[circles.of[at]!]!
    const size = circles.start[circles.of[at]! + 1]! - start
    if (left < size) return circles.members[start + left]!
    left -= size
  }
  throw new RangeError(`There is no place ${place} in the channels of this person.`)
}

function ask(state: OrganizationState, person: number, other: number, domain: number, difficulty: number): boolean {
  const { settings, domains, competence, luck } = state
  const { readiness, adjustment, byAsking } = settings
  const row = person * domains + domain
  const willing = luck.chance(readiness + (1 - readiness) * affinity(state, other, person))
  if (!willing || !hasTime(state, person, other)) {
    moveTrust(state, row, other, 0, adjustment / 2)
    return false
  }
  burden(state, other)
  if (competence[other * domains + domain]! < difficulty) {
    moveTrust(state, row, other, 0, adjustment)
    return false
  }
  learnByDoing(state, other, domain)
  competence[row]! += byAsking * Math.max(0, competence[other * domains + domain]! - competence[row]!)
  moveTrust(state, row, other, 1, adjustment)
  tie(state, person, other, adjustment)
  tie(state, other, person, adjustment / 2)
  meetPractice(state, person, other)
  return true
}

/** Colleagues are helped in the time of the unit, all others in the time that is given to communities. */
function hasTime({ line, capacity, credit }: OrganizationState, person: number, other: number): boolean {
  if (line.unitOf[person] === line.unitOf[other]) {
    if (capacity[other]! <= 0) return false
    capacity[other]!--
    return true
  }
  if (credit[other]! < 1) return false
  credit[other]!--
  return true
}

function moveTrust({ trust, settings }: OrganizationState, row: number, other: number, to: number, by: number): void {
  let place = trust.find(row, other)
  if (place < 0) place = trust.put(row, other, STRANGER, 0, 0)
  const moved = trust.value[place]! + by * (to - trust.value[place]!)
  trust.value[place] = moved
  trust.weight[place] = exp(settings.trustCounts * moved)
}

function tie({ ties, faded, period }: OrganizationState, person: number, other: number, by: number): void {
  let place = ties.find(person, other)
  if (place < 0) place = ties.put(person, other, 0, 0, period)
  const now = ties.value[place]! * faded[period - ties.since[place]!]!
  ties.value[place] = now + by * (1 - now)
  ties.since[place] = period
}
