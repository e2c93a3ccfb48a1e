import { z } from 'zod'
import { CommunityLink, Created, Day, Id, Instant, line, markdown, PersonLink, Rendered } from './common.ts'
import type { Operations } from './operation.ts'

const how = line(500)

/** Who says that something serves an aim, and how it does. */
export const Service = z.object({
  community: CommunityLink.nullable(),
  practice: z.object({ id: Id, title: z.string() }).nullable(),
  how: z.string(),
  by: PersonLink.nullable(),
  at: Instant,
})
export type Service = z.infer<typeof Service>

/** A strategic aim of the organization, with what serves it of that which the reader may see. */
export const ImperativeView = z.object({
  id: Id,
  title: z.string(),
  why: Rendered,
  from: Day,
  to: Day.nullable(),
  /** Whether it holds today. */
  holds: z.boolean(),
  carrier: PersonLink.nullable(),
  ended: z.object({ at: Instant, reason: z.string() }).nullable(),
  services: z.array(Service),
  may: z.object({ edit: z.boolean(), end: z.boolean(), takeUpAgain: z.boolean() }),
})
export type ImperativeView = z.infer<typeof ImperativeView>

export const WriteImperative = z
  .object({
    title: line(200),
    why: markdown(10_000),
    // Earlier days are slips of the hand, and the year 0 is none that a database keeps.
    from: Day.refine((day) => day >= '1900-01-01'),
    to: Day.nullable().default(null),
    carrier: Id.nullable().default(null),
  })
  .refine(({ from, to }) => to === null || to >= from, { path: ['to'] })
export type WriteImperative = z.infer<typeof WriteImperative>

/** The aims that one community or practice serves, and those it may still name. */
export const Serving = z.object({
  serves: z.array(z.object({ id: Id, title: z.string(), how: z.string(), holds: z.boolean() })),
  others: z.array(z.object({ id: Id, title: z.string() })),
  may: z.object({ name: z.boolean() }),
})
export type Serving = z.infer<typeof Serving>

const one = z.object({ imperative: Id })
const ofCommunity = one.extend({ community: Id })
const ofPractice = one.extend({ practice: Id })

export const imperativeOperations = {
  'GET /imperatives': {
    summary: 'The aims of the organization, what serves each, and which communities serve none',
    scope: 'read',
    reply: z.object({
      items: z.array(ImperativeView),
      /** Living communities that the reader may see and that serve no aim that holds. */
      withoutAim: z.array(CommunityLink),
      may: z.object({ make: z.boolean() }),
    }),
  },
  'POST /imperatives': {
    summary: 'Write down an aim of the organization',
    scope: 'office',
    body: WriteImperative,
    reply: Created,
    status: 201,
  },
  'GET /imperatives/{imperative}': {
    summary: 'One aim and what serves it',
    scope: 'read',
    params: one,
    reply: ImperativeView,
  },
  'PUT /imperatives/{imperative}': {
    summary: 'Write an aim anew',
    scope: 'office',
    params: one,
    body: WriteImperative,
  },
  'PUT /imperatives/{imperative}/end': {
    summary: 'End an aim, with the reason; what served it is kept',
    scope: 'office',
    params: one,
    body: z.object({ reason: z.string().trim().min(1).max(2000) }),
  },
  'DELETE /imperatives/{imperative}/end': { summary: 'Take an aim up again', scope: 'office', params: one },
  'PUT /imperatives/{imperative}/communities/{community}': {
    summary: 'Say how a community serves an aim',
    scope: 'write',
    params: ofCommunity,
    body: z.object({ how }),
  },
  'DELETE /imperatives/{imperative}/communities/{community}': {
    summary: 'Say that a community does not serve this aim any more',
    scope: 'write',
    params: ofCommunity,
  },
  'PUT /imperatives/{imperative}/practices/{practice}': {
    summary: 'Say how a practice serves an aim',
    scope: 'write',
    params: ofPractice,
    body: z.object({ how }),
  },
  'DELETE /imperatives/{imperative}/practices/{practice}': {
    summary: 'Say that a practice does not serve this aim any more',
    scope: 'write',
    params: ofPractice,
  },
  'GET /communities/{community}/imperatives': {
    summary: 'The aims that a community serves',
    scope: 'read',
    params: z.object({ community: z.string().min(1).max(80) }),
    reply: Serving,
  },
  'GET /practices/{practice}/imperatives': {
    summary: 'The aims that a practice serves',
    scope: 'read',
    params: z.object({ practice: Id }),
    reply: Serving,
  },
} as const satisfies Operations
