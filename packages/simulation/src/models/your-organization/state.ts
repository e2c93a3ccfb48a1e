import { exp, pow } from '../../random/exp.ts'
import type { Chance, Stream } from '../../random/stream.ts'
import { Luck } from '../parts/luck.ts'
import { Rows } from '../parts/rows.ts'
import { type Circles, circlesOf } from './circles.ts'
import { type Line, levelsOf, lineOf } from './given/line.ts'
import { communitiesIn, type Organization } from './given/organization.ts'
import { drawTies } from './given/pattern.ts'
import { organizationFor } from './given/present.ts'
import type { YourOrganizationSettings } from './settings.ts'

/** The same people meet the same problems with the same luck, whatever is done to the organization. */
export const purposes = {
  problems: 0,
  people: 1,
  order: 2,
  practice: 3,
  changing: 4,
  moving: 5,
  forgetting: 6,
  ties: 7,
} as const

export const STRANGER = 0.5
export const counted = { problems: 0, solved: 1, alone: 2, asked: 3, delegated: 4, steps: 5 } as const

export interface OrganizationState {
  readonly settings: YourOrganizationSettings
  readonly given: Organization
  readonly people: number
  readonly domains: number
  readonly line: Line
  readonly level: Int32Array
  circles: Circles
  readonly gone: Uint8Array
  /** What is done at present: changed by interventions. */
  readonly rules: { communityTime: number; throughTheLine: boolean; rotation: number }
  readonly competence: Float64Array
  readonly home: Int32Array
  readonly trust: Rows
  /** Affinities as they were in the period `since`; they fade from then on. */
  readonly ties: Rows
  readonly faded: Float64Array
  readonly strangerWeight: number
  readonly perceived: Float64Array
  readonly order: Int32Array
  readonly domainOf: Int32Array
  readonly difficultyOf: Float64Array
  readonly luckOf: Int32Array
  readonly luck: Luck
  readonly capacity: Int32Array
  /** Answers to people of other units that somebody has time for. */
  readonly credit: Float64Array
  readonly decisions: Int32Array
  readonly triedFor: Int32Array
  problem: number
  steps: number
  readonly counts: Float64Array
  readonly load: Float64Array
  competenceBefore: number
  readonly practises: Uint8Array
  readonly everPractised: Uint8Array
  readonly encounters: Int32Array
  readonly context: Float64Array
  readonly variant: Float64Array
  readonly problems: Stream
  readonly ordering: Stream
  readonly moving: Stream
  readonly forgetting: Stream
  readonly chance: Chance
  toRotate: number
  period: number
}

export function startOrganization(settings: YourOrganizationSettings, chance: Chance): OrganizationState {
  const given = organizationFor(settings)
  const people = given.unit.length
  const { domains, periods, fading, trustCounts, communityTime } = settings
  const memberships = Array.from(given.members.person, (person, at) => [person, given.members.community[at]!] as const)
  const newcomers = chance.stream(purposes.people)
  const contexts = Float64Array.from(given.parent, () => newcomers.unit())
  const state: OrganizationState = {
    settings,
    given,
    people,
    domains,
    line: lineOf(given),
    level: levelsOf(given),
    circles: circlesOf(people, communitiesIn(given), memberships),
    gone: new Uint8Array(people),
    rules: { communityTime, throughTheLine: false, rotation: 0 },
    competence: new Float64Array(people * domains),
    home: new Int32Array(people),
    trust: new Rows(people * domains),
    ties: new Rows(people),
    faded: Float64Array.from({ length: periods + 1 }, (_, age) => pow(1 - fading, age)),
    strangerWeight: exp(trustCounts * STRANGER),
    perceived: new Float64Array(people * domains).fill(STRANGER),
    order: Int32Array.from({ length: people }, (_, person) => person),
    domainOf: new Int32Array(people),
    difficultyOf: new Float64Array(people),
    luckOf: new Int32Array(people),
    luck: new Luck(),
    capacity: new Int32Array(people),
    credit: new Float64Array(people),
    decisions: new Int32Array(given.parent.length),
    triedFor: new Int32Array(people),
    problem: 0,
    steps: 0,
    counts: new Float64Array(6),
    load: new Float64Array(people),
    competenceBefore: 0,
    practises: new Uint8Array(people),
    everPractised: new Uint8Array(people),
    encounters: new Int32Array(people),
    context: Float64Array.from(given.unit, (unit) => contexts[unit]!),
    variant: new Float64Array(people),
    problems: chance.stream(purposes.problems),
    ordering: chance.stream(purposes.order),
    moving: chance.stream(purposes.moving),
    forgetting: chance.stream(purposes.forgetting),
    chance,
    toRotate: 0,
    period: 0,
  }
  populate(state, newcomers)
  return state
}

/** Competence as in DY-R1: a little of everything, more of one's own craft. Ties as they are given. */
function populate(state: OrganizationState, newcomers: Stream): void {
  const { given, people, domains, home, competence, credit, chance } = state
  for (let person = 0; person < people; person++) {
    const any = newcomers.below(domains)
    const known = given.occupation?.[person] ?? -1
    home[person] = known < 0 ? any : known
    for (let at = person * domains; at < (person + 1) * domains; at++) competence[at] = 0.2 * newcomers.unit()
    competence[person * domains + home[person]!] = 0.2 + 0.4 * newcomers.unit()
    credit[person] = newcomers.unit()
  }
  given.ties?.from.forEach((from, at) => knows(state, from, given.ties!.to[at]!, given.ties!.strength[at]!))
  if (given.pattern)
    drawTies(given.pattern, chance.stream(purposes.ties), (person, other, strength) => {
      const isNew = knows(state, person, other, strength)
      return knows(state, other, person, strength) || isNew
    })
}

/** A tie from the start; whether there was none. Somebody one is tied to is trusted in what they do by craft. */
function knows(state: OrganizationState, from: number, to: number, strength: number): boolean {
  const { ties, trust, domains, home, settings } = state
  if (from === to || ties.find(from, to) >= 0) return false
  ties.put(from, to, strength, 0, 0)
  const trusted = STRANGER + (1 - STRANGER) * strength
  trust.put(from * domains + home[to]!, to, trusted, exp(settings.trustCounts * trusted), 0)
  return true
}

/** What one feels for the other by now, 0 to 1. */
export function affinity({ ties, faded, period }: OrganizationState, person: number, other: number): number {
  const place = ties.find(person, other)
  return place < 0 ? 0 : ties.value[place]! * faded[period - ties.since[place]!]!
}

export function learnByDoing(
  { settings, domains, competence }: OrganizationState,
  person: number,
  domain: number,
): void {
  const at = person * domains + domain
  competence[at]! += settings.byDoing * (1 - competence[at]!)
}

export function meanCompetence({ competence, gone, domains, people }: OrganizationState): number {
  let [sum, count] = [0, 0]
  for (let person = 0; person < people; person++) {
    if (gone[person]) continue
    for (let at = person * domains; at < (person + 1) * domains; at++) sum += competence[at]!
    count += domains
  }
  return sum / count
}

/** Counts, once the warm-up is over. */
export function tally(state: OrganizationState, kind: number, by = 1): void {
  if (state.period >= state.settings.warmUp) state.counts[kind]! += by
}

export function burden(state: OrganizationState, person: number): void {
  if (state.period >= state.settings.warmUp) state.load[person]!++
}
