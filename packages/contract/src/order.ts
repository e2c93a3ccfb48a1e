import { z } from 'zod'
import { Id, Instant, PersonLink } from './common.ts'
import { Ground } from './inquiry.ts'
import type { Operations } from './operation.ts'

/** Pages besides inquiries and practices on which order is kept. */
export const OrderedKind = z.enum(['signal', 'escalation', 'imperative', 'story', 'value_report', 'sheet'])
export type OrderedKind = z.infer<typeof OrderedKind>

export const OrderView = z.object({
  hidden: z.boolean(),
  /** For whoever keeps order: what readers said should not be there. */
  reports: z.array(z.object({ reason: z.string(), by: PersonLink.nullable(), at: Instant })),
  /** That words were taken away for good, never which. */
  redactions: z.array(z.object({ ground: Ground, at: Instant, by: PersonLink.nullable() })),
  may: z.object({ report: z.boolean(), hide: z.boolean(), show: z.boolean(), redact: z.boolean() }),
})
export type OrderView = z.infer<typeof OrderView>

const one = z.object({ kind: OrderedKind, page: Id })

export const orderOperations = {
  'GET /pages/{kind}/{page}/order': {
    summary: 'What was taken out of a page, whether it is hidden, and for whoever keeps order what was reported',
    scope: 'read',
    params: one,
    reply: OrderView,
  },
  'POST /pages/{kind}/{page}/reports': {
    summary: 'Say that something on a page should not be there',
    scope: 'write',
    params: one,
    body: z.object({ reason: z.string().trim().min(1).max(2000) }),
  },
  'DELETE /pages/{kind}/{page}/reports': {
    summary: 'Answer what was reported of a page: it stays as it is',
    scope: 'write',
    params: one,
  },
  'PUT /pages/{kind}/{page}/hiding': {
    summary: 'Hide a page from all but its author and who keeps order',
    scope: 'write',
    params: one,
  },
  'DELETE /pages/{kind}/{page}/hiding': { summary: 'Show a hidden page again', scope: 'write', params: one },
  'POST /pages/{kind}/{page}/redactions': {
    summary: 'Take words out of a page, all its versions and copies for good',
    scope: 'write',
    params: one,
    body: z.object({
      passages: z.array(z.string().trim().min(2).max(500)).min(1).max(50),
      ground: Ground.exclude(['erasure']),
    }),
    reply: z.object({ places: z.int() }),
  },
} as const satisfies Operations
