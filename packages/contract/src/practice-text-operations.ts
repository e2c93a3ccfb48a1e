import { z } from 'zod'
import { Created, Id, Instant, optionalMarkdown, PersonLink } from './common.ts'
import type { Operations } from './operation.ts'
import * as practice from './practice.ts'

const one = z.object({ practice: Id })
const number = z.coerce.number().int().min(1).max(1_000_000)
const aChange = z.object({ practice: Id, change: Id })

/** The text of a practice: writing it, its states, its revisions and what people propose to change. */
export const practiceTextOperations = {
  'POST /practices': {
    summary: 'Write a practice, distil one from an inquiry, or adapt one for another context; it starts as a draft',
    scope: 'write',
    body: practice.WritePractice,
    reply: Created,
    status: 201,
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
} as const satisfies Operations
