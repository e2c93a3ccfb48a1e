import { z } from 'zod'
import {
  CommunityLink,
  Created,
  Day,
  Id,
  Instant,
  line,
  markdown,
  optionalMarkdown,
  PersonLink,
  Rendered,
  UnitLink,
} from './common.ts'
import type { Operations } from './operation.ts'

export const Cycle = z.enum(['immediate', 'potential', 'applied', 'realized', 'transformative'])
export type Cycle = z.infer<typeof Cycle>

const PracticeLink = z.object({ id: Id, title: z.string() })

export const StoryLine = z.object({
  id: Id,
  title: z.string(),
  community: CommunityLink,
  by: PersonLink.nullable(),
  at: Instant,
  /** The cycles it goes through. */
  cycles: z.array(Cycle),
  practice: PracticeLink.nullable(),
  unit: UnitLink.nullable(),
  imperative: z.object({ id: Id, title: z.string() }).nullable(),
  indicators: z.array(z.object({ id: z.string(), name: z.string() })),
  withdrawn: z.boolean(),
})
export type StoryLine = z.infer<typeof StoryLine>

export const StoryView = StoryLine.extend({
  told: z.object({
    immediate: Rendered,
    potential: Rendered.nullable(),
    applied: Rendered.nullable(),
    realized: Rendered.nullable(),
    transformative: Rendered.nullable(),
    evidence: Rendered.nullable(),
  }),
  application: Id.nullable(),
  changedAt: Instant.nullable(),
  may: z.object({ edit: z.boolean(), figures: z.boolean() }),
})
export type StoryView = z.infer<typeof StoryView>

const told = {
  title: line(200),
  immediate: markdown(4000),
  potential: optionalMarkdown(4000),
  applied: optionalMarkdown(4000),
  realized: optionalMarkdown(4000),
  transformative: optionalMarkdown(4000),
  evidence: optionalMarkdown(4000),
  practice: Id.nullable().default(null),
  unit: Id.nullable().default(null),
  application: Id.nullable().default(null),
  imperative: Id.nullable().default(null),
  indicators: z.array(z.string().max(40)).max(6).default([]),
}
export const WriteStory = z.object(told)
export type WriteStory = z.infer<typeof WriteStory>
export const TellStory = z.object({ community: Id, ...told })
export type TellStory = z.infer<typeof TellStory>

/** What a story may be linked to, and what is known already. */
export const StoryBeginning = z.object({
  community: CommunityLink.nullable(),
  practice: PracticeLink.nullable(),
  unit: UnitLink.nullable(),
  application: Id.nullable(),
  title: z.string(),
  applied: z.string(),
  realized: z.string(),
  indicators: z.array(z.object({ id: z.string(), name: z.string() })),
  imperatives: z.array(z.object({ id: Id, title: z.string() })),
})
export type StoryBeginning = z.infer<typeof StoryBeginning>

/** How many stories linked to an indicator go through each cycle. */
export const MatrixRow = z.object({
  /** Nothing for stories that are linked to no indicator. */
  indicator: z.object({ id: z.string(), name: z.string(), sentence: z.string().nullable() }).nullable(),
  stories: z.int(),
  cycles: z.record(Cycle, z.int()),
})
export type MatrixRow = z.infer<typeof MatrixRow>

/** An assumption lies between two bounds; `because` says who agreed on it and why. */
export const Assumption = z.object({
  low: z.number().min(0).max(1_000_000),
  high: z.number().min(0).max(1_000_000),
  because: z.string().trim().max(500).default(''),
})
export type Assumption = z.infer<typeof Assumption>

export const assumptionNames = ['onboardings', 'homeRoll', 'usefulShare', 'onboarding', 'uses', 'savedPerUse'] as const

export const Assumptions = z
  .object({
    /** Units that took it up. */
    onboardings: Assumption,
    /** Hours it would take a unit to work out the same by itself. */
    homeRoll: Assumption,
    /** Which part of that the unit really needed, 0 to 1. */
    usefulShare: Assumption,
    /** Hours it took a unit to take it up. */
    onboarding: Assumption,
    /** How often it was used. */
    uses: Assumption,
    /** Hours saved with each use. */
    savedPerUse: Assumption,
  })
  .refine((all) => assumptionNames.every((name) => all[name].low <= all[name].high), { path: ['assumptions'] })
  .refine(({ usefulShare }) => usefulShare.high <= 1, { path: ['usefulShare'] })
export type Assumptions = z.infer<typeof Assumptions>

export const ValuationView = z.object({
  id: Id,
  practice: PracticeLink,
  from: Day,
  to: Day,
  assumptions: z.record(
    z.enum(assumptionNames),
    z.object({
      low: z.number(),
      high: z.number(),
      because: z.string(),
      /** Hours that the floor would be higher by, were this one at its better bound. */
      adds: z.number(),
    }),
  ),
  /** Hours saved at least; below zero where it may have cost more than it saved. */
  floor: z.number(),
  note: z.string(),
  by: PersonLink.nullable(),
  at: Instant,
  may: z.object({ withdraw: z.boolean() }),
})
export type ValuationView = z.infer<typeof ValuationView>

const story = z.object({ story: Id })
const practice = z.object({ practice: Id })
const community = z.object({ community: z.string().min(1).max(80) })

export const valueOperations = {
  'GET /communities/{community}/stories': {
    summary: 'The value stories of a community, and by which indicators and cycles they go',
    scope: 'read',
    params: community,
    reply: z.object({
      community: CommunityLink,
      stories: z.array(StoryLine),
      matrix: z.array(MatrixRow),
      /** For whoever keeps order: stories of which readers said that something should not be there. */
      reported: z.array(Id),
      may: z.object({ tell: z.boolean() }),
    }),
  },
  'GET /practices/{practice}/stories': {
    summary: 'What people tell of a practice, and what it saved at least',
    scope: 'read',
    params: practice,
    reply: z.object({
      practice: PracticeLink,
      /** Where a story of it is told. */
      community: CommunityLink.nullable(),
      stories: z.array(StoryLine),
      valuations: z.array(ValuationView),
      /** How many units took it up and how often it was told that it was used, to begin with. */
      known: z.object({ units: z.int(), uses: z.int() }),
      may: z.object({ tell: z.boolean(), value: z.boolean() }),
    }),
  },
  'GET /stories/beginning': {
    summary: 'What is known already for a story about a use or an adoption',
    scope: 'read',
    query: z.object({
      community: Id.optional(),
      practice: Id.optional(),
      unit: Id.optional(),
      application: Id.optional(),
    }),
    reply: StoryBeginning,
  },
  'POST /stories': {
    summary: 'Tell what a community did for me',
    scope: 'write',
    body: TellStory,
    reply: Created,
    status: 201,
  },
  'GET /stories/{story}': { summary: 'One value story', scope: 'read', params: story, reply: StoryView },
  'PUT /stories/{story}': { summary: 'Write my story anew', scope: 'write', params: story, body: WriteStory },
  'PUT /stories/{story}/withdrawal': { summary: 'Take my story back', scope: 'write', params: story },
  'DELETE /stories/{story}/withdrawal': { summary: 'Tell my story again', scope: 'write', params: story },
  'POST /practices/{practice}/valuations': {
    summary: 'Write down what a practice saved at least, with each assumption',
    scope: 'write',
    params: practice,
    body: z
      .object({ from: Day, to: Day, assumptions: Assumptions, note: z.string().trim().max(2000).default('') })
      .refine(({ from, to }) => from >= '1900-01-01' && to >= from, { path: ['to'] }),
    reply: Created,
    status: 201,
  },
  'PUT /valuations/{valuation}/withdrawal': {
    summary: 'Take a valuation back',
    scope: 'write',
    params: z.object({ valuation: Id }),
  },
  'DELETE /valuations/{valuation}/withdrawal': {
    summary: 'Let a valuation stand again',
    scope: 'write',
    params: z.object({ valuation: Id }),
  },
} as const satisfies Operations
