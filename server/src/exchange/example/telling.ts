import type { Activity } from '#activity/index.ts'
import { timeOrderedId } from '#platform/id.ts'
import type { Example } from './example.ts'
import { momentIn } from './moment.ts'

type Kind =
  | 'person'
  | 'unit'
  | 'occupation'
  | 'community'
  | 'topic'
  | 'inquiry'
  | 'contribution'
  | 'practice'
  | 'run'
  | 'imperative'
  | 'escalation'
  | 'feed'
  | 'signal'
  | 'need'
  | 'item'
  | 'needsAssessment'
  | 'round'
  | 'pair'
  | 'pulse'
  | 'story'
  | 'report'
  | 'sheet'
  | 'assessment'

/** What is needed to tell an example to the database: who and what has which id, and when something was. */
export interface Telling {
  example: Example
  /** The id of something by its slug. The same slug always has the same id. */
  id(kind: Kind, slug: string): string
  /** Local time of the story. */
  at(moment: string): Date
  /** What happened, in any order. */
  happened: (Activity & { at: Date })[]
}

/** `known` are people who are here already, by their slug. */
export function telling(example: Example, known: Map<string, string>): Telling {
  const ids = new Map<string, string>()
  for (const [slug, id] of known) ids.set(`person ${slug}`, id)
  return {
    example,
    id(kind, slug) {
      const key = `${kind} ${slug}`
      const id = ids.get(key) ?? timeOrderedId()
      ids.set(key, id)
      return id
    },
    at: momentIn(example.organization.timeZone),
    happened: [],
  }
}

/** The last of what happened until a moment; the story's times sort as text. */
export const lastUntil = <Act extends { at: string }>(acts: Act[], moment: string): number =>
  acts.filter((act) => act.at <= moment).length

export const lastOf = (moments: string[]): string => moments.toSorted().at(-1)!
