import { z } from 'zod'
import {
  CommunityLink,
  Created,
  Day,
  Id,
  Instant,
  line,
  optionalMarkdown,
  PersonLink,
  Rendered,
  UnitLink,
} from './common.ts'
import type { Operations } from './operation.ts'

export const TopicLink = z.object({ id: Id, name: z.string(), community: CommunityLink.nullable() })
export type TopicLink = z.infer<typeof TopicLink>

export const LearningKind = z.enum(['practice', 'document', 'course', 'gathering', 'person', 'link'])
export type LearningKind = z.infer<typeof LearningKind>

const Law = z.object({
  reason: z.string(),
  units: z.array(UnitLink),
  occupations: z.array(z.object({ id: Id, name: z.string() })),
})

/** Something to learn from, as lists show it: the topics that the reader may see. */
export const LearningItemLine = z.object({
  id: Id,
  kind: LearningKind,
  title: z.string(),
  minutes: z.int(),
  topics: z.array(TopicLink),
  address: z.string().nullable(),
  practice: z.object({ id: Id, title: z.string() }).nullable(),
  person: PersonLink.nullable(),
  /** The last day on which it is offered. */
  expiresOn: Day.nullable(),
  /** Whether it is offered today: neither retired nor expired, and who is shadowed agreed. */
  offered: z.boolean(),
  law: Law.nullable(),
  /** What the reader said of it. */
  mine: z.object({ did: z.boolean(), used: z.boolean(), declined: z.boolean() }),
})
export type LearningItemLine = z.infer<typeof LearningItemLine>

export const LearningItemView = LearningItemLine.extend({
  words: Rendered,
  addedBy: PersonLink.nullable(),
  changedAt: Instant,
  retiredAt: Instant.nullable(),
  externalId: z.string().nullable(),
  may: z.object({ edit: z.boolean(), law: z.boolean(), agree: z.boolean(), withdraw: z.boolean() }),
})
export type LearningItemView = z.infer<typeof LearningItemView>

export const WriteLearningItem = z
  .object({
    kind: LearningKind,
    title: line(200),
    words: optionalMarkdown(10_000),
    minutes: z.int().min(1).max(100_000),
    topics: z.array(Id).max(20).default([]),
    address: z
      .url({ protocol: /^https?$/ })
      .max(2000)
      .nullable()
      .default(null),
    practice: Id.nullable().default(null),
    person: Id.nullable().default(null),
    expiresOn: Day.refine((day) => day >= '1900-01-01')
      .nullable()
      .default(null),
  })
  .refine(({ kind, practice }) => (kind === 'practice') === (practice !== null), { path: ['practice'] })
  .refine(({ kind, person }) => (kind === 'person') === (person !== null), { path: ['person'] })
export type WriteLearningItem = z.infer<typeof WriteLearningItem>

const one = z.object({ item: Id })

export const learningItemOperations = {
  'GET /learning/items': {
    summary: 'The catalogue: learning items by words, topic and kind',
    scope: 'read',
    query: z.object({
      words: z.string().trim().max(100).optional(),
      topic: Id.optional(),
      kind: LearningKind.optional(),
      /** Those that are not offered any more. */
      past: z.enum(['yes']).optional(),
      after: z.string().max(500).optional(),
      limit: z.coerce.number().int().min(1).max(100).default(30),
    }),
    reply: z.object({
      items: z.array(LearningItemLine),
      next: z.string().nullable(),
      may: z.object({ add: z.boolean(), bring: z.boolean() }),
    }),
  },
  'POST /learning/items': {
    summary: 'Add something to learn from',
    scope: 'write',
    body: WriteLearningItem,
    reply: Created,
    status: 201,
  },
  'GET /learning/items/{item}': { summary: 'A learning item', scope: 'read', params: one, reply: LearningItemView },
  'PUT /learning/items/{item}': {
    summary: 'Change a learning item',
    scope: 'write',
    params: one,
    body: WriteLearningItem,
  },
  'PUT /learning/items/{item}/retirement': { summary: 'Offer it no more', scope: 'write', params: one },
  'DELETE /learning/items/{item}/retirement': { summary: 'Offer it again', scope: 'write', params: one },
  'PUT /learning/items/{item}/law': {
    summary: 'Mark as asked by law, with the reason, for some units and occupations or for everybody',
    scope: 'office',
    params: one,
    body: z.object({
      reason: z.string().trim().min(1).max(2000),
      units: z.array(Id).max(50).default([]),
      occupations: z.array(Id).max(50).default([]),
    }),
  },
  'DELETE /learning/items/{item}/law': { summary: 'The law does not ask for it', scope: 'office', params: one },
  'PUT /learning/items/{item}/shadowing': { summary: 'Agree to be shadowed', scope: 'write', params: one },
  'DELETE /learning/items/{item}/shadowing': { summary: 'Not to be shadowed any more', scope: 'write', params: one },
} as const satisfies Operations
