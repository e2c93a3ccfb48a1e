import { z } from 'zod'
import { CommunityLink, Id } from './common.ts'
import type { Operations } from './operation.ts'

/** Something to lay over others: the people of a community, or those who told a topic. */
export const OverlapSet = z.object({
  /** As it is asked for: `community:…` or `topic:…`. */
  key: z.string(),
  kind: z.enum(['community', 'topic']),
  id: Id,
  name: z.string(),
  community: CommunityLink.nullable(),
  people: z.int(),
})
export type OverlapSet = z.infer<typeof OverlapSet>

export const OverlapRegion = z.object({
  /** The sets it lies in, by their place. */
  sets: z.array(z.int()),
  /** Null: hidden, with few people or beside such. */
  people: z.int().nullable(),
  /** What is planned for at least five of them, in the newest plan. */
  planned: z.array(z.object({ id: Id, title: z.string() })),
  /** Topics that at least five of them told, and that the plan sends nothing on to five of them. */
  lacks: z.array(z.object({ id: Id, name: z.string() })),
})
export type OverlapRegion = z.infer<typeof OverlapRegion>

const Circle = z.object({ x: z.number(), y: z.number(), radius: z.number() })

export const OverlapView = z.object({
  offered: z.array(OverlapSet),
  sets: z.array(OverlapSet),
  regions: z.array(OverlapRegion),
  /** Two or three circles in units of people; null for other numbers, or where too much is hidden to draw them. */
  circles: z.array(Circle).nullable(),
  /** How far three circles are from the numbers, from 0 to 1; null where they are exact. */
  error: z.number().nullable(),
  cut: z.int(),
  cuts: z.array(z.object({ depth: z.int(), communities: z.int(), tooSmall: z.int(), moved: z.int().nullable() })),
  plan: z.object({ id: Id, name: z.string() }).nullable(),
})
export type OverlapView = z.infer<typeof OverlapView>

export const learningOverlapOperations = {
  'GET /learning/overlap': {
    summary: 'How communities and topics overlap in people: counts of five and more; for those who plan learning',
    scope: 'read',
    query: z.object({
      /** At most six, as `community:…,topic:…`. */
      sets: z.string().max(300).optional(),
      cut: z.coerce.number().int().min(0).max(9).optional(),
    }),
    reply: OverlapView,
  },
} as const satisfies Operations
