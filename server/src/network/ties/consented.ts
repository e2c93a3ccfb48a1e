import { type Graph, summable, tieStrengths } from '@mortar/graph'
import { type Database, poolOf } from '#platform/database.ts'
import { ageOf, weekOf } from '../week.ts'
import { eachRow } from './binary.ts'
import {
  artefactNames,
  type ComputableSource,
  computable,
  consentedNodes,
  rowsExpected,
  standingImports,
  tiesText,
  worksText,
} from './queries/consented.ts'

/** Shared by more people than this, something ties nobody. */
export const mostAudience = 80
const tellEvery = 200_000

export interface Window {
  from: Date
  to: Date
}

export interface TiesAsked {
  /** Ids of sources; all that may be computed from when not given. */
  sources?: string[] | undefined
  /** Days after which a trace counts half. */
  halfLife?: number | undefined
  /** Told now and then which share has been read, by what the database expects. */
  tell?: ((share: number) => void) | undefined
}

/** Ties of one window: the weeks that lie in it count, ages are reckoned from its end. */
export interface TiesOfWindow {
  /** Strengths, undirected: damped, fading, divided by audience, less when one-way. */
  graph: Graph
  /** Rows that counted, and rows of people who may not be computed with. */
  rows: number
  leftOut: number
  /** Who worked on what: artefact numbers with nodes, for the words that set a community apart. */
  works: { artefacts: Int32Array; nodes: Int32Array }
}

export interface Consented {
  /** Node n of the graphs is the person with this id. Everybody here may be computed with. */
  people: string[]
  /** What took part. */
  sources: ComputableSource[]
}
export type ConsentedTies = Consented & TiesOfWindow

/**
 * The only way from traces to a computation. Both ends of each tie work here and may be computed with now: they agreed,
 * or the source was announced two weeks ago and they have not withdrawn. Asked again after a withdrawal, it is without them.
 */
export async function consentedTies(
  db: Database,
  { window, ...asked }: TiesAsked & { window: Window },
): Promise<ConsentedTies> {
  const { windows, ...consented } = await consentedTiesOf(db, { windows: [window], ...asked })
  return { ...consented, ...windows[0]! }
}

/** The same of several windows in one reading, so that all of them know the same people. */
export async function consentedTiesOf(
  db: Database,
  { windows, sources: wanted, halfLife = 90, tell }: TiesAsked & { windows: readonly Window[] },
): Promise<Consented & { windows: TiesOfWindow[] }> {
  const sources = await computable(db, wanted, new Date())
  const ids = sources.map(({ id }) => id)
  const { people, nodeOf } = nodesFrom(await consentedNodes(db, ids))
  const imports = await standingImports(db, ids)
  const spans = windows.map((window) => spanFor(window, halfLife))
  const first = Math.min(...spans.map((span) => span.first))
  const last = Math.max(...spans.map((span) => span.last))
  const node = (number: number) => (nodeOf[number] ?? 0) - 1

  const client = await poolOf(db).connect()
  try {
    const text = tiesText(...apart(imports), first, last)
    if (text) {
      const expected = tell ? await rowsExpected(db, text) : 0
      let read = 0
      await eachRow(client, text, ['int4', 'int4', 'int2', 'int4', 'float4'], ([from, to, week, times, weight]) => {
        const [one, other] = [node(from!), node(to!)]
        for (const span of spans) span.tie(one, other, week!, times!, weight!)
        if (++read % tellEvery === 0) tell?.(Math.min(1, read / expected))
      })
    }
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
          const one = node(person!)
          for (const span of spans) span.work(artefact!, one, week!, times!)
        },
      )
    return { people, sources, windows: spans.map((span) => span.end(people.length)) }
  } finally {
    client.release()
  }
}

/** What is gathered for one window. A node below zero is somebody who may not be computed with. */
function spanFor(window: Window, halfLife: number) {
  const strengths = tieStrengths({ halfLife, mostAudience })
  const works = projecting(strengths, window.to, halfLife)
  const [first, last] = [weekOf(window.from), weekOf(window.to)]
  const counted = { rows: 0, leftOut: 0 }
  const counts = (week: number, consented: boolean) => {
    if (week < first || week > last) return false
    if (consented) counted.rows++
    else counted.leftOut++
    return consented
  }
  return {
    first,
    last,
    tie(one: number, other: number, week: number, times: number, weight: number) {
      if (counts(week, one >= 0 && other >= 0 && one !== other))
        strengths.add(one, other, ageOf(week, window.to), Math.max(1, times / weight), times)
    },
    work(artefact: number, one: number, week: number, times: number) {
      if (counts(week, one >= 0)) works.add(artefact, one, week, times)
    },
    end: (people: number): TiesOfWindow => ({ ...counted, works: works.end(), graph: strengths.build(people) }),
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
      held.set(node, (held.get(node) ?? 0) + summable(times * 2 ** (-ageOf(week, end) / halfLife)))
    },
    end() {
      close()
      return { artefacts: Int32Array.from(artefacts), nodes: Int32Array.from(nodes) }
    },
  }
}

export { artefactNames }
