import { type Graph } from '../graph/graph.ts'

/** Share of possible ties that are there: arcs / (n (n - 1)). 0 for fewer than two people. Falls with n: compare like with like. */
export const density = ({ nodes, targets }: Graph) => (nodes < 2 ? 0 : targets.length / (nodes * (nodes - 1)))
