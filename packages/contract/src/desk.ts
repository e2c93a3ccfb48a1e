import { z } from 'zod'
import { PageLink } from './attention.ts'
import { CommunityLink, Day, Instant, PersonLink } from './common.ts'
import type { Operations } from './operation.ts'

/** Something that waits for one person's act, and why it is theirs. */
export const Need = z.object({
  kind: z.enum(['asked_by_name', 'review_due', 'change_proposed', 'unit_proposal', 'join_request', 'no_facilitator']),
  page: PageLink,
  community: CommunityLink.nullable(),
  by: PersonLink.nullable(),
  at: Instant,
  due: Day.nullable(),
})
export type Need = z.infer<typeof Need>

export const News = z.object({
  at: Instant,
  verb: z.string(),
  page: PageLink,
  actor: PersonLink.nullable(),
})
export type News = z.infer<typeof News>

export const HomeView = z.object({
  needs: z.array(Need),
  /** What happened in my communities since I was last there, or in the last week; at most twelve lines in all. */
  news: z.array(z.object({ community: CommunityLink, lines: z.array(News) })),
  communities: z.array(CommunityLink.extend({ unanswered: z.int(), needsFacilitator: z.boolean() })),
  /** There is nothing in Mortar yet that somebody could read. */
  empty: z.boolean(),
})
export type HomeView = z.infer<typeof HomeView>

export const deskOperations = {
  'GET /home': { summary: 'What needs me, what is new where I am, and my communities', scope: 'read', reply: HomeView },
} as const satisfies Operations
