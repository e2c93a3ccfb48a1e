import { type Crew, alone, forCrew, sharesOf } from '../../crew/crew.ts'
import type { Graph } from '../../graph/graph.ts'
import { accumulate } from '../../graph/rows.ts'
import { type Cover, communityCount, distinct, membershipsOf, selected, sizeOf, unchanged } from '../cover.ts'
import { type Evidence, emptyEvidence } from './evidence.ts'
import type { Answer, Question } from './members.ts'
import type { NullModel } from './null-model.ts'
import { selectExplaining } from './select.ts'

/** Rounds end when this share of the communities stays as it is. */
export const SETTLED = 0.995

export interface RefineOptions {
  /** At most this many rounds. */
  readonly rounds?: number
  /** Communities of fewer people are left out. */
  readonly least?: number
  /** The communities to start from were selected already: only what they do not explain can make a new one. */
  readonly chosen?: boolean
  readonly crew?: Crew
}

/**
 * Significance refinement: asks in rounds who belongs to which community (`askMembers`), then keeps the communities
 * that explain ties beyond chance and beyond one another (`selectExplaining`). Candidates may be rough, nested, many;
 * what is returned overlaps only where people do. Ties are counted; weights are ranks: pass
 * the graph through `ranked` first.
 *
 * Cost: O(rounds · Σ over arcs of memberships). The idea of judging each member and each community by significance
 * is that of OSLOM: Lancichinetti, Radicchi, Ramasco & Fortunato (2011), PLoS ONE 6, e18961.
 */
export async function refineCover(
  graph: Graph,
  model: NullModel,
  candidates: Cover,
  options: RefineOptions = {},
): Promise<Cover> {
  const { rounds = 4, least = 5, chosen = false, crew = alone } = options
  const at = { graph: forCrew(graph, crew), model: forCrew(model, crew), crew }
  let cover = candidates
  for (let round = 0; round < rounds; round++) {
    const before = cover
    cover = await withMembersAsked(at, cover, chosen || round > 1)
    cover = distinct(selected(cover, (community) => sizeOf(cover, community) >= least))
    if (chosen || round > 0) cover = selectExplaining(at.graph, at.model, cover, await evidenceOf(at, cover), least)
    if (unchanged(before, cover) >= SETTLED) break
  }
  return cover
}

interface Site {
  readonly graph: Graph
  readonly model: NullModel
  readonly crew: Crew
}

/** The evidence for each community, by all workers. */
export async function evidenceOf({ graph, model, crew }: Site, cover: Cover): Promise<Evidence> {
  const input = forCrew({ graph, model, cover, evidence: emptyEvidence(communityCount(cover)) }, crew)
  await crew.run(
    'gatherEvidence',
    sharesOf(communityCount(cover), crew).map((range) => ({ ...input, ...range })),
  )
  return input.evidence
}

async function withMembersAsked(site: Site, cover: Cover, explained: boolean): Promise<Cover> {
  const { graph, model, crew } = site
  const { across, pairsAcross, strength, tilt } = await evidenceOf(site, cover)
  const question: Question = forCrew(
    {
      graph,
      model,
      cover,
      memberships: membershipsOf(cover, graph.nodes),
      outside: strength,
      inward: across,
      tilt,
      density: across.map((ties, community) => ties / Math.max(1, pairsAcross[community]!)),
      explained,
    },
    crew,
  )
  const units = model.starts.length - 1
  const shares = sharesOf(units, crew).map((range) => ({ ...range, question }))
  return coverOfAnswers(await crew.run('askMembers', shares), communityCount(cover))
}

function coverOfAnswers(answers: readonly Answer[], communities: number): Cover {
  const offsets = new Int32Array(communities + 1)
  for (const answer of answers) for (const community of answer.communities) offsets[community + 1]!++
  accumulate(offsets)
  const members = new Int32Array(offsets[communities]!)
  const next = offsets.slice(0, communities)
  for (const answer of answers)
    answer.communities.forEach((community, at) => (members[next[community]!++] = answer.people[at]!))
  for (let community = 0; community < communities; community++)
    members.subarray(offsets[community]!, offsets[community + 1]!).sort()
  return { offsets, members }
}
