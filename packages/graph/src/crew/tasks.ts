import type { Cover } from '../communities/cover.ts'
import { type Circles, findCircles } from '../communities/ego-splitting/circles.ts'
import { type Divided, divideParts } from '../communities/ego-splitting/divide-parts.ts'
import { type Evidence, gatherEvidence } from '../communities/significance/evidence.ts'
import { type Answer, type Question, askMembers } from '../communities/significance/members.ts'
import type { NullModel } from '../communities/significance/null-model.ts'
import type { Graph } from '../graph/graph.ts'

interface Range {
  readonly from: number
  readonly to: number
}

interface Tasks {
  findCircles: [Range & { graph: Graph; circles: Circles; seed: number }, void]
  divideParts: [Range & { graph: Graph; parts: Cover; seed: number }, Divided]
  askMembers: [Range & { question: Question }, Answer]
  gatherEvidence: [Range & { graph: Graph; model: NullModel; cover: Cover; evidence: Evidence }, void]
}

export type TaskName = keyof Tasks
export type TaskInput<Name extends TaskName> = Tasks[Name][0]
export type TaskOutput<Name extends TaskName> = Tasks[Name][1]

const tasks: { [Name in TaskName]: (input: TaskInput<Name>) => TaskOutput<Name> } = {
  findCircles: ({ graph, circles, seed, from, to }) => findCircles(graph, circles, seed, from, to),
  divideParts: ({ graph, parts, seed, from, to }) => divideParts(graph, parts, seed, from, to),
  askMembers: ({ question, from, to }) => askMembers(question, from, to),
  gatherEvidence: ({ graph, model, cover, evidence, from, to }) =>
    gatherEvidence(graph, model, cover, evidence, from, to),
}

/** Does one share of a task: what a worker calls with the message that its host sent. */
export const perform = <Name extends TaskName>(task: Name, input: TaskInput<Name>): TaskOutput<Name> =>
  tasks[task](input)
