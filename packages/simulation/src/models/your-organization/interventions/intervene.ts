import { affinity, type OrganizationState, purposes } from '../state.ts'
import { sit } from '../given/line.ts'
import { circlesOf, membershipsOf } from '../circles.ts'
import { loseChannels } from './channels.ts'
import { type Intervention, regroup } from './intervention.ts'

const ATTEMPTS = 20

/** Does everything that was asked for, in its order. */
export function intervene(state: OrganizationState): void {
  for (const each of state.settings.interventions) carryOut(state, each)
  state.toRotate = 0
}

function carryOut(state: OrganizationState, asked: Intervention): void {
  const { rules, circles, people } = state
  switch (asked.kind) {
    case 'removeSpanner':
      return removeSpanners(state, asked.people)
    case 'mergeUnits':
    case 'moveUnit':
      return changeUnit(state, asked)
    case 'communityTime':
      rules.communityTime = asked.share
      return
    case 'openCommunity':
      return openCommunity(state, asked.people, asked.domain)
    case 'closeCommunity': {
      const left = membershipsOf(circles).filter(([, community]) => community !== asked.community)
      state.circles = circlesOf(people, circles.communities, left)
      return
    }
    case 'rotate':
      rules.rotation = asked.share
      return
    case 'throughTheLine':
      rules.throughTheLine = true
      return
  }
}

/** Who they are is drawn anew in each replication, out of the strongest tenth, and not told. */
function removeSpanners(state: OrganizationState, count: number): void {
  const { people, gone, line, circles, chance } = state
  const span = spanning(state)
  const strongest = Int32Array.from({ length: people }, (_, person) => person)
    .sort((one, other) => span[other]! - span[one]! || one - other)
    .slice(0, Math.ceil(people / 10))
  chance.stream(purposes.changing).shuffle(strongest)
  for (const person of strongest.subarray(0, count)) {
    gone[person] = 1
    state.practises[person] = 0
    line.head.forEach((head, unit) => {
      if (head === person) line.head[unit] = -1
    })
  }
  state.circles = circlesOf(
    people,
    circles.communities,
    membershipsOf(circles).filter(([person]) => !gone[person]),
  )
}

/** How strongly somebody is tied to people of other units, both ways together. */
export function spanning(state: OrganizationState): Float64Array {
  const { ties, line, people } = state
  const span = new Float64Array(people)
  for (let person = 0; person < people; person++)
    for (let place = ties.start[person]!; place < ties.start[person]! + ties.length[person]!; place++) {
      const other = ties.who[place]!
      if (line.unitOf[person] === line.unitOf[other]) continue
      const strength = affinity(state, person, other)
      span[person]! += strength
      span[other]! += strength
    }
  return span
}

type Change = Extract<Intervention, { kind: 'mergeUnits' | 'moveUnit' }>

/** Units change, and those who change with them lose some of their channels to everybody else. */
function changeUnit(state: OrganizationState, asked: Change): void {
  const { line, people } = state
  const merges = asked.kind === 'mergeUnits'
  const changing = new Uint8Array(people)
  const [from, to] = [line.from[asked.unit]!, merges ? line.own[asked.unit]! : line.to[asked.unit]!]
  for (let seat = from; seat < to; seat++) changing[line.seats[seat]!] = 1
  loseChannels(state, changing, asked.channelsLost)
  regroup(line.parent, asked.unit, merges ? asked.into : asked.under, merges)
  if (merges) for (let person = 0; person < people; person++) if (changing[person]) line.unitOf[person] = asked.into
  sit(line)
}

function openCommunity(state: OrganizationState, size: number, domain: number): void {
  const { people, home, gone, circles, chance } = state
  const order = Int32Array.from({ length: people }, (_, person) => person)
  chance.stream(purposes.changing).shuffle(order)
  const there = [...order].filter((person) => !gone[person])
  const fitting = there.filter((person) => home[person] === domain)
  const others = there.filter((person) => home[person] !== domain)
  const joined = [...fitting, ...others].slice(0, size).map((person) => [person, circles.communities] as const)
  state.circles = circlesOf(people, circles.communities + 1, [...membershipsOf(circles), ...joined])
}

/** Two people of different units change places; whoever leads a unit stays. Their ties go with them. */
export function rotateSome(state: OrganizationState): void {
  const { settings, rules, people, line, gone, moving } = state
  if (rules.rotation === 0 || state.period < settings.warmUp) return
  state.toRotate += (rules.rotation * people) / 2 / (settings.periods - settings.warmUp)
  const heads = new Set(line.head)
  const stays = (person: number) => gone[person] === 1 || heads.has(person)
  for (; state.toRotate >= 1; state.toRotate--) {
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const [one, other] = [moving.below(people), moving.below(people)]
      const [person, with_] = [line.seats[one]!, line.seats[other]!]
      const [unit, elsewhere] = [line.unitOf[person]!, line.unitOf[with_]!]
      if (unit === elsewhere || stays(person) || stays(with_)) continue
      line.seats[one] = with_
      line.seats[other] = person
      line.unitOf[person] = elsewhere
      line.unitOf[with_] = unit
      break
    }
  }
}
