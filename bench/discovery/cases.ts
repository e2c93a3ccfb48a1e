import { coverFrom, discover, undirected } from '@mortar/graph'
import { benchmarkCases } from './benchmark-cases.ts'
import { figuresOf, oracle, timed } from './figures.ts'
import { directedTies, peopleIn, truthFrom, unitsFrom } from './files.ts'
import type { Case } from './line.ts'
import { organizationCases } from './organization-cases.ts'
import { realCases } from './real-cases.ts'

export const cases: readonly Case[] = [...organizationCases, ...benchmarkCases, ...realCases]

/** Any graph: ties, perhaps units, perhaps the truth. */
export const caseFromFiles = (edges: string, unitFile?: string, truthFile?: string): Case => ({
  name: 'files',
  async run(report) {
    const truth = truthFile ? truthFrom(truthFile) : coverFrom([])
    const named = truth.members.reduce((most, member) => Math.max(most, member + 1), unitFile ? peopleIn(unitFile) : 0)
    const graph = undirected(directedTies(edges, named))
    const units = unitFile ? unitsFrom(unitFile, graph.nodes) : undefined
    for (const form of units ? (['cross', 'soft'] as const) : (['cross'] as const)) {
      const { value, seconds } = await timed(() => discover(graph, { form, ...(units && { units }) }))
      const figures = figuresOf(truth, value.communities, graph.nodes)
      report(`communities found, ${form}`, figures.found, 'found')
      report(`time, ${form}`, seconds, 's')
      if (!truthFile) continue
      const best = figuresOf(truth, await oracle(value, truth), graph.nodes)
      report(`recovered, ${form}`, figures.recovered)
      report(`recovered by the oracle, ${form}`, best.recovered)
      report(`F1, ${form}`, figures.f1)
      report(`F1 of the oracle, ${form}`, best.f1)
      report(`ONMI, ${form}`, figures.nmi)
      report(`overlapping people F1, ${form}`, figures.overlapping)
    }
  },
})
