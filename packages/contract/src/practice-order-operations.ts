import { z } from 'zod'
import { Id, Instant, markdown, PersonLink } from './common.ts'
import { Redact } from './inquiry.ts'
import type { Operations } from './operation.ts'

const one = z.object({ practice: Id })

/** Order in the repertoire: what people report, what is hidden, what is taken away for good. */
export const practiceOrderOperations = {
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
} as const satisfies Operations
