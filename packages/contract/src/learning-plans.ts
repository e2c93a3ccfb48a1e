import { z } from 'zod'
import { CommunityLink, Created, Id, Instant, line, PageQuery, pageOf, PersonLink } from './common.ts'
import { LearningKind } from './learning-items.ts'
import type { Operations } from './operation.ts'

/** What a plan is made by. */
export const FlowRules = z.object({
  /** The first month, as 2027-01. */
  from: z.string().regex(/^20\d\d-(0[1-9]|1[0-2])$/),
  months: z.int().min(1).max(12),
  /** The most minutes asked of one person in a month. */
  minutesPerMonth: z.int().min(5).max(2400),
  /** How many superfluous minutes weigh as much as one need; 0: they cost nothing. */
  minutesForANeed: z.int().min(0).max(10_000),
  /** At most so many items on one topic in one community. */
  itemsPerTopic: z.int().min(1).max(5),
  /** Communities within communities that lie deeper count with the one around them. */
  cut: z.int().min(0).max(9),
})
export type FlowRules = z.infer<typeof FlowRules>

/** One decision: an item, for a topic, to a community; null: to several in which too few told the topic. */
export const FlowSend = z.object({
  item: Id,
  topic: Id,
  community: Id.nullable(),
  /** From 0, the first month of the plan. */
  month: z.int().min(0).max(11),
})
export type FlowSend = z.infer<typeof FlowSend>

export const FlowReach = z.enum(['topic', 'several', 'branch', 'community'])
export type FlowReach = z.infer<typeof FlowReach>

/** A send as it is shown: five people or more; how many of them want it only where neither part can be told. */
export const FlowLine = z.object({
  item: z.object({ id: Id, title: z.string(), minutes: z.int(), kind: LearningKind }).nullable(),
  topic: z.object({ id: Id, name: z.string() }).nullable(),
  community: CommunityLink.nullable(),
  send: FlowSend,
  reach: FlowReach.nullable(),
  people: z.int().nullable(),
  relevant: z.int().nullable(),
})
export type FlowLine = z.infer<typeof FlowLine>

const share = z.number().min(0).max(1)

/** All shares by two digits, so that no single person's part can be read from them. */
export const FlowFigures = z.object({
  reach: share,
  precision: share.nullable(),
  superfluous: share.nullable(),
  /** Minutes for each person reached, in a month. */
  load: z.number(),
  withinLimit: z.boolean(),
  /** About how many people get something, in fives. */
  people: z.int(),
  byDepartment: z.object({ precision: share.nullable(), superfluous: share.nullable(), load: z.number() }),
  toEverybody: z.object({ precision: share.nullable(), superfluous: share.nullable(), load: z.number() }),
  /** How much better any plan under these rules could be at most; only of a proposal. */
  gap: z.number().nullable(),
  how: z.enum(['exactly', 'by prices']).nullable(),
  /** Share of what was told where too few people are for anything to be sent. */
  outside: share,
  crossings: z.array(
    z.object({ from: CommunityLink, to: CommunityLink.nullable(), topics: z.array(z.string()), people: z.int() }),
  ),
})
export type FlowFigures = z.infer<typeof FlowFigures>

export const FlowState = z.enum(['waiting', 'running', 'done', 'failed', 'stopped'])

export const FlowPlanLine = z.object({
  id: Id,
  name: z.string(),
  by: PersonLink.nullable(),
  at: Instant,
  versions: z.int(),
  state: FlowState,
  reach: share.nullable(),
  superfluous: share.nullable(),
  /** Which version is in use; null: none. */
  used: z.int().nullable(),
})
export type FlowPlanLine = z.infer<typeof FlowPlanLine>

export const FlowVersion = z.object({
  number: z.int(),
  origin: z.enum(['proposed', 'edited']),
  state: FlowState,
  share,
  note: z.string(),
  by: PersonLink.nullable(),
  at: Instant,
})
export type FlowVersion = z.infer<typeof FlowVersion>

export const FlowPlanView = z.object({
  id: Id,
  name: z.string(),
  retired: z.boolean(),
  by: PersonLink.nullable(),
  at: Instant,
  /** The latest first. */
  versions: z.array(FlowVersion),
  version: FlowVersion,
  rules: FlowRules,
  lines: z.array(FlowLine),
  figures: FlowFigures.nullable(),
  /** The version in use: people see what it sends to them, with the reason. */
  used: z.object({ version: z.int(), by: PersonLink.nullable(), at: Instant }).nullable(),
  may: z.object({ use: z.boolean() }),
})
export type FlowPlanView = z.infer<typeof FlowPlanView>

const one = z.object({ plan: Id })
const oneVersion = z.object({ plan: Id, version: z.coerce.number().int().min(1).max(100_000) })
const sends = z.array(FlowSend).max(5000)
const note = z
  .string()
  .trim()
  .max(2000)
  .regex(/^[^\0]*$/)
  .default('')

export const learningPlanOperations = {
  'GET /learning/plans': {
    summary: 'Plans of what goes to whom, the newest first; for those who plan learning',
    scope: 'read',
    query: PageQuery,
    reply: pageOf(FlowPlanLine),
  },
  'GET /learning/plans/ground': {
    summary: 'What a plan would start from, and what each cut of nested communities does',
    scope: 'read',
    reply: z.object({
      /** About how many needs and interests were told, in fives; null where fewer than five people told any. */
      told: z.int().nullable(),
      items: z.int(),
      communities: z.int(),
      cuts: z.array(
        z.object({
          depth: z.int(),
          communities: z.int(),
          folded: z.int(),
          tooSmall: z.int(),
          /** People who count with a larger community; null: one to four. */
          moved: z.int().nullable(),
        }),
      ),
    }),
  },
  'POST /learning/plans': {
    summary: 'Propose a plan: it is reckoned by the server, and can be stopped',
    scope: 'write',
    body: z.object({ name: line(120), rules: FlowRules }),
    reply: Created,
    status: 201,
  },
  'GET /learning/plans/{plan}': {
    summary: 'A plan in its latest version, or in another',
    scope: 'read',
    params: one,
    query: z.object({ version: z.coerce.number().int().min(1).max(100_000).optional() }),
    reply: FlowPlanView,
  },
  'PATCH /learning/plans/{plan}': {
    summary: 'Rename a plan, put it away or bring it back',
    scope: 'write',
    params: one,
    body: z.object({ name: line(120), retired: z.boolean() }).partial(),
  },
  'POST /learning/plans/{plan}/proposals': {
    summary: 'Propose it anew, as a further version, from what is told today',
    scope: 'write',
    params: one,
    body: z.object({ rules: FlowRules }),
    reply: z.object({ number: z.int() }),
    status: 201,
  },
  'DELETE /learning/plans/{plan}/proposals/{version}': {
    summary: 'Stop a proposal under way',
    scope: 'write',
    params: oneVersion,
  },
  'POST /learning/plans/{plan}/figures': {
    summary: 'What a plan with these sends would amount to today; nothing is kept',
    scope: 'read',
    params: one,
    body: z.object({ sends, rules: FlowRules }),
    reply: FlowFigures,
  },
  'POST /learning/plans/{plan}/versions': {
    summary: 'Keep edited sends as a further version',
    scope: 'write',
    params: one,
    body: z.object({ sends, rules: FlowRules, note, after: z.int().min(1) }),
    reply: z.object({ number: z.int() }),
    status: 201,
  },
  'GET /learning/plans/{plan}/places': {
    summary: 'Where an item could go by hand: the communities in which its topics were told, with how many people',
    scope: 'read',
    params: one,
    query: z.object({ item: Id }),
    reply: z.object({ items: z.array(FlowLine) }),
  },
  'PUT /learning/plans/{plan}/use': {
    summary:
      'Take a version into use: from its month on, what it sends is suggested to those it is for, with the reason',
    scope: 'office',
    params: one,
    body: z.object({ version: z.int().min(1) }),
  },
  'DELETE /learning/plans/{plan}/use': {
    summary: 'Take a plan out of use: nothing is suggested because of it',
    scope: 'office',
    params: one,
  },
  'GET /learning/plans/{plan}/versions/{version}/plan.md': {
    summary: 'A version as a document in Markdown',
    scope: 'read',
    params: oneVersion,
    media: 'text/markdown',
  },
  'GET /learning/plans/{plan}/versions/{version}/plan.csv': {
    summary: 'A version as lines of CSV, a send each',
    scope: 'read',
    params: oneVersion,
    media: 'text/csv',
  },
} as const satisfies Operations
