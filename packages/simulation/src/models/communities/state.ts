import { exp } from '../../random/exp.ts'
import type { Chance, Stream } from '../../random/stream.ts'
import { Rows } from '../parts/rows.ts'
import type { CommunitiesSettings } from './settings.ts'

/** The same people meet the same problems under every structure. */
export const purposes = { problems: 0, people: 1, order: 2, asking: 3, deciding: 4 } as const

/** Rates are told over so many periods. */
export const WINDOW = 10
export const counted = { problems: 0, solved: 1, alone: 2, asked: 3, delegated: 4 } as const
export const KINDS = 5

/** Trust in somebody of whom nothing is known yet. */
export const STRANGER = 0.5

export interface CommunitiesState {
  readonly settings: CommunitiesSettings
  /** 0 to 1, a person's competences side by side. */
  readonly competence: Float64Array
  readonly home: Int32Array
  /** Row person x domain: the trust in others, with exp(trustCounts * trust) as its weight. */
  readonly trust: Rows
  /** Row person: the affinity to others. */
  readonly ties: Rows
  readonly strangerWeight: number
  /** What managers think of each person's competences. */
  readonly perceived: Float64Array
  readonly units: number
  /** Raised by turnover: what is remembered of an earlier holder of the place does not count. */
  readonly holder: Int32Array
  readonly order: Int32Array
  readonly domainOf: Int32Array
  readonly difficultyOf: Float64Array
  /** What is left in this period. */
  readonly capacity: Int32Array
  readonly decisions: Int32Array
  topDecisions: number
  /** Marks who was tried for the problem of this number. */
  readonly triedFor: Int32Array
  readonly marked: Int32Array
  problem: number
  mark: number
  /** What was counted in the last periods, a row each. */
  readonly counts: Float64Array
  readonly problems: Stream
  readonly newcomers: Stream
  readonly ordering: Stream
  readonly asking: Stream
  readonly deciding: Stream
  period: number
}

export function startCommunities(settings: CommunitiesSettings, chance: Chance): CommunitiesState {
  const { people, domains, span, trustCounts } = settings
  const units = Math.ceil(people / span)
  const state: CommunitiesState = {
    settings,
    competence: new Float64Array(people * domains),
    home: new Int32Array(people),
    trust: new Rows(people * domains),
    ties: new Rows(people),
    strangerWeight: exp(trustCounts * STRANGER),
    perceived: new Float64Array(people * domains).fill(STRANGER),
    units,
    holder: new Int32Array(people),
    order: Int32Array.from({ length: people }, (_, person) => person),
    domainOf: new Int32Array(people),
    difficultyOf: new Float64Array(people),
    capacity: new Int32Array(people),
    decisions: new Int32Array(units),
    topDecisions: 0,
    triedFor: new Int32Array(people),
    marked: new Int32Array(people),
    problem: 0,
    mark: 0,
    counts: new Float64Array(WINDOW * KINDS),
    problems: chance.stream(purposes.problems),
    newcomers: chance.stream(purposes.people),
    ordering: chance.stream(purposes.order),
    asking: chance.stream(purposes.asking),
    deciding: chance.stream(purposes.deciding),
    period: 0,
  }
  for (let person = 0; person < people; person++) arrive(state, person)
  return state
}

/** A newcomer: a little of everything, more of one's own domain. */
export function arrive({ settings: { domains }, competence, home, newcomers }: CommunitiesState, person: number): void {
  const row = person * domains
  home[person] = newcomers.below(domains)
  for (let domain = 0; domain < domains; domain++) competence[row + domain] = 0.2 * newcomers.unit()
  competence[row + home[person]!] = 0.2 + 0.4 * newcomers.unit()
}

export const unitOf = ({ settings }: CommunitiesState, person: number) => Math.floor(person / settings.span)

export function learnByDoing({ settings, competence }: CommunitiesState, person: number, domain: number): void {
  const at = person * settings.domains + domain
  competence[at]! += settings.byDoing * (1 - competence[at]!)
}

export function tally(state: CommunitiesState, kind: number): void {
  state.counts[(state.period % WINDOW) * KINDS + kind]!++
}
