import { z } from 'zod'
import { Id, markdown, pageOf, PageQuery, PersonLink } from './common.ts'
import type { Operations } from './operation.ts'
import * as practice from './practice.ts'
import * as pages from './practice-pages.ts'

const one = z.object({ practice: Id })

/** Practices seen together: lists, the matrix, a unit, a person, a steward's desk. */
export const practicePageOperations = {
  'GET /practices': {
    summary: 'The repertoire, of a community or of the whole organization',
    scope: 'read',
    query: PageQuery.extend({
      community: Id.optional(),
      kind: practice.PracticeKind.optional(),
      state: practice.PracticeState.optional(),
      topic: Id.optional(),
      validated: z.stringbool().optional(),
      overdue: z.stringbool().optional(),
      words: z
        .string()
        .max(200)
        .regex(/^[^\0]*$/)
        .optional(),
    }),
    reply: pageOf(practice.PracticeLine),
  },
  'GET /practices/matrix': {
    summary: 'Practices down, units across: who runs what',
    scope: 'read',
    query: z.object({
      community: Id.optional(),
      kind: practice.PracticeKind.optional(),
      under: Id.optional(),
    }),
    reply: pages.MatrixView,
  },
  'GET /practices/similar': {
    summary: 'Practices that may already help with a problem',
    scope: 'read',
    query: z.object({ words: markdown(2000) }),
    reply: z.object({ items: z.array(pages.SimilarPractice) }),
  },
  'GET /stewardship': {
    summary: 'What waits for me as a steward: reviews, proposals, changes, evidence that came in',
    scope: 'read',
    reply: pages.Stewardship,
  },
  'GET /practices/{practice}/history': {
    summary: 'From the first question to the latest run, on one line of time',
    scope: 'read',
    params: one,
    reply: z.object({ items: z.array(pages.HistoryEntry) }),
  },
  'GET /units/{unit}/practices': {
    summary: 'What a unit runs, tries, was asked and decided against',
    scope: 'read',
    params: z.object({ unit: Id }),
    reply: pages.UnitPractices,
  },
  'GET /people/{person}/practices': {
    summary: 'What somebody brought into the repertoire',
    scope: 'read',
    params: z.object({ person: Id }),
    reply: pages.PersonPractices,
  },
  'GET /inquiries/{inquiry}/distillation': {
    summary: 'What a practice distilled from this inquiry starts with',
    scope: 'read',
    params: z.object({ inquiry: Id }),
    reply: pages.Distillation,
  },
  'GET /communities/{community}/handover': {
    summary: 'The practices that need a new steward or retirement before the community closes',
    scope: 'read',
    params: z.object({ community: Id }),
    reply: z.object({
      items: z.array(practice.PracticeLink.extend({ steward: PersonLink.nullable(), needsSteward: z.boolean() })),
    }),
  },
  'PUT /communities/{community}/ending': {
    summary: 'Close with honour: a note that stays, and a new steward for each practice or its retirement',
    scope: 'write',
    params: z.object({ community: Id }),
    body: practice.CloseCommunity,
  },
} as const satisfies Operations
