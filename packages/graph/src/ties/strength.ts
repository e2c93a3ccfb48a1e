import { graphBuilder } from '../graph/builder.ts'
import { type Graph, arcBetween } from '../graph/graph.ts'

export interface StrengthOptions {
  /** Time after which a trace counts half, in the unit of its age. */
  readonly halfLife?: number
  /** Traces shared by more people than this make no ties. */
  readonly mostAudience?: number
}

export interface TieStrengths {
  /** Adds traces from one person to another: how old they are, to how many people each went at once, and how many. */
  add(from: number, to: number, age: number, audience?: number, times?: number): void
  /** Traces left out because of their audience. */
  readonly leftOut: number
  build(nodes?: number): Graph
}

/** Amounts are whole numbers of this: their sums are exact and the same in whatever order they come. */
const GRAIN = 2 ** -36

/** The nearest amount whose sums do not depend on their order, as long as they stay below a hundred thousand. */
export const summable = (amount: number): number => Math.max(1, Math.round(amount / GRAIN)) * GRAIN

/**
 * Strength of ties from traces: fading with age, divided by the audience, damped so that a hundred mails are not a
 * hundred times one, and worth less when only one of the two writes.
 *
 *   c(i, j) = Σ 2^(-age / halfLife) / audience        over traces from i to j
 *   s(i, j) = ln(1 + c(i, j) + c(j, i)) · (½ + min(c(i, j), c(j, i)) / (c(i, j) + c(j, i)))
 *
 * The second factor is ½ for a tie that goes one way and 1 for one that goes both ways alike. The same traces in another
 * order give the same strengths to the last bit. O(traces).
 * Ours; that strength grows with frequency and reciprocity: Granovetter (1973), AJS 78, 1360-1380.
 */
export function tieStrengths({ halfLife = 90, mostAudience = 80 }: StrengthOptions = {}): TieStrengths {
  const builder = graphBuilder({ directed: true })
  let leftOut = 0
  return {
    get leftOut() {
      return leftOut
    },
    add(from, to, age, audience = 1, times = 1) {
      if (!(age >= 0) || !(audience >= 1) || !(times > 0))
        throw new RangeError(
          `A trace has an age from 0, an audience from 1 and happened more than 0 times, not ${age}, ${audience} and ${times}`,
        )
      if (audience > mostAudience) return void (leftOut += times)
      builder.add(from, to, summable((2 ** (-age / halfLife) * times) / audience))
    },
    build: (nodes) => strengthsOf(builder.build(nodes)),
  }
}

function strengthsOf(counts: Graph): Graph {
  const ties = graphBuilder()
  for (let one = 0; one < counts.nodes; one++)
    for (let arc = counts.offsets[one]!; arc < counts.offsets[one + 1]!; arc++) {
      const other = counts.targets[arc]!
      const back = arcBetween(counts, other, one)
      if (back >= 0 && other < one) continue
      ties.add(one, other, strengthOf(counts.weights[arc]!, back < 0 ? 0 : counts.weights[back]!))
    }
  return ties.build(counts.nodes)
}

function strengthOf(there: number, back: number): number {
  const sum = there + back
  return Math.max(Number.MIN_VALUE, Math.log1p(sum) * (0.5 + Math.min(there, back) / sum))
}
