import { z } from 'zod'
import { Created, Day, Id, line, PersonLink } from './common.ts'
import {
  Frequency,
  HelpKind,
  OwnAnswers,
  SurveyDraft,
  SurveyLine,
  SurveyResponse,
  SurveyResult,
  SurveyTemplate,
  SurveyView,
} from './network-survey.ts'
import { ImportReport } from './network-traces.ts'
import type { Operations } from './operation.ts'

const named = {
  frequency: Frequency.nullable().default(null),
  whatFor: z.array(HelpKind).max(5).default([]),
  more: z.boolean().default(false),
}

const one = z.object({ survey: Id })
const naming = z.object({ survey: Id, question: z.string().min(1).max(20), person: Id })

export const surveyOperations = {
  'GET /surveys': {
    summary: 'Surveys that I am asked in; for the knowledge office all, and templates for a new one',
    scope: 'read',
    reply: z.object({
      items: z.array(SurveyLine),
      templates: z.array(SurveyTemplate),
      may: z.object({ make: z.boolean() }),
    }),
  },
  'POST /surveys': {
    summary: 'Write a survey; nobody is asked before it opens',
    scope: 'office',
    body: SurveyDraft,
    reply: Created,
    status: 201,
  },
  'GET /surveys/{survey}': { summary: 'A survey', scope: 'read', params: one, reply: SurveyView },
  'PUT /surveys/{survey}': {
    summary: 'Change a draft; of an open survey only its last day and its reminders',
    scope: 'office',
    params: one,
    body: SurveyDraft,
  },
  'DELETE /surveys/{survey}': { summary: 'Discard a draft', scope: 'office', params: one },
  'PUT /surveys/{survey}/opening': {
    summary: 'Open a survey today, or on a day',
    scope: 'office',
    params: one,
    body: z.object({ on: Day.nullable().default(null) }),
  },
  'DELETE /surveys/{survey}/opening': {
    summary: 'Take the opening back, while nobody has begun to answer',
    scope: 'office',
    params: one,
  },
  'PUT /surveys/{survey}/closing': {
    summary: 'Close a survey: what was handed in becomes ties and figures, the rest is deleted',
    scope: 'office',
    params: one,
  },
  'POST /surveys/{survey}/reminders': {
    summary: 'Remind those who have not answered and want to be reminded; nobody learns who they are',
    scope: 'office',
    params: one,
  },
  'GET /surveys/{survey}/answer': { summary: 'What I answered', scope: 'read', params: one, reply: OwnAnswers },
  'PUT /surveys/{survey}/answer': {
    summary: 'Hand in, take it back to change, or decline',
    scope: 'write',
    params: one,
    body: z.object({ state: z.enum(['begun', 'finished', 'declined']) }),
  },
  'PUT /surveys/{survey}/answer/reminders': {
    summary: 'Be reminded of this survey, or not',
    scope: 'write',
    params: one,
    body: z.object({ wanted: z.boolean() }),
  },
  'PUT /surveys/{survey}/answer/{question}/{person}': {
    summary: 'Name a colleague, and say how often and what for',
    scope: 'write',
    params: naming,
    body: z.object(named),
  },
  'DELETE /surveys/{survey}/answer/{question}/{person}': {
    summary: 'Take a colleague out of my answer',
    scope: 'write',
    params: naming,
  },
  'GET /surveys/{survey}/roster': {
    summary:
      'Colleagues to choose from: without words those of my unit and my communities, with words all whose name fits',
    scope: 'read',
    params: one,
    query: z.object({ words: z.string().trim().max(100).optional() }),
    reply: z.object({
      items: z.array(z.object({ person: PersonLink, why: z.enum(['unit', 'community', 'words']) })),
    }),
  },
  'GET /surveys/{survey}/response': {
    summary: 'How many answered, unit by unit, in fives',
    scope: 'read',
    params: one,
    reply: SurveyResponse,
  },
  'GET /surveys/{survey}/result': {
    summary: 'What came of a closed survey, as figures that five people or more stand behind',
    scope: 'read',
    params: one,
    reply: SurveyResult,
  },
  'POST /sources/{source}/matrices': {
    summary:
      'Bring in answers of a survey done elsewhere: lists or square tables of who names whom, each file a relation',
    scope: 'office',
    params: z.object({ source: Id }),
    body: z.object({
      files: z
        .array(z.object({ name: line(255), text: z.string().max(900_000) }))
        .min(1)
        .max(20),
      /** When it was answered; today when not given. */
      on: Day.nullable().default(null),
      /** Look only, change nothing. */
      dryRun: z.boolean().default(false),
    }),
    reply: z.object({ import: Id.nullable(), report: ImportReport }),
  },
} as const satisfies Operations
