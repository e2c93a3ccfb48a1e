import { z } from 'zod'
import { Created, Id, Instant, markdown, optionalMarkdown, pageOf, PageQuery, PersonLink } from './common.ts'
import { Redact } from './inquiry.ts'
import type { Operations } from './operation.ts'
import * as practice from './practice.ts'
import * as pages from './practice-pages.ts'

const one = z.object({ practice: Id })
const number = z.coerce.number().int().min(1).max(1_000_000)
const ofUnit = z.object({ practice: Id, unit: Id })
const aChange = z.object({ practice: Id, change: Id })
const aRun = z.object({ run: Id })

export const practiceOperations = {
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
  'POST /practices': {
    summary: 'Write a practice, distil one from an inquiry, or adapt one for another context; it starts as a draft',
    scope: 'write',
    body: practice.WritePractice,
    reply: Created,
    status: 201,
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
  'GET /practices/{practice}': {
    summary: 'A practice with its evidence, variants and adoptions',
    scope: 'read',
    params: one,
    reply: practice.PracticeView,
  },
  'PUT /practices/{practice}/text': {
    summary: 'Write the next revision',
    scope: 'write',
    params: one,
    body: practice.RevisePractice,
    reply: z.object({ revision: z.int() }),
  },
  'PUT /practices/{practice}/state': {
    summary: 'Propose, take, send back, retire or restore',
    scope: 'write',
    params: one,
    body: practice.MovePractice,
  },
  'PUT /practices/{practice}/steward': {
    summary: 'Hand the stewardship to a member',
    scope: 'write',
    params: one,
    body: z.object({ steward: Id }),
  },
  'PUT /practices/{practice}/topics': {
    summary: 'Place it under topics of its community',
    scope: 'write',
    params: one,
    body: z.object({ topics: z.array(Id).max(5) }),
  },
  'GET /practices/{practice}/revisions': {
    summary: 'Every revision, newest first',
    scope: 'read',
    params: one,
    reply: z.object({
      items: z.array(
        z.object({
          revision: z.int(),
          note: z.string(),
          by: PersonLink.nullable(),
          takenBy: PersonLink.nullable(),
          at: Instant,
        }),
      ),
    }),
  },
  'GET /practices/{practice}/revisions/{revision}': {
    summary: 'One revision, whole',
    scope: 'read',
    params: one.extend({ revision: number }),
    reply: practice.RevisionView,
  },
  'GET /practices/{practice}/changes': {
    summary: 'Changes that people proposed',
    scope: 'read',
    params: one,
    reply: z.object({ items: z.array(practice.ChangeView) }),
  },
  'POST /practices/{practice}/changes': {
    summary: 'Propose a change; a steward takes it or says why not',
    scope: 'write',
    params: one,
    body: practice.SuggestChange,
    reply: Created,
    status: 201,
  },
  'PUT /practices/{practice}/changes/{change}/decision': {
    summary: 'Take a proposed change as the next revision, or decline it with a reason',
    scope: 'write',
    params: aChange,
    body: z.object({
      taken: z.boolean(),
      reason: optionalMarkdown(2000),
      /** The change put together with a revision that came after it was written; without it, the change as it is. */
      together: practice.RevisePractice.omit({ note: true }).optional(),
    }),
  },
  'DELETE /practices/{practice}/changes/{change}': {
    summary: 'Withdraw a change that I proposed',
    scope: 'write',
    params: aChange,
  },
  'GET /practices/{practice}/applications': {
    summary: 'How it went, newest first',
    scope: 'read',
    params: one,
    query: PageQuery,
    reply: pageOf(practice.ApplicationView),
  },
  'POST /practices/{practice}/applications': {
    summary: 'I used this',
    scope: 'write',
    params: one,
    body: practice.ApplyPractice,
    reply: Created,
    status: 201,
  },
  'DELETE /practices/{practice}/applications/{application}': {
    summary: 'Withdraw what I said about using it',
    scope: 'write',
    params: z.object({ practice: Id, application: Id }),
  },
  'DELETE /practices/{practice}/applications/{application}/withdrawal': {
    summary: 'Let it stand again, as it was',
    scope: 'write',
    params: z.object({ practice: Id, application: Id }),
  },
  'POST /practices/{practice}/validations': {
    summary: 'Decide, with reasons, whether the evidence validates it',
    scope: 'write',
    params: one,
    body: practice.Validate,
  },
  'GET /practices/{practice}/validations': {
    summary: 'Decisions about validation, for members',
    scope: 'read',
    params: one,
    reply: z.object({ items: z.array(practice.ValidationView) }),
  },
  'POST /practices/{practice}/verifications': {
    summary: 'Say that it is still right, today',
    scope: 'write',
    params: one,
    body: practice.Verify,
  },
  'GET /practices/{practice}/reports': {
    summary: 'Reports that wait for who keeps order',
    scope: 'read',
    params: one,
    reply: z.object({ items: z.array(z.object({ by: PersonLink.nullable(), reason: z.string(), at: Instant })) }),
  },
  'POST /practices/{practice}/reports': {
    summary: 'Tell the facilitators that something is wrong here',
    scope: 'write',
    params: one,
    body: z.object({ reason: markdown(2000) }),
  },
  'DELETE /practices/{practice}/reports': {
    summary: 'Leave it as it is, as a facilitator: what was reported is answered',
    scope: 'write',
    params: one,
  },
  'PUT /practices/{practice}/hiding': { summary: 'Hide it, as a facilitator', scope: 'write', params: one },
  'DELETE /practices/{practice}/hiding': { summary: 'Show it again', scope: 'write', params: one },
  'POST /practices/{practice}/redactions': {
    summary: 'Take words or files away for good, from every revision and from what was adapted; that it happened stays',
    scope: 'write',
    params: one,
    body: Redact,
    reply: z.object({
      places: z.int(),
      files: z.int(),
      practices: z.int(),
      /** Where the same words still stand above it, as far as I may read it. */
      elsewhere: z.array(z.object({ kind: z.enum(['inquiry', 'practice']), id: Id, title: z.string() })),
    }),
  },
  'GET /practices/{practice}/history': {
    summary: 'From the first question to the latest run, on one line of time',
    scope: 'read',
    params: one,
    reply: z.object({ items: z.array(pages.HistoryEntry) }),
  },
  'GET /practices/{practice}/adoptions': {
    summary: 'Every decision of every unit, newest first',
    scope: 'read',
    params: one,
    query: z.object({ unit: Id.optional() }),
    reply: z.object({ items: z.array(practice.AdoptionView) }),
  },
  'PUT /practices/{practice}/adoptions/{unit}': {
    summary: 'Record the decision of a unit: trying, adopted, declined or dropped, with the reason',
    scope: 'write',
    params: ofUnit,
    body: practice.DecideAdoption,
  },
  'POST /practices/{practice}/proposals': {
    summary: 'Adopt or explain: send it to a unit, which answers by a day',
    scope: 'write',
    params: one,
    body: practice.ProposeToUnit,
  },
  'DELETE /practices/{practice}/proposals/{unit}': {
    summary: 'Take back what was sent to a unit, while it has not answered',
    scope: 'write',
    params: ofUnit,
  },
  'POST /practices/{practice}/runs': {
    summary: 'Start a run of a routine in a unit that adopted it',
    scope: 'write',
    params: one,
    body: z.object({ unit: Id, title: optionalMarkdown(200) }),
    reply: Created,
    status: 201,
  },
  'GET /runs/{run}': {
    summary: 'A run: its steps by role, never by name',
    scope: 'read',
    params: aRun,
    reply: pages.RunView,
  },
  'PUT /runs/{run}/steps/{step}': { summary: 'Tick a step', scope: 'write', params: aRun.extend({ step: number }) },
  'DELETE /runs/{run}/steps/{step}': {
    summary: 'Take back a tick of mine',
    scope: 'write',
    params: aRun.extend({ step: number }),
  },
  'PUT /runs/{run}/ending': {
    summary: 'End a run with a note, which becomes an application of the unit',
    scope: 'write',
    params: aRun,
    body: practice.EndRun,
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
