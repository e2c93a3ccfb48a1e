import { discover, graphBuilder, leiden, modularity, neighboursOf, tieCount } from '@mortar/graph'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { figuresOf, peakMemory, timed } from './figures.ts'
import { lfr } from './lfr.ts'
import { type Case, type Report, atLeast, atMost } from './line.ts'
import { organization } from './organization.ts'

export const benchmarkCases: Case[] = [
  { name: 'lfr-10k', run: (report) => runLfr(report, 10_000) },
  { name: 'lfr-100k', run: (report) => runLfr(report, 100_000) },
  { name: 'build-10m', run: runBuild },
  { name: 'leiden-100k', run: (report) => runLeiden(report, 100_000) },
  { name: 'leiden-1m', run: (report) => runLeiden(report, 1_000_000) },
]

async function runLfr(report: Report, people: number): Promise<void> {
  const shape = { degree: 20, mostDegree: 50, sizes: [20, 100], mixing: 0.3, memberships: 2 } as const
  const { graph, truth } = lfr({ people, overlapping: 0.3 * people, seed: 11, ...shape })
  const { value, seconds } = await timed(() => discover(graph, { seed: 11 }))
  const figures = figuresOf(truth, value.communities, people)
  report('ONMI', figures.nmi, '', atLeast(0.97))
  report('F1', figures.f1, '', atLeast(0.98))
  report('overlapping people F1', figures.overlapping, '', atLeast(0.99))
  report('time, 1 worker', seconds, 's')
}

/** Ten million ties from a stream whose ids a small generator makes up, so that only the building is measured. */
async function runBuild(report: Report): Promise<void> {
  const ties = 10_000_000
  const before = peakMemory()
  const { value, seconds } = await timed(() => {
    const builder = graphBuilder()
    for (let tie = 0, id = 1; tie < ties; tie++) {
      id = (Math.imul(id, 1664525) + 1013904223) >>> 0
      builder.add(id % 1_000_000, (id >>> 12) % 1_000_003, 1 + (tie % 3))
    }
    return builder.build()
  })
  report('ties kept after adding up repeated ones', tieCount(value), 'ties')
  report('time', seconds, 's', atMost(15))
  report('memory beyond the start', peakMemory() - before, 'GB', atMost(1.2))
}

/** Against the C implementation of igraph, where python3-igraph is there. Both on one core, CPU time. */
function runLeiden(report: Report, people: number): void {
  const { graph } = organization({ people, ties: 10 * people, seed: 11 })
  const start = process.cpuUsage().user
  const partition = leiden(graph, { iterations: LEIDEN_ITERATIONS })
  const seconds = (process.cpuUsage().user - start) / 1e6
  const quality = modularity(graph, partition)
  const theirs = igraphLeiden(graph)
  report('CPU time', seconds, 's')
  report('modularity', quality)
  report('igraph CPU time', theirs?.seconds ?? null, 's')
  report('igraph modularity', theirs?.quality ?? null)
  report('time against igraph', theirs ? seconds / theirs.seconds : null, '', atMost(1.1))
  report('modularity against igraph', theirs ? quality / theirs.quality : null, '', atLeast(0.999))
}

const LEIDEN_ITERATIONS = 2

const program = `
import sys, time, array, random, igraph
ends = array.array('i'); ends.frombytes(open(sys.argv[1], 'rb').read())
graph = igraph.Graph(n=int(sys.argv[2]), edges=list(zip(ends[0::2], ends[1::2]))); del ends
random.seed(1); start = time.process_time()
found = graph.community_leiden(objective_function='modularity', n_iterations=2)
print(time.process_time() - start, found.modularity)
`

function igraphLeiden(graph: Parameters<typeof tieCount>[0]): { seconds: number; quality: number } | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'igraph-'))
  try {
    const file = join(folder, 'ties.bin')
    writeFileSync(file, new Uint8Array(endsOf(graph).buffer))
    for (const python of ['python3', '/usr/bin/python3']) {
      const { status, stdout } = spawnSync(python, ['-c', program, file, String(graph.nodes)], { encoding: 'utf8' })
      const [seconds, quality] = stdout?.trim().split(' ').map(Number) ?? []
      if (status === 0 && seconds !== undefined && quality !== undefined) return { seconds, quality }
    }
    return undefined
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function endsOf(graph: Parameters<typeof tieCount>[0]): Int32Array {
  const ends = new Int32Array(2 * tieCount(graph))
  let at = 0
  for (let person = 0; person < graph.nodes; person++)
    for (const other of neighboursOf(graph, person)) {
      if (other < person) continue
      ends[at++] = person
      ends[at++] = other
    }
  return ends
}
