import { z } from 'zod'
import { Id, Instant, PersonLink, UnitLink } from './common.ts'
import { AssessmentLine } from './learning-assessments.ts'
import { LearningItemLine, TopicLink } from './learning-items.ts'
import type { Operations } from './operation.ts'

/** What people shared or declared on a topic, in fives; topics of fewer than five people are left out. */
export const AskedTopic = z.object({
  topic: TopicLink,
  /** People who shared a need with a community, or declared an interest: about how many. */
  people: z.int(),
  /** The same by units of the highest level, where it can be told. */
  units: z.array(z.object({ unit: UnitLink, people: z.int() })),
  items: z.int(),
})
export type AskedTopic = z.infer<typeof AskedTopic>

export const LearningLeadView = z.object({
  asked: z.array(AskedTopic),
  /** Topics with five people and more, and nothing to learn from. */
  lacking: z.array(AskedTopic),
  assessments: z.array(AssessmentLine),
  /** Items whose last day comes within sixty days, or came in the last thirty. */
  expiring: z.array(LearningItemLine),
  law: z.array(LearningItemLine),
})
export type LearningLeadView = z.infer<typeof LearningLeadView>

/** Two topics that became one; what moved can move back. */
export const TopicMerge = z.object({
  id: Id,
  /** The topic that is no more; parted again, it has the same id. */
  topic: Id,
  name: z.string(),
  into: z.object({ id: Id, name: z.string() }).nullable(),
  by: PersonLink.nullable(),
  at: Instant,
  may: z.object({ undo: z.boolean() }),
})
export type TopicMerge = z.infer<typeof TopicMerge>

const one = z.object({ community: z.string().min(1).max(80) })

export const learningLeadOperations = {
  'GET /learning/lead': {
    summary: 'What is asked for most, what lacks an item, what runs, and what expires',
    scope: 'office',
    reply: LearningLeadView,
  },
  'GET /communities/{community}/topic-merges': {
    summary: 'Topics of a community that became one with another',
    scope: 'read',
    params: one,
    reply: z.object({ items: z.array(TopicMerge), may: z.object({ merge: z.boolean() }) }),
  },
  'POST /communities/{community}/topic-merges': {
    summary: 'Make two topics one: inquiries, practices, needs, interests and items of the first follow the second',
    scope: 'write',
    params: one,
    body: z.object({ topic: Id, into: Id }),
    reply: z.object({ id: Id }),
    status: 201,
  },
  'DELETE /communities/{community}/topic-merges/{merge}': {
    summary: 'Two topics again: what moved and still stands there moves back',
    scope: 'write',
    params: one.extend({ merge: Id }),
  },
} as const satisfies Operations
