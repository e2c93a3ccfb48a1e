import { type Graph, demandUndirected } from '../../graph/graph.ts'
import { varies } from './ranked.ts'
import { coverOf, partitionFrom, partsOf } from '../partition.ts'

/**
 * How many ties chance would give, knowing only how much each person is tied inside their own unit and outside it,
 * and how much each unit is. Two configuration models, one inside every unit and one between units:
 *
 *   e(u, v) = out_u out_v / (out - out_A)      u of unit A, v of another
 *   e(u, v) = in_u in_v / (in_A - in_u)        both of unit A
 *
 * A community that is nothing but a unit is thus expected, and one that lives half inside a unit keeps what goes
 * beyond it. Without units everybody is a unit alone: the usual configuration model. Ties are counted,
 * whatever their weight; `ranked` says that weights are ranks, which then tell how strong the ties of a community are.
 */
export interface NullModel {
  readonly nodes: number
  readonly unitOf: Int32Array
  /** The people of unit A are `people[starts[A]]` … `people[starts[A + 1] - 1]`. */
  readonly starts: Int32Array
  readonly people: Int32Array
  readonly inside: Float64Array
  readonly outside: Float64Array
  readonly insideOfUnit: Float64Array
  readonly outsideOfUnit: Float64Array
  readonly outsideOfAll: number
  readonly ranked: boolean
}

/** Strengths inside and outside the units. O(arcs). */
export function nullModel(graph: Graph, units?: Int32Array): NullModel {
  demandUndirected(graph, 'The null model')
  const unitOf = units ? partitionFrom(units) : Int32Array.from({ length: graph.nodes }, (_, node) => node)
  const parts = partsOf(unitOf)
  const { offsets: starts, members: people } = coverOf(unitOf, parts)
  const inside = new Float64Array(graph.nodes)
  const outside = new Float64Array(graph.nodes)
  for (let node = 0; node < graph.nodes; node++)
    for (let arc = graph.offsets[node]!; arc < graph.offsets[node + 1]!; arc++) {
      const strength = unitOf[graph.targets[arc]!] === unitOf[node] ? inside : outside
      strength[node]!++
    }

  const insideOfUnit = new Float64Array(parts)
  const outsideOfUnit = new Float64Array(parts)
  let outsideOfAll = 0
  for (let node = 0; node < graph.nodes; node++) {
    insideOfUnit[unitOf[node]!]! += inside[node]!
    outsideOfUnit[unitOf[node]!]! += outside[node]!
    outsideOfAll += outside[node]!
  }
  const volumes = { inside, outside, insideOfUnit, outsideOfUnit, outsideOfAll }
  return { nodes: graph.nodes, unitOf, starts, people, ranked: varies(graph.weights), ...volumes }
}
