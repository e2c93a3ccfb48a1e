import { z } from 'zod'
import { CommunityLink, Created, Day, Id, Instant, line, pageOf, PageQuery, PersonLink } from './common.ts'
import type { Operations } from './operation.ts'

export const SignalOutcome = z.enum(['inquiry', 'watch', 'escalation', 'nothing'])
export type SignalOutcome = z.infer<typeof SignalOutcome>

const WebAddress = z
  .url({ protocol: /^https?$/, normalize: true })
  .max(2000)
  // A name and a password in an address would be kept, and shown.
  .refine((address) => !/^https?:\/\/[^/?#]*@/i.test(address))

/** Why the last reading failed, as a word; the sentence stands beside it. */
export const FeedView = z.object({
  id: Id,
  url: z.string(),
  title: z.string(),
  community: CommunityLink.nullable(),
  readAt: Instant.nullable(),
  nextAt: Instant.nullable(),
  /** A sentence about what went wrong when it was last read. */
  trouble: z.string().nullable(),
  ended: z.object({ at: Instant, why: z.string() }).nullable(),
  may: z.object({ end: z.boolean(), takeUpAgain: z.boolean(), readNow: z.boolean() }),
})
export type FeedView = z.infer<typeof FeedView>

/** What a community made of a signal. */
export const TriageView = z.object({
  id: Id,
  outcome: SignalOutcome,
  reason: z.string(),
  watchUntil: Day.nullable(),
  inquiry: z.object({ id: Id, title: z.string().nullable() }).nullable(),
  escalation: z.object({ id: Id, title: z.string() }).nullable(),
  by: PersonLink.nullable(),
  at: Instant,
  undone: z.object({ by: PersonLink.nullable(), at: Instant }).nullable(),
})
export type TriageView = z.infer<typeof TriageView>

export const SignalLine = z.object({
  id: Id,
  title: z.string(),
  summary: z.string(),
  link: z.string().nullable(),
  /** Nothing for a signal of the whole organization. */
  community: CommunityLink.nullable(),
  feed: z.object({ id: Id, title: z.string() }).nullable(),
  addedBy: PersonLink.nullable(),
  publishedAt: Instant.nullable(),
  foundAt: Instant,
  outcome: z.enum(['new', ...SignalOutcome.options]),
  watchUntil: Day.nullable(),
  /** It was to be looked at again by today. */
  watchOver: z.boolean(),
})
export type SignalLine = z.infer<typeof SignalLine>

export const SignalView = SignalLine.extend({
  triage: z.array(TriageView),
  /** The signal of the organization that it comes from, and the communities that took this one up. */
  from: z.object({ id: Id, title: z.string() }).nullable(),
  takenUp: z.array(z.object({ id: Id, community: CommunityLink })),
  may: z.object({
    triage: z.boolean(),
    escalate: z.boolean(),
    undo: z.boolean(),
    /** Communities that this signal of the organization may be taken up for. */
    takeUpFor: z.array(CommunityLink),
  }),
})
export type SignalView = z.infer<typeof SignalView>

const of = z.object({ community: Id.nullable().default(null) })
const one = z.object({ signal: Id })
const feed = z.object({ feed: Id })

export const signalOperations = {
  'GET /feeds': {
    summary: 'The feeds that a community, or the organization, listens to',
    scope: 'read',
    query: z.object({ community: Id.optional() }),
    reply: z.object({ items: z.array(FeedView), may: z.object({ add: z.boolean() }) }),
  },
  'POST /feeds': {
    summary: 'Listen to a feed (RSS, Atom or JSON Feed)',
    scope: 'write',
    body: of.extend({ url: WebAddress }),
    reply: Created,
    status: 201,
  },
  'POST /feeds/{feed}/reading': {
    summary: 'Read a feed soon, and not only when it is due',
    scope: 'write',
    params: feed,
  },
  'PUT /feeds/{feed}/end': { summary: 'Listen to it no longer; its signals stay', scope: 'write', params: feed },
  'DELETE /feeds/{feed}/end': { summary: 'Listen to it again', scope: 'write', params: feed },
  'GET /signals': {
    summary: 'News from outside: of one community, of the organization, or of all that I may read, the latest first',
    scope: 'read',
    query: PageQuery.extend({
      community: Id.optional(),
      /** Those of the whole organization only. */
      organization: z.stringbool().optional(),
      outcome: z.enum(['new', ...SignalOutcome.options]).optional(),
    }),
    reply: pageOf(SignalLine).extend({
      may: z.object({
        addFor: z.array(CommunityLink),
        /** Communities that the reader facilitates: they choose feeds for them, and escalate from them. */
        listenFor: z.array(CommunityLink),
        addForAll: z.boolean(),
      }),
    }),
  },
  'POST /signals': {
    summary: 'Tell of something from outside',
    scope: 'write',
    body: of.extend({
      title: line(300),
      link: WebAddress.nullable().default(null),
      summary: z.string().trim().max(4000).default(''),
    }),
    reply: Created.extend({ known: z.boolean() }),
    status: 201,
  },
  'GET /signals/{signal}': {
    summary: 'A signal and what was made of it',
    scope: 'read',
    params: one,
    reply: SignalView,
  },
  'PUT /signals/{signal}/triage': {
    summary: 'Say what it means for us: an inquiry, something to watch until a day, or nothing, with the reason',
    scope: 'write',
    params: one,
    body: z
      .object({
        outcome: z.enum(['inquiry', 'watch', 'nothing']),
        reason: z.string().trim().min(1).max(2000),
        watchUntil: Day.nullable().default(null),
        inquiry: Id.nullable().default(null),
      })
      .refine(({ outcome, watchUntil }) => (outcome === 'watch') === (watchUntil !== null), { path: ['watchUntil'] })
      .refine(({ outcome, inquiry }) => (outcome === 'inquiry') === (inquiry !== null), { path: ['inquiry'] }),
  },
  'DELETE /signals/{signal}/triage': {
    summary: 'Take back what was made of it; it is new again',
    scope: 'write',
    params: one,
  },
  'PUT /signals/{signal}/communities/{community}': {
    summary: 'Take a signal of the organization up for a community',
    scope: 'write',
    params: one.extend({ community: Id }),
    reply: Created,
  },
} as const satisfies Operations
