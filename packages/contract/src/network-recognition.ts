import { z } from 'zod'
import { CommunityLink, Created, Id, Instant, line, PersonLink } from './common.ts'
import type { Operations } from './operation.ts'

export const RecognitionAnswer = z.enum(['yes', 'no', 'not_me'])
export type RecognitionAnswer = z.infer<typeof RecognitionAnswer>

export const RecognitionState = z.enum(['asking', 'recognised', 'not_recognised', 'withdrawn'])
export type RecognitionState = z.infer<typeof RecognitionState>

/** The question to one person. Sizes are rounded, and left out where they would name the others. */
export const RecognitionQuestion = z.object({
  /** About how many others, in fives. */
  others: z.int().nullable(),
  units: z.int().nullable(),
  words: z.array(z.string()),
  answer: RecognitionAnswer.nullable(),
  called: z.string(),
  namesMe: z.boolean(),
  /** Those who agreed and let their name be shown, once the reader has done both too. */
  agreed: z.array(PersonLink),
})
export type RecognitionQuestion = z.infer<typeof RecognitionQuestion>

export const RecognitionView = z.object({
  id: Id,
  state: RecognitionState,
  startedAt: Instant,
  /** Until when an answer counts. */
  until: Instant,
  endedAt: Instant.nullable(),
  /** Whether the reader began it. */
  mine: z.boolean(),
  question: RecognitionQuestion.nullable(),
  /** Of those asked, how many answered: for the knowledge office, and only from five on. */
  asked: z.int().nullable(),
  answered: z.int().nullable(),
  /** The community found, where the reader may see it. */
  found: Id.nullable(),
  /** The community that came of it, where the reader may see it. */
  community: CommunityLink.nullable(),
  may: z.object({ answer: z.boolean(), withdraw: z.boolean() }),
})
export type RecognitionView = z.infer<typeof RecognitionView>

const one = z.object({ recognition: Id })

export const recognitionOperations = {
  'GET /recognitions': {
    summary: 'Where I was asked, and what I began; for the knowledge office all',
    scope: 'read',
    reply: z.object({ items: z.array(RecognitionView) }),
  },
  'POST /recognitions': {
    summary: 'Ask the likely core of a community found, one by one and in private, whether it is real',
    scope: 'write',
    body: z.object({ found: Id }),
    reply: Created,
    status: 201,
  },
  'GET /recognitions/{recognition}': {
    summary: 'One recognition, as the reader may see it',
    scope: 'read',
    params: one,
    reply: RecognitionView,
  },
  'PUT /recognitions/{recognition}/answer': {
    summary: 'Say whether it is so, what I would call it, and whether those who agree may see my name',
    scope: 'write',
    params: one,
    body: z.object({
      answer: RecognitionAnswer,
      called: line(120).or(z.literal('')).default(''),
      namesMe: z.boolean().default(false),
    }),
  },
  'DELETE /recognitions/{recognition}': { summary: 'Take back the question', scope: 'write', params: one },
} as const satisfies Operations
