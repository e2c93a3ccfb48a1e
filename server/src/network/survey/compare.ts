import { record } from '#activity/index.ts'
import type { SurveyResult } from '@mortar/contract/network-survey'
import { arcBetween, type Graph, neighboursOf } from '@mortar/graph'
import { type Database, inTransaction } from '#platform/database.ts'
import { enough, mayDiffer, rounded } from '#platform/few.ts'
import { computable } from '../ties/queries/consented.ts'
import { type ConsentedTies, consentedTies } from '../ties/consented.ts'
import { beginOf } from '../week.ts'
import { subjectOf } from './actions/drafting.ts'
import { inFives } from './groups.ts'
import { saveComparison, surveyToCompare, whoFinished } from './queries/comparing.ts'

const day = 86_400_000

/**
 * Holds what was answered against traces of the year before closing: once, since figures that change tell of who came or
 * went. Waits while the survey may not be computed from, or there are no traces. Tells whether it was done.
 */
export async function compareWithTraces(db: Database, id: string, now = new Date()): Promise<boolean> {
  const survey = await surveyToCompare(db, id)
  if (!survey) return false
  const sources = await computable(db, undefined, now)
  const others = sources.filter(({ id: source, kind }) => source !== survey.sourceId && kind !== 'survey')
  if (others.length === 0 || !sources.some((source) => source.id === survey.sourceId)) return false
  // Ties of a survey lie at the beginning of the week in which it closed.
  const to = new Date(survey.closedAt.getTime() + 7 * day)
  const answered = await consentedTies(db, { window: { from: beginOf(0), to }, sources: [survey.sourceId] })
  const window = { from: new Date(survey.closedAt.getTime() - 365 * day), to: survey.closedAt }
  const traced = await consentedTies(db, { window, sources: others.map(({ id: source }) => source) })
  const finished = new Set(await whoFinished(db, id))
  const compared = {
    at: now.toISOString(),
    ...comparedOf(answered, traced, finished),
    sources: others.map(({ name }) => name),
  }
  await inTransaction(db, async (tx) => {
    await saveComparison(tx, id, compared)
    await record(tx, { actor: null, verb: 'network.survey_compared', subject: subjectOf(id) })
  })
  return true
}

type Ties = Pick<ConsentedTies, 'people' | 'graph'>
type Figures = Pick<NonNullable<SurveyResult['compared']>, 'people' | 'surveyInTraces' | 'tracesInSurvey'>

/** Pairs of people of whom there are both answers and traces, and at least one of whom answered. */
export function comparedOf(survey: Ties, traces: Ties, finished: ReadonlySet<string>): Figures {
  const inTraces = new Map(traces.people.map((id, node) => [id, node]))
  const both = new Map(
    survey.people.flatMap((id, node) => (has(traces.graph, inTraces.get(id)) ? [[id, node] as const] : [])),
  )
  const named = pairsIn(survey, (id) => both.has(id), finished)
  const seen = pairsIn(traces, (id) => both.has(id), finished)
  const isSeen = (one: string, other: string) => arcBetween(traces.graph, inTraces.get(one)!, inTraces.get(other)!) >= 0
  const isNamed = (one: string, other: string) => arcBetween(survey.graph, both.get(one)!, both.get(other)!) >= 0
  const people = [...both.keys()].filter((id) => finished.has(id)).length
  return {
    people: inFives(people),
    surveyInTraces: enough(people) ? shareOf(named, isSeen) : null,
    tracesInSurvey: enough(people) ? shareOf(seen, isNamed) : null,
  }
}

const has = (graph: Graph, node: number | undefined): boolean =>
  node !== undefined && neighboursOf(graph, node).length > 0

type Pair = readonly [one: string, other: string]

function pairsIn({ people, graph }: Ties, counts: (id: string) => boolean, finished: ReadonlySet<string>): Pair[] {
  const pairs: Pair[] = []
  for (const [node, one] of people.entries()) {
    if (!counts(one)) continue
    for (const target of neighboursOf(graph, node)) {
      const other = people[target]!
      if (target > node && counts(other) && (finished.has(one) || finished.has(other))) pairs.push([one, other])
    }
  }
  return pairs
}

/** The share of pairs that are in the other; nothing where the few in it or not in it could be told apart. */
function shareOf(pairs: readonly Pair[], isIn: (one: string, other: string) => boolean): number | null {
  const inside = pairs.filter(([one, other]) => isIn(one, other))
  const outside = pairs.filter(([one, other]) => !isIn(one, other))
  const peopleOf = (some: readonly Pair[]) => new Set(some.flat()).size
  if (!enough(peopleOf(pairs)) || !mayDiffer(peopleOf(inside)) || !mayDiffer(peopleOf(outside))) return null
  return rounded(inside.length / pairs.length)
}
