import { z } from 'zod'
import { CommunityLink, Created, Id, Instant, PersonLink } from './common.ts'
import type { Operations } from './operation.ts'

/** Sporadic emergence, systematic building, inherent part, effective balance with the accountability spine. */
export const MaturityLevel = z.int().min(1).max(4)

/** Where a next step is done. */
export const MaturityAct = z.enum([
  'care',
  'charter',
  'communities',
  'escalations',
  'imperatives',
  'inquiries',
  'people',
  'practices',
  'matrix',
  'sheets',
  'stage',
  'maturity',
])
export type MaturityAct = z.infer<typeof MaturityAct>

export const MaturityFact = z.object({
  id: z.string(),
  /** What is looked at; it is its own formula. */
  says: z.string(),
  state: z.enum(['seen', 'unseen', 'few']),
  act: MaturityAct,
})
export type MaturityFact = z.infer<typeof MaturityFact>

export const MaturityQuestion = z.object({
  id: z.string(),
  name: z.string(),
  ask: z.string(),
  /** What each of the four levels looks like. */
  levels: z.array(z.string()).length(4),
  /** Three facts: each that is seen without a gap is a level more. */
  facts: z.array(MaturityFact).length(3),
  evidence: MaturityLevel,
})
export type MaturityQuestion = z.infer<typeof MaturityQuestion>

export const MaturityAnswer = z.object({
  question: z.string(),
  level: MaturityLevel,
  why: z.string(),
  by: PersonLink.nullable(),
  at: Instant,
})
export type MaturityAnswer = z.infer<typeof MaturityAnswer>

export const MaturityAssessment = z.object({
  id: Id,
  begun: Instant,
  ended: z.object({ at: Instant, by: PersonLink.nullable() }).nullable(),
  answers: z.array(MaturityAnswer),
  /** What the evidence said when it was done, question by question. */
  evidence: z.record(z.string(), MaturityLevel),
})
export type MaturityAssessment = z.infer<typeof MaturityAssessment>

const page = {
  questions: z.array(MaturityQuestion),
  /** The assessment that is under way: several answer it together. */
  open: MaturityAssessment.nullable(),
  /** The latest first. */
  ended: z.array(MaturityAssessment),
  may: z.object({ answer: z.boolean() }),
}
export const MaturityPage = z.object({ community: CommunityLink.nullable(), ...page })
export type MaturityPage = z.infer<typeof MaturityPage>

const one = z.object({ community: z.string().min(1).max(80) })
const question = z.object({ question: z.string().min(1).max(40) })
const answer = z.object({
  level: MaturityLevel,
  why: z.string().trim().max(2000).default(''),
  /** The level that stood there when this was answered; another one since means that somebody else answered. */
  before: MaturityLevel.nullable(),
})

export const maturityOperations = {
  'GET /communities/{community}/maturity': {
    summary: 'How mature a community is by its own answers and by evidence, for its members',
    scope: 'read',
    params: one,
    reply: MaturityPage,
  },
  'POST /communities/{community}/maturity': {
    summary: 'Begin an assessment of a community',
    scope: 'write',
    params: one,
    reply: Created,
    status: 201,
  },
  'PUT /communities/{community}/maturity/answers/{question}': {
    summary: 'Answer a question of the assessment that is under way',
    scope: 'write',
    params: one.extend(question.shape),
    body: answer,
  },
  'PUT /communities/{community}/maturity/end': {
    summary: 'Call an assessment done; the evidence of the day is kept beside it',
    scope: 'write',
    params: one,
  },
  'GET /maturity': {
    summary: 'How mature the organization is in working with communities, by answers and by evidence',
    scope: 'read',
    reply: MaturityPage,
  },
  'POST /maturity': {
    summary: 'Begin an assessment of the organization',
    scope: 'office',
    reply: Created,
    status: 201,
  },
  'PUT /maturity/answers/{question}': {
    summary: 'Answer a question of the assessment of the organization',
    scope: 'office',
    params: question,
    body: answer,
  },
  'PUT /maturity/end': { summary: 'Call the assessment of the organization done', scope: 'office' },
} as const satisfies Operations
