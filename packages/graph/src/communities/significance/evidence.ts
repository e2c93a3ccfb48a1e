import type { Graph } from '../../graph/graph.ts'
import { type Cover, communityCount, membersOf } from '../cover.ts'
import { type Expectation, type RankedTies, gainOf } from './gain.ts'
import type { NullModel } from './null-model.ts'
import { tiltOf } from './tilt.ts'

/**
 * What speaks for each community, in ties: how many it holds between people of different units (`across`) and of the
 * same unit (`within`), how many of each chance would give, and the gain over chance.
 */
export interface Evidence {
  readonly across: Float64Array
  readonly within: Float64Array
  readonly expectedAcross: Float64Array
  readonly expectedWithin: Float64Array
  /** Strength of all members outside their units. */
  readonly strength: Float64Array
  /** How much stronger than others the ties are: see `tiltOf`; 0 in a network without weights. */
  readonly tilt: Float64Array
  /** How many pairs of members are of different units. */
  readonly pairsAcross: Float64Array
  /** In nats; a community with a gain of 0 or less is what chance would show somewhere in such a network. */
  readonly gain: Float64Array
}

/** Evidence for each community of a cover. O(Σ over members of degree). */
export function evidenceFor(graph: Graph, model: NullModel, cover: Cover): Evidence {
  const count = communityCount(cover)
  const evidence = emptyEvidence(count)
  gatherEvidence(graph, model, cover, evidence, 0, count)
  return evidence
}

export const emptyEvidence = (count: number, array = (length: number) => new Float64Array(length)): Evidence => ({
  across: array(count),
  within: array(count),
  expectedAcross: array(count),
  expectedWithin: array(count),
  strength: array(count),
  tilt: array(count),
  pairsAcross: array(count),
  gain: array(count),
})

/** Fills in the communities from … to - 1; workers may share the communities among them. */
export function gatherEvidence(
  graph: Graph,
  model: NullModel,
  cover: Cover,
  evidence: Evidence,
  from: number,
  to: number,
): void {
  const count = tieCounter(graph, model)
  const expect = expectationOf(model)
  for (let community = from; community < to; community++) {
    const members = membersOf(cover, community)
    const ties = count(members)
    const expected = expect(members)
    evidence.across[community] = ties.across
    evidence.within[community] = ties.within
    evidence.tilt[community] = tiltOf(ties.ranks / (ties.across + ties.within))
    evidence.expectedAcross[community] = expected.across
    evidence.expectedWithin[community] = expected.within
    evidence.strength[community] = expected.strength
    evidence.pairsAcross[community] = expected.pairsAcross
    evidence.gain[community] = gainOf(ties, expected, members.length, graph.nodes)
  }
}

/** A function that counts the ties among some people, each once; `counts` may leave some out. */
export function tieCounter(
  graph: Graph,
  { unitOf, ranked }: NullModel,
  counts: (one: number, other: number) => boolean = () => true,
): (people: Int32Array) => RankedTies {
  const mark = new Int32Array(graph.nodes)
  let current = 0
  return (people) => {
    current++
    for (const person of people) mark[person] = current
    let across = 0
    let within = 0
    let ranks = 0
    for (const person of people) {
      for (let arc = graph.offsets[person]!; arc < graph.offsets[person + 1]!; arc++) {
        const other = graph.targets[arc]!
        if (other < person || mark[other] !== current || !counts(person, other)) continue
        if (unitOf[other] === unitOf[person]) within++
        else across++
        if (ranked) ranks += graph.weights[arc]!
      }
    }
    return { across, within, ranks }
  }
}

/** A function that gives the ties expected among some people. O(people) each. */
function expectationOf(model: NullModel): (people: Int32Array) => Expectation & { pairsAcross: number } {
  const units = model.insideOfUnit.length
  const size = new Int32Array(units)
  const inside = new Float64Array(units)
  const squares = new Float64Array(units)
  const outside = new Float64Array(units)
  const seen: number[] = []
  return (people) => {
    let all = 0
    for (const person of people) {
      const unit = model.unitOf[person]!
      if (size[unit]!++ === 0) seen.push(unit)
      inside[unit]! += model.inside[person]!
      squares[unit]! += model.inside[person]! ** 2
      outside[unit]! += model.outside[person]!
      all += model.outside[person]!
    }
    let [across, within, pairsAcross] = [0, 0, 0]
    for (const unit of seen) {
      const elsewhere = Math.max(1, model.outsideOfAll - model.outsideOfUnit[unit]!)
      across += (outside[unit]! * (all - outside[unit]!)) / elsewhere / 2
      if (inside[unit]! > 0) within += (inside[unit]! ** 2 - squares[unit]!) / model.insideOfUnit[unit]! / 2
      pairsAcross += (size[unit]! * (people.length - size[unit]!)) / 2
      size[unit] = inside[unit] = squares[unit] = outside[unit] = 0
    }
    seen.length = 0
    return { across, within, strength: all, pairsAcross }
  }
}
