import { type Graph, degreeOf } from '../graph/graph.ts'
import { triangles } from '../ties/clustering.ts'

/**
 * Effective size of everybody's network: contacts less the redundancy among them. 0 without contacts.
 *
 *   n - 2t / n       n: contacts, t: ties among them
 *
 * For undirected graphs, weights play no part. Cost: that of the triangles.
 * Burt (1992), Structural Holes; this form: Borgatti (1997), Connections 20, 35-38.
 */
export const effectiveSize = (graph: Graph): Float64Array =>
  Float64Array.from(triangles(graph), (among, node) => {
    const contacts = degreeOf(graph, node)
    return contacts === 0 ? 0 : contacts - (2 * among) / contacts
  })
