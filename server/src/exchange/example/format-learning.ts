import { z } from 'zod'
import { Day, Moment, Slug, Text } from './format.ts'

/** How an example tells of needs, interests, learning items and needs assessments. */

const act = { by: Slug, at: Moment }
/** A topic: its community and its name there, as slugs. */
export const TopicOf = z.string().regex(/^[a-z0-9-]+ [a-z0-9-]+$/)
const when = z.strictObject({ at: Moment })
const Both = z.strictObject({ en: z.string().min(3), fi: z.string().min(3) })

export const Need = z.strictObject({
  ...act,
  topic: TopicOf,
  gap: z.int().min(1).max(3),
  note: z.string().max(2000),
  shares: z.array(
    z
      .strictObject({ at: Moment, mentor: Slug.optional(), community: Slug.optional() })
      .refine(({ mentor, community }) => (mentor === undefined) !== (community === undefined)),
  ),
  met: when.optional(),
})

export const Interest = z.strictObject({ ...act, topic: TopicOf })

export const LearningItem = z.strictObject({
  slug: Slug,
  ...act,
  kind: z.enum(['practice', 'document', 'course', 'gathering', 'person', 'link']),
  title: z.string().min(5).max(200),
  words: Text,
  minutes: z.int().min(1),
  topics: z.array(TopicOf),
  address: z.url().optional(),
  practice: Slug.optional(),
  person: Slug.optional(),
  agreed: when.optional(),
  expiresOn: Day.optional(),
  law: z.strictObject({ ...act, reason: Text, units: z.array(z.string()) }).optional(),
  retired: z.strictObject(act).optional(),
  done: z.array(z.strictObject({ ...act, act: z.enum(['did', 'used']) })),
  declined: z.array(z.strictObject(act)),
})

export const NeedsAssessment = z.strictObject({
  slug: Slug,
  ...act,
  title: Both,
  purpose: Both,
  units: z.array(z.string()),
  communities: z.array(Slug),
  closesOn: Day,
  opened: when,
  closed: when.optional(),
  questions: z.array(z.strictObject({ topic: TopicOf, en: z.string().min(5), fi: z.string().min(5) })).min(1),
  /** In the order of the questions; null where it is no part of their work. */
  answers: z.array(
    z.strictObject({
      ...act,
      state: z.enum(['begun', 'finished', 'declined']),
      gaps: z.array(z.int().min(0).max(3).nullable()),
    }),
  ),
})

export const Learning = z.strictObject({
  needs: z.array(Need),
  interests: z.array(Interest),
  items: z.array(LearningItem),
  assessments: z.array(NeedsAssessment),
})
export type Learning = z.infer<typeof Learning>
export type Need = z.infer<typeof Need>
export type LearningItem = z.infer<typeof LearningItem>
export type NeedsAssessment = z.infer<typeof NeedsAssessment>
