import { z } from 'zod'
import { CommunityLink, Created, Day, Id, Instant, line, UnitLink } from './common.ts'
import { TopicLink } from './learning-items.ts'
import type { Operations } from './operation.ts'

/** Words in both languages of the platform. */
const both = (max: number) => z.object({ en: line(max), fi: line(max) })

export const AssessmentState = z.enum(['draft', 'open', 'closed'])
export type AssessmentState = z.infer<typeof AssessmentState>
export const AssessmentAnswerState = z.enum(['asked', 'begun', 'finished', 'declined'])
export type AssessmentAnswerState = z.infer<typeof AssessmentAnswerState>

/** Nothing (0), a little (1), a good deal (2) or much (3) is missing; null where it is no part of one's work. */
export const AnsweredGap = z.int().min(0).max(3).nullable()

export const WriteAssessment = z.object({
  title: both(200),
  purpose: both(2000),
  units: z.array(Id).max(100).default([]),
  occupations: z.array(Id).max(100).default([]),
  communities: z.array(Id).max(100).default([]),
  closesOn: Day.refine((day) => day >= '1900-01-01')
    .nullable()
    .default(null),
  questions: z
    .array(z.object({ topic: Id, words: both(300) }))
    .min(1)
    .max(60),
})
export type WriteAssessment = z.infer<typeof WriteAssessment>

/** People behind a figure; null where there are too few to tell. */
const Few = z.int().nullable()

export const AssessmentResult = z.object({
  asked: Few,
  answered: Few,
  topics: z.array(
    z.object({
      topic: z.object({ id: Id, name: z.string() }),
      /** Of how many it is part of their work. */
      concerned: Few,
      /** Of how many of them something is missing. */
      lacking: Few,
      /** Of how many of them much, or a good deal, is missing. */
      most: Few,
      /** How much is missing on average, from 0 to 3. */
      mean: z.number().nullable(),
      /** The same unit by unit of the highest level, where it can be told. */
      units: z.array(z.object({ unit: UnitLink, concerned: z.int(), mean: z.number() })),
    }),
  ),
})
export type AssessmentResult = z.infer<typeof AssessmentResult>

export const AssessmentLine = z.object({
  id: Id,
  title: z.string(),
  state: AssessmentState,
  origin: z.enum(['asked', 'imported']),
  closesOn: Day.nullable(),
  closedAt: Instant.nullable(),
  questions: z.int(),
  mine: AssessmentAnswerState.nullable(),
})
export type AssessmentLine = z.infer<typeof AssessmentLine>

export const AssessmentView = AssessmentLine.extend({
  purpose: z.string(),
  written: z.object({
    title: z.object({ en: z.string(), fi: z.string() }),
    purpose: z.object({ en: z.string(), fi: z.string() }),
  }),
  units: z.array(UnitLink),
  occupations: z.array(z.object({ id: Id, name: z.string() })),
  communities: z.array(CommunityLink),
  items: z.array(
    z.object({
      topic: TopicLink,
      text: z.string(),
      words: z.object({ en: z.string(), fi: z.string() }),
    }),
  ),
  /** How many it would be asked of, while it is a draft; how many it was asked of afterwards. For the learning lead. */
  people: Few,
  /** How many handed in so far. For the learning lead, from five on. */
  answered: Few,
  may: z.object({
    edit: z.boolean(),
    discard: z.boolean(),
    open: z.boolean(),
    close: z.boolean(),
    answer: z.boolean(),
    result: z.boolean(),
  }),
})
export type AssessmentView = z.infer<typeof AssessmentView>

export const OwnAssessmentAnswer = z.object({
  state: AssessmentAnswerState,
  answers: z.array(z.object({ topic: Id, gap: AnsweredGap })),
})
export type OwnAssessmentAnswer = z.infer<typeof OwnAssessmentAnswer>

const one = z.object({ assessment: Id })

export const learningAssessmentOperations = {
  'GET /learning/needs-assessments': {
    summary: 'Needs assessments that I am asked in; for the knowledge office all',
    scope: 'read',
    reply: z.object({ items: z.array(AssessmentLine), may: z.object({ make: z.boolean() }) }),
  },
  'POST /learning/needs-assessments': {
    summary: 'Write a needs assessment; nobody is asked before it opens',
    scope: 'office',
    body: WriteAssessment,
    reply: Created,
    status: 201,
  },
  'GET /learning/needs-assessments/{assessment}': {
    summary: 'A needs assessment',
    scope: 'read',
    params: one,
    reply: AssessmentView,
  },
  'PUT /learning/needs-assessments/{assessment}': {
    summary: 'Write a draft anew; of an open one only the last day changes',
    scope: 'office',
    params: one,
    body: WriteAssessment,
  },
  'DELETE /learning/needs-assessments/{assessment}': { summary: 'Discard a draft', scope: 'office', params: one },
  'PUT /learning/needs-assessments/{assessment}/opening': {
    summary: 'Ask everybody it is for',
    scope: 'office',
    params: one,
  },
  'PUT /learning/needs-assessments/{assessment}/closing': {
    summary: 'Close it: what was handed in is counted once, and the figures stay',
    scope: 'office',
    params: one,
  },
  'GET /learning/needs-assessments/{assessment}/answer': {
    summary: 'What I answered; mine to read after it closed, too',
    scope: 'read',
    params: one,
    reply: OwnAssessmentAnswer,
  },
  'PUT /learning/needs-assessments/{assessment}/answer': {
    summary: 'Save answers, hand in, take it back to change, or decline',
    scope: 'write',
    params: one,
    body: z.object({
      state: z.enum(['begun', 'finished', 'declined']),
      answers: z
        .array(z.object({ topic: Id, gap: AnsweredGap }))
        .max(60)
        .default([]),
    }),
  },
  'GET /learning/needs-assessments/{assessment}/result': {
    summary: 'What came of it, as figures that five people or more stand behind',
    scope: 'read',
    params: one,
    reply: AssessmentResult,
  },
} as const satisfies Operations
