import { z } from 'zod'
import { CommunityLink, Id, Instant } from './common.ts'
import type { Operations } from './operation.ts'

export const FoundKind = z.enum(['practice', 'inquiry', 'contribution', 'person', 'community', 'unit'])
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

export const searchOperations = {
  'GET /search': {
    summary: 'Find practices, inquiries, contributions, people, communities and units; typos are forgiven',
    scope: 'read',
    query: z.object({
      words: z.string().trim().min(1).max(200),
      kind: FoundKind.optional(),
      community: Id.optional(),
      limit: z.coerce.number().int().min(1).max(50).default(20),
    }),
    reply: z.object({ items: z.array(Found), more: z.boolean() }),
  },
} as const satisfies Operations
