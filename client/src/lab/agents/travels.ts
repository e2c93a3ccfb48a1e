import { type CommunitiesState, strongTiesOf } from '@mortar/simulation'
import { outcome, type StructureScene } from './scene.ts'

const MOST_PEOPLE = 150

/** What was trusted and thought before a period, to see afterwards who was asked and who was sent a problem. */
interface Before {
  readonly trust: ReadonlyMap<number, number>
  readonly perceived: Float64Array
}

/** Notes a state before its next period; nothing where there are too many people to draw. */
export function noteBefore(state: CommunitiesState): Before | undefined {
  if (state.settings.people > MOST_PEOPLE) return undefined
  return { trust: trustIn(state), perceived: state.perceived.slice() }
}

/**
 * The travels of one period, read from what it changed: each request moves the asker's trust, up where it helped, and
 * each problem handed down moves what managers think of the delegate.
 */
export function structureScene(state: CommunitiesState, before: Before | undefined): StructureScene | undefined {
  const { people, span, domains, structure, managerDecisions, topDecisions } = state.settings
  if (people > MOST_PEOPLE) return undefined
  const { askers, asked, helped } = requestsSince(state, before)
  const delegates = new Set<number>()
  if (before)
    state.perceived.forEach((thought, at) => {
      if (thought !== before.perceived[at]) delegates.add(Math.floor(at / domains))
    })
  const { from, to } = strongTiesOf(state)
  const once = [...from].map((one, at) => [Math.min(one, to[at]!), Math.max(one, to[at]!)] as const)
  const ties = [...new Map(once.map((pair) => [pair.join(), pair])).values()]
  return {
    kind: 'structure',
    structure,
    people,
    span,
    competence: Float64Array.from({ length: people }, (_, person) => meanOf(state, person)),
    outcome: outcomes(state, before, askers, helped),
    from: Int32Array.from(ties, ([one]) => one),
    to: Int32Array.from(ties, ([, other]) => other),
    askers: Int32Array.from(askers),
    asked: Int32Array.from(asked),
    helped: Uint8Array.from(helped),
    delegates: Int32Array.from(delegates),
    managers: state.decisions.map((left) => (before ? managerDecisions - left : 0)),
    top: before ? topDecisions - state.topDecisions : 0,
  }
}

const keyOf = ({ settings }: CommunitiesState, row: number, other: number) => row * settings.people + other

function trustIn(state: CommunitiesState): Map<number, number> {
  const { trust } = state
  const found = new Map<number, number>()
  for (let row = 0; row < trust.start.length; row++)
    for (let place = trust.start[row]!; place < trust.start[row]! + trust.length[row]!; place++)
      found.set(keyOf(state, row, trust.who[place]!), trust.value[place]!)
  return found
}

function requestsSince(state: CommunitiesState, before: Before | undefined) {
  const [askers, asked, helped]: [number[], number[], number[]] = [[], [], []]
  const { trust, domainOf, settings } = state
  for (let person = 0; before && person < settings.people; person++) {
    if (domainOf[person]! < 0) continue
    const row = person * settings.domains + domainOf[person]!
    for (let place = trust.start[row]!; place < trust.start[row]! + trust.length[row]!; place++) {
      const was = before.trust.get(keyOf(state, row, trust.who[place]!)) ?? 0.5
      if (trust.value[place] === was) continue
      askers.push(person)
      asked.push(trust.who[place]!)
      helped.push(trust.value[place]! > was ? 1 : 0)
    }
  }
  return { askers, asked, helped }
}

function meanOf({ competence, settings: { domains } }: CommunitiesState, person: number): number {
  let sum = 0
  for (let at = person * domains; at < (person + 1) * domains; at++) sum += competence[at]!
  return sum / domains
}

function outcomes(
  { domainOf, difficultyOf, competence, settings }: CommunitiesState,
  before: Before | undefined,
  askers: readonly number[],
  helped: readonly number[],
): Uint8Array {
  const made = new Uint8Array(settings.people)
  if (!before) return made
  for (let person = 0; person < settings.people; person++) {
    if (domainOf[person]! < 0) continue
    const solves = competence[person * settings.domains + domainOf[person]!]! >= difficultyOf[person]!
    made[person] = solves ? outcome.alone : outcome.elsewhere
  }
  askers.forEach((person) => (made[person] = outcome.elsewhere))
  askers.forEach((person, at) => helped[at] && (made[person] = outcome.helped))
  return made
}
