import { z } from 'zod'
import { CommunityLink, Created, Day, Id, Instant, PersonLink } from './common.ts'
import { LearningItemLine, TopicLink } from './learning-items.ts'
import type { Operations } from './operation.ts'
import { ApplyPractice } from './practice.ts'

/** How much is missing: 1 a little, 2 a good deal, 3 much. */
export const Gap = z.int().min(1).max(3)

const note = z
  .string()
  .trim()
  .max(2000)
  .regex(/^[^\0]*$/)
  .default('')

/** With whom a need is shared: one person asked to help, or one community. */
export const NeedShare = z.object({
  id: Id,
  mentor: PersonLink.nullable(),
  community: CommunityLink.nullable(),
  at: Instant,
})

/** A need of one's own; nobody else sees it before it is shared. */
export const OwnNeed = z.object({
  id: Id,
  topic: TopicLink,
  gap: Gap,
  note: z.string(),
  notedAt: Instant,
  metAt: Instant.nullable(),
  shares: z.array(NeedShare),
})
export type OwnNeed = z.infer<typeof OwnNeed>

/** A need that somebody shared with the reader, or with a community of theirs. */
export const ToldNeed = z.object({
  id: Id,
  person: PersonLink,
  topic: TopicLink,
  gap: Gap,
  note: z.string(),
  /** The community it was shared with; with the reader alone when null. */
  community: CommunityLink.nullable(),
  at: Instant,
})
export type ToldNeed = z.infer<typeof ToldNeed>

/** Why an item is suggested. Nothing is compulsory but what the law asks. */
export const SuggestionReason = z.object({
  kind: z.enum(['law', 'shared_need', 'own_need', 'interest', 'plan']),
  topic: TopicLink.nullable(),
  /** Of a plan in use: the community of the reader that it sends the item to; null where it goes to several. */
  community: CommunityLink.nullable(),
  /** The reason that the knowledge office gave, where the law asks for it. */
  law: z.string().nullable(),
})
export type SuggestionReason = z.infer<typeof SuggestionReason>

export const Suggestion = z.object({ item: LearningItemLine, reasons: z.array(SuggestionReason) })
export type Suggestion = z.infer<typeof Suggestion>

export const DoneAct = z.enum(['did', 'used'])
export type DoneAct = z.infer<typeof DoneAct>

export const OwnLearning = z.object({
  needs: z.array(OwnNeed),
  interests: z.array(TopicLink),
  told: z.array(ToldNeed),
  done: z.array(z.object({ item: LearningItemLine, act: DoneAct, at: Instant, application: Id.nullable() })),
  declined: z.array(z.object({ item: LearningItemLine.nullable(), topic: TopicLink.nullable(), at: Instant })),
  /** Items in which others propose to shadow the reader, who has not said yes. */
  shadowing: z.array(LearningItemLine),
  /** Assessments that wait for an answer. */
  assessments: z.array(z.object({ id: Id, title: z.string(), closesOn: Day.nullable() })),
  may: z.object({ note: z.boolean(), lead: z.boolean(), plan: z.boolean() }),
})
export type OwnLearning = z.infer<typeof OwnLearning>

const ofNeed = z.object({ need: Id })
const ofItem = z.object({ item: Id })
const ofTopic = z.object({ topic: Id })

export const learningNeedOperations = {
  'GET /learning': {
    summary: 'What I noted, declared, did and put aside, and what others shared with me',
    scope: 'read',
    reply: OwnLearning,
  },
  'GET /learning/topics': {
    summary: 'Topics that I can choose: of communities whose inquiries I may read',
    scope: 'read',
    query: z.object({ words: z.string().trim().max(100).optional(), open: z.enum(['yes']).optional() }),
    reply: z.object({ items: z.array(TopicLink) }),
  },
  'GET /learning/suggestions': {
    summary: 'Learning items for me, each with the reason',
    scope: 'read',
    reply: z.object({ items: z.array(Suggestion) }),
  },
  'POST /learning/needs': {
    summary: 'Note what I want to learn; nobody else sees it',
    scope: 'write',
    body: z.object({ topic: Id, gap: Gap, note }),
    reply: Created,
    status: 201,
  },
  'PUT /learning/needs/{need}': {
    summary: 'Change a need, or say that it is met',
    scope: 'write',
    params: ofNeed,
    body: z.object({ gap: Gap, note, met: z.boolean() }),
  },
  'DELETE /learning/needs/{need}': {
    summary: 'Delete a need and everything shared of it',
    scope: 'write',
    params: ofNeed,
  },
  'POST /learning/needs/{need}/shares': {
    summary: 'Share a need with one person, or with one community of mine',
    scope: 'write',
    params: ofNeed,
    body: z
      .object({ mentor: Id.nullable().default(null), community: Id.nullable().default(null) })
      .refine(({ mentor, community }) => (mentor === null) !== (community === null)),
    reply: Created,
    status: 201,
  },
  'DELETE /learning/needs/{need}/shares/{share}': {
    summary: 'Take a shared need back',
    scope: 'write',
    params: ofNeed.extend({ share: Id }),
  },
  'PUT /learning/interests/{topic}': { summary: 'Declare an interest in a topic', scope: 'write', params: ofTopic },
  'DELETE /learning/interests/{topic}': { summary: 'Take an interest back', scope: 'write', params: ofTopic },
  'PUT /learning/items/{item}/done/{act}': {
    summary: 'I did it, or I used it; of a practice that is an application, which says how it went',
    scope: 'write',
    params: ofItem.extend({ act: DoneAct }),
    body: z.object({ application: ApplyPractice.nullable().default(null) }),
  },
  'DELETE /learning/items/{item}/done/{act}': {
    summary: 'Take that back; an application stays with its practice until it is taken back there',
    scope: 'write',
    params: ofItem.extend({ act: DoneAct }),
  },
  'PUT /learning/items/{item}/decline': { summary: 'This item is not for me', scope: 'write', params: ofItem },
  'DELETE /learning/items/{item}/decline': { summary: 'It is for me after all', scope: 'write', params: ofItem },
  'PUT /learning/topics/{topic}/decline': {
    summary: 'Nothing on this topic is for me',
    scope: 'write',
    params: ofTopic,
  },
  'DELETE /learning/topics/{topic}/decline': {
    summary: 'This topic is for me after all',
    scope: 'write',
    params: ofTopic,
  },
} as const satisfies Operations
