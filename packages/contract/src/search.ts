import { z } from 'zod'
import { CommunityLink, Day, Id, Instant } from './common.ts'
import { InquiryBrief, LookForSimilar, MetThis, SimilarInquiry } from './inquiry.ts'
import type { Operations } from './operation.ts'
import { SimilarPractice } from './practice-pages.ts'

export const FoundKind = z.enum([
  'practice',
  'inquiry',
  'contribution',
  'person',
  'community',
  'unit',
  'imperative',
  'escalation',
  'signal',
  'story',
])
export type FoundKind = z.infer<typeof FoundKind>

/** A piece of an excerpt; marked where it is what was searched for. */
export const Piece = z.object({ text: z.string(), marked: z.boolean() })
export type Piece = z.infer<typeof Piece>

export const Found = z.object({
  kind: FoundKind,
  id: Id,
  /** The page to open: for a contribution its inquiry. */
  page: Id,
  title: z.array(Piece),
  excerpt: z.array(Piece),
  state: z.string().nullable(),
  communities: z.array(CommunityLink),
  at: Instant,
  /** Why it stands here, as keys of the catalogue. */
  why: z.array(z.enum(['title', 'text', 'alike', 'validated', 'verified', 'helped'])),
})
export type Found = z.infer<typeof Found>

/** What may already be known, each with the reason why it is shown. */
export const Similar = z.object({
  practices: z.array(SimilarPractice),
  inquiries: z.array(SimilarInquiry),
  people: z.array(MetThis),
})
export type Similar = z.infer<typeof Similar>

/** The states that inquiries and practices can be looked for by. */
export const FoundState = z.enum(['open', 'resolved', 'draft', 'proposed', 'current', 'retired'])
export type FoundState = z.infer<typeof FoundState>

export const FoundOutcome = z.enum(['worked', 'partly', 'failed'])
export type FoundOutcome = z.infer<typeof FoundOutcome>

export const searchOperations = {
  'GET /search': {
    summary:
      'Find practices, inquiries, contributions, people, communities, units, aims, escalations, signals and value stories; typos are forgiven',
    scope: 'read',
    query: z.object({
      words: z.string().trim().min(1).max(200),
      kind: FoundKind.optional(),
      /** For people: where they are members, as far as members are seen. */
      community: Id.optional(),
      topic: Id.optional(),
      state: FoundState.optional(),
      /** Experiences that told it, practices that were used so. */
      outcome: FoundOutcome.optional(),
      since: Day.optional(),
      until: Day.optional(),
      /** Excerpts of everything, or only of people: the others' are then empty, which is quicker. */
      excerpts: z.enum(['all', 'people']).default('all'),
      limit: z.coerce.number().int().min(1).max(50).default(20),
    }),
    reply: z.object({ items: z.array(Found), more: z.boolean() }),
  },
  'POST /inquiries/similar': {
    summary:
      'What may already be known, while you write: practices, inquiries and people who met this, each with the reason',
    scope: 'read',
    body: LookForSimilar,
    reply: Similar,
  },
  'GET /inquiries/{inquiry}/related': {
    summary: 'Other inquiries like this one',
    scope: 'read',
    params: z.object({ inquiry: Id }),
    reply: z.object({ items: z.array(InquiryBrief) }),
  },
  'GET /inquiries/{inquiry}/proposals': {
    summary: 'People who have met this and accept being asked, in no order of merit',
    scope: 'read',
    params: z.object({ inquiry: Id }),
    reply: z.object({ items: z.array(MetThis) }),
  },
} as const satisfies Operations
