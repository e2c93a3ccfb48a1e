import type { Graph } from '../../graph/graph.ts'
import { type Cover, communityCount, sizeOf } from '../cover.ts'
import type { NullModel } from './null-model.ts'
import { strengthEvidence } from './tilt.ts'

/** Everything needed to ask who belongs to which community: read only, shared by workers. */
export interface Question {
  readonly graph: Graph
  readonly model: NullModel
  readonly cover: Cover
  /** The communities of each node: the cover the other way round. */
  readonly memberships: Cover
  /** Per community, across units: strength of all members together, ties among them, and ties per pair of them. */
  readonly outside: Float64Array
  readonly inward: Float64Array
  readonly density: Float64Array
  /** Per community: how much stronger than others its ties are. */
  readonly tilt: Float64Array
  /** Ties that a community which both already share explains do not speak for another. */
  readonly explained: boolean
}

/** Who belongs where: person `people[i]` to community `communities[i]`. */
export interface Answer {
  readonly people: Int32Array
  readonly communities: Int32Array
}

/** A member needs ties to this many others of the community. */
const LEAST_TIES = 2
/** A member has at least this share of the ties that they have into the community they are tied to most. */
const LEAST_SHARE = 0.2
/** A member is expected to have this share of the ties usual in the community: people at its edge belong to it. */
const LENIENCE = 0.7

/**
 * Asks for everybody in the units from … to - 1 and every community they have ties into: does the number of these
 * ties fit a member better than chance? With x ties where chance gives μ and a member usually has λ:
 *
 *   member if  Σ ( x ln(λ / μ) - (λ - μ) ) > ln((n - s) / s)      summed over ties across and within the unit
 *
 * the Bayes rule for two Poisson counts, with the share of members among all as prior; where ties have weights, how
 * well their ranks fit those of the community counts too. Chance matches the person's ties
 * with those that the members have to spare after the ties among themselves. Each person is asked alone,
 * so any number of workers may share the units. O(Σ over arcs of memberships).
 */
export function askMembers(question: Question, from: number, to: number): Answer {
  const { model } = question
  const tied = tiesInto(question)
  const unit = unitVolumes(question)
  const people: number[] = []
  const communities: number[] = []

  for (let asked = from; asked < to; asked++) {
    unit.add(asked)
    for (let at = model.starts[asked]!; at < model.starts[asked + 1]!; at++) {
      const person = model.people[at]!
      tied.gather(person)
      const enough = LEAST_SHARE * tied.most()
      for (const community of tied.near) {
        const all = tied.across[community]! + tied.within[community]!
        if (tied.ties[community]! < LEAST_TIES || all < enough) continue
        if (!fitsMember(question, unit, tied, person, community)) continue
        people.push(person)
        communities.push(community)
      }
      tied.clear(person)
    }
    unit.clear(asked)
  }
  return { people: Int32Array.from(people), communities: Int32Array.from(communities) }
}

function fitsMember(
  { model, cover, density, outside, inward, tilt }: Question,
  unit: ReturnType<typeof unitVolumes>,
  tied: ReturnType<typeof tiesInto>,
  person: number,
  community: number,
): boolean {
  const own = tied.isMine(community) ? 1 : 0
  const home = model.unitOf[person]!
  const size = sizeOf(cover, community)
  const usual = density[community]! * LENIENCE
  const colleagues = unit.size[community]! - own

  const across = tied.across[community]!
  const bound = 2 * Math.max(0, inward[community]! - own * across)
  const free = Math.max(0, outside[community]! - own * model.outside[person]! - bound)
  const shareElsewhere = 1 - unit.outside[community]! / Math.max(1, outside[community]!)
  const elsewhere = Math.max(1, model.outsideOfAll - model.outsideOfUnit[home]! - bound)
  const byChance = (model.outside[person]! * free * shareElsewhere) / elsewhere
  let evidence = preference(across, byChance, usual * (size - own - colleagues))
  if (model.ranked) evidence += strengthEvidence(tilt[community]!, tied.ties[community]!, tied.ranks[community]!)
  if (colleagues > 0 && model.inside[person]! > 0) {
    const others = Math.max(1, model.insideOfUnit[home]! - model.inside[person]!)
    const inside = unit.inside[community]! - own * model.inside[person]!
    const expected = (model.inside[person]! * inside) / others
    evidence += preference(tied.within[community]!, expected, expected + usual * colleagues)
  }
  return evidence > Math.log((model.nodes - size) / size)
}

/** How much better x ties fit a mean of λ than one of μ, in nats. */
function preference(ties: number, byChance: number, asMember: number): number {
  const mu = Math.max(byChance, 1e-9)
  return asMember > mu ? ties * Math.log(asMember / mu) - (asMember - mu) : 0
}

/** Ties of one person into every community near them. */
function tiesInto({ graph, model, cover, memberships, explained }: Question) {
  const count = communityCount(cover)
  const across = new Float64Array(count)
  const within = new Float64Array(count)
  const ranks = new Float64Array(count)
  const ties = new Int32Array(count)
  const mine = new Uint8Array(count)
  const near: number[] = []
  const { offsets, members } = memberships
  const shares = (person: number) => {
    for (let at = offsets[person]!; at < offsets[person + 1]!; at++) if (mine[members[at]!] === 1) return true
    return false
  }

  return {
    near,
    across,
    within,
    ranks,
    ties,
    isMine: (community: number) => mine[community] === 1,
    most: () => near.reduce((most, community) => Math.max(most, across[community]! + within[community]!), 0),
    gather(person: number) {
      for (let at = offsets[person]!; at < offsets[person + 1]!; at++) mine[members[at]!] = 1
      for (let arc = graph.offsets[person]!; arc < graph.offsets[person + 1]!; arc++) {
        const other = graph.targets[arc]!
        const known = explained && shares(other)
        const strength = model.unitOf[other] === model.unitOf[person] ? within : across
        const rank = graph.weights[arc]!
        for (let at = offsets[other]!; at < offsets[other + 1]!; at++) {
          const community = members[at]!
          if (known && mine[community] === 0) continue
          if (ties[community]!++ === 0) near.push(community)
          strength[community]!++
          ranks[community]! += rank
        }
      }
    },
    clear(person: number) {
      for (const community of near) across[community] = within[community] = ranks[community] = ties[community] = 0
      near.length = 0
      for (let at = offsets[person]!; at < offsets[person + 1]!; at++) mine[members[at]!] = 0
    },
  }
}

/** Number and strengths of each community's members in the unit being asked. */
function unitVolumes({ model, cover, memberships }: Question) {
  const count = communityCount(cover)
  const volumes = { size: new Int32Array(count), inside: new Float64Array(count), outside: new Float64Array(count) }
  const forMemberships = (unit: number, visit: (person: number, community: number) => void) => {
    for (let at = model.starts[unit]!; at < model.starts[unit + 1]!; at++) {
      const person = model.people[at]!
      for (let place = memberships.offsets[person]!; place < memberships.offsets[person + 1]!; place++)
        visit(person, memberships.members[place]!)
    }
  }
  return {
    ...volumes,
    add: (unit: number) =>
      forMemberships(unit, (person, community) => {
        volumes.size[community]!++
        volumes.inside[community]! += model.inside[person]!
        volumes.outside[community]! += model.outside[person]!
      }),
    clear: (unit: number) =>
      forMemberships(unit, (_, community) => {
        volumes.size[community] = volumes.inside[community] = volumes.outside[community] = 0
      }),
  }
}
