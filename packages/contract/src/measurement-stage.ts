import { z } from 'zod'
import { CommunityLink, Day, Id, Instant, PersonLink } from './common.ts'
import { Form, Stage } from './community.ts'
import type { Operations } from './operation.ts'

const reason = z.string().trim().min(1).max(2000)

/** One thing to see where a community is in a stage. It says what was looked at, and nothing of any single person. */
export const StageSign = z.object({
  id: z.string(),
  name: z.string(),
  formula: z.string(),
  source: z.string(),
  /** `few`: fewer than five people are behind it, so that nothing is said. `early`: there is too little of its own past. */
  state: z.enum(['seen', 'unseen', 'few', 'early']),
  sentence: z.string().nullable(),
  /** Needed before a move out of this stage is proposed. */
  leads: z.boolean(),
  /** Its own past, quarter by quarter, the earliest first; null where too few are behind. */
  points: z.array(z.object({ quarter: Day, value: z.number().nullable() })),
  /** How a point is written. */
  kind: z.enum(['share', 'number']),
})
export type StageSign = z.infer<typeof StageSign>

export const StageMove = z.object({
  id: Id,
  from: Stage,
  to: Stage,
  /** What the evidence proposed just then. */
  proposed: Stage.nullable(),
  signs: z.array(z.string()),
  reason: z.string(),
  by: PersonLink.nullable(),
  at: Instant,
})
export type StageMove = z.infer<typeof StageMove>

export const FormChange = z.object({
  id: Id,
  from: Form,
  to: Form,
  reason: z.string(),
  by: PersonLink.nullable(),
  at: Instant,
})

export const StagePage = z.object({
  community: CommunityLink,
  stage: Stage,
  /** Since when it stands there, as far as that is kept. */
  since: Instant.nullable(),
  stages: z.array(z.object({ stage: Stage, signs: z.array(StageSign) })),
  /** A move that the evidence fits, with the signs that speak for it. Nothing moves before somebody decides. */
  proposal: z.object({ to: Stage, signs: z.array(z.string()) }).nullable(),
  moves: z.array(StageMove),
  form: Form,
  forms: z.array(FormChange),
  may: z.object({ decide: z.boolean(), close: z.boolean() }),
})
export type StagePage = z.infer<typeof StagePage>

const one = z.object({ community: Id })

export const stageOperations = {
  'GET /communities/{community}/stage': {
    summary: 'Where a community stands, the evidence for each stage, and what its people decided, for its members',
    scope: 'read',
    params: z.object({ community: z.string().min(1).max(80) }),
    reply: StagePage,
  },
  'PUT /communities/{community}/stage': {
    summary: 'Decide the stage with the reason: that it moves, or, where evidence proposes a move, that it stays',
    scope: 'write',
    params: one,
    body: z.object({ stage: Stage, reason }),
  },
  'PUT /communities/{community}/form': {
    summary: 'Decide the form with the reason: what the community asks of its sponsor and its members',
    scope: 'write',
    params: one,
    body: z.object({ form: Form, reason }),
  },
} as const satisfies Operations
