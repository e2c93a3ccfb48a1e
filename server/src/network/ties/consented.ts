import { type Graph, tieStrengths } from '@mortar/graph'
import { type Database, poolOf } from '#platform/database.ts'
import { ageOf, weekOf } from '../week.ts'
import { eachRow } from './binary.ts'
import {
  artefactNames,
  type ComputableSource,
  computable,
  consentedNodes,
  standingImports,
  tiesText,
  worksText,
} from './queries/consented.ts'

/** Shared by more people than this, something ties nobody. */
export const mostAudience = 80

export interface TiesAsked {
  /** Weeks that lie in it count; ages are reckoned from its end. */
  window: { from: Date; to: Date }
  /** Ids of sources; all that may be computed from when not given. */
  sources?: string[] | undefined
  /** Days after which a trace counts half. */
  halfLife?: number | undefined
}

export interface ConsentedTies {
  /** Node n of the graph is the person with this id. Everybody here may be computed with. */
  people: string[]
  /** Strengths, undirected: damped, fading, divided by audience, less when one-way. */
  graph: Graph
  /** What took part. */
  sources: ComputableSource[]
  /** Rows that counted, and rows of people who may not be computed with. */
  rows: number
  leftOut: number
  /** Who worked on what: artefact numbers with nodes, for the words that set a community apart. */
  works: { artefacts: Int32Array; nodes: Int32Array }
}

/**
 * The only way from traces to a computation. Both ends of each tie work here and may be computed with now: they agreed,
 * or the source was announced two weeks ago and they have not withdrawn. Asked again after a withdrawal, it is without them.
 */
export async function consentedTies(
  db: Database,
  { window, sources: wanted, halfLife = 90 }: TiesAsked,
): Promise<ConsentedTies> {
  const sources = await computable(db, wanted, new Date())
  const ids = sources.map(({ id }) => id)
  const { people, nodeOf } = nodesFrom(await consentedNodes(db, ids))
  const imports = await standingImports(db, ids)
  const strengths = tieStrengths({ halfLife, mostAudience })
  const [first, last] = [weekOf(window.from), weekOf(window.to)]
  const counted = { rows: 0, leftOut: 0 }
  const node = (number: number) => nodeOf[number] ?? 0

  const client = await poolOf(db).connect()
  try {
    const text = tiesText(...apart(imports), first, last)
    if (text)
      await eachRow(client, text, ['int4', 'int4', 'int2', 'int4', 'float4'], ([from, to, week, times, weight]) => {
        const [one, other] = [node(from!) - 1, node(to!) - 1]
        if (one < 0 || other < 0 || one === other) return void counted.leftOut++
        counted.rows++
        strengths.add(one, other, ageOf(week!, window.to), Math.max(1, times! / weight!), times!)
      })
    const works = projecting(strengths, window.to, halfLife)
    if (imports.length > 0)
      await eachRow(
        client,
        worksText(
          imports.map(({ number }) => number),
          first,
          last,
        ),
        ['int4', 'int4', 'int2', 'int4'],
        ([artefact, person, week, times]) => {
          const one = node(person!) - 1
          if (one < 0) return void counted.leftOut++
          counted.rows++
          works.add(artefact!, one, week!, times!)
        },
      )
    return { people, sources, ...counted, works: works.end(), graph: strengths.build(people.length) }
  } finally {
    client.release()
  }
}

/** Several addresses of one person are one node. */
function nodesFrom(rows: { number: number; personId: string }[]) {
  const people: string[] = []
  const nodeOf = new Int32Array(rows.reduce((most, { number }) => Math.max(most, number), 0) + 1)
  for (const { number, personId } of rows) {
    if (people.at(-1) !== personId) people.push(personId)
    // Zero is nobody.
    nodeOf[number] = people.length
  }
  return { people, nodeOf }
}

/** Imports that stand alone in their source, and those that have to be held against each other. */
function apart(imports: { number: number; sourceId: string }[]): [alone: number[], together: number[][]] {
  const groups = [...Map.groupBy(imports, ({ sourceId }) => sourceId).values()].map((group) =>
    group.map(({ number }) => number),
  )
  return [groups.filter(({ length }) => length === 1).flat(), groups.filter(({ length }) => length > 1)]
}

/** Ties those who worked on the same: the fewer they were, the more. Too many people tie nobody. */
function projecting(strengths: ReturnType<typeof tieStrengths>, end: Date, halfLife: number) {
  let open = 0
  let held = new Map<number, number>()
  const artefacts: number[] = []
  const nodes: number[] = []
  const close = () => {
    const audience = held.size - 1
    if (audience >= 1 && audience < mostAudience) {
      const people = [...held]
      for (const [one, times] of people)
        for (const [other, others] of people)
          if (one !== other) strengths.add(one, other, 0, audience, Math.min(times, others))
      for (const [one] of people) {
        artefacts.push(open)
        nodes.push(one)
      }
    }
    held = new Map()
  }
  return {
    /** Rows come ordered by artefact. */
    add(artefact: number, node: number, week: number, times: number) {
      if (artefact !== open) close()
      open = artefact
      held.set(node, (held.get(node) ?? 0) + times * 2 ** (-ageOf(week, end) / halfLife))
    },
    end() {
      close()
      return { artefacts: Int32Array.from(artefacts), nodes: Int32Array.from(nodes) }
    },
  }
}

export { artefactNames }
