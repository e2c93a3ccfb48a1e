import { timeOrderedId } from '#platform/id.ts'
import { enough, mayDescribe, mayName, rounded } from '#platform/few.ts'
import { sizesAt } from './compute/chart.ts'
import { seedsOfRun } from './compute/communities.ts'
import type { FoundGroup, Outcome } from './compute/outcome.ts'
import type { FoundCommunity, StoredEvidence } from './discovery.ts'
import type { Read } from './inputs.ts'

export interface FoundRow extends Omit<FoundCommunity, 'figuresOf' | 'change'> {
  members: string[]
  parts: ('core' | 'edge')[]
  strengths: number[]
}

/** What is kept of the communities found, the largest first: figures as they may be shown, people with their part. */
export function foundRows(run: string, read: Read, { groups, level }: Outcome): FoundRow[] {
  const { chart } = read.inputs
  const sizes = level ? sizesAt(chart, level, read.sizes) : undefined
  const everybody = read.sizes.reduce((sum, people) => sum + people, 0)
  const ordered = groups.toSorted(
    (one, other) => other.members.length - one.members.length || one.members[0]! - other.members[0]!,
  )
  return ordered.map((group, at) => {
    const inTheirUnits = sizes
      ? [...group.units.keys()].reduce((sum, unit) => sum + sizes[unit]!, 0)
      : Math.max(everybody, read.people.length)
    const named = [...group.units].filter(([unit, inside]) => mayName(inside, sizes![unit]!)).map(([unit]) => unit)
    return {
      id: timeOrderedId(),
      runId: run,
      number: at + 1,
      people: group.members.length,
      units: Math.max(1, group.units.size),
      evidence: evidenceOf(
        group,
        named.toSorted((one, other) => one - other).map((unit) => chart.ids[unit]!),
      ),
      described: mayDescribe(group.members.length, inTheirUnits),
      words: group.words.map(({ word }) => word),
      knownId: group.known ? read.communities[group.known.community]! : null,
      likeness: group.known?.likeness ?? null,
      members: Array.from(group.members, (person) => read.people[person]!),
      parts: Array.from(group.core, (core) => (core ? 'core' : 'edge')),
      strengths: Array.from(group.strengths, rounded),
    }
  })
}

function evidenceOf(group: FoundGroup, unitIds: string[]): StoredEvidence {
  const { ties, mean, low, high } = group.cohesion
  return {
    ties: rounded(ties),
    byChance: { mean: rounded(mean), low: rounded(low), high: rounded(high), rewirings: group.rewirings },
    times: rounded(ties / Math.max(mean, 1)),
    gain: rounded(group.gain),
    stability: rounded(group.stability),
    seeds: seedsOfRun,
    trend: trendOf(group.trend),
    words: [...group.words],
    unitIds,
  }
}

/** In tenths of the strongest part, so that a part tells of everybody and of nobody. */
function trendOf(parts: FoundGroup['trend']): StoredEvidence['trend'] {
  const most = Math.max(...parts.filter(({ people }) => enough(people)).map(({ strength }) => strength), 0)
  return parts.map(({ from, to, strength, people }) => ({
    from,
    to,
    share: enough(people) && most > 0 ? Math.round((10 * strength) / most) / 10 : null,
  }))
}
