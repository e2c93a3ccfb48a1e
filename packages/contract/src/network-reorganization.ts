import { z } from 'zod'
import { CommunityLink, Created, Day, Id, Instant, PersonLink } from './common.ts'
import { DiscoveryState } from './network-discovery.ts'
import type { Operations } from './operation.ts'

/** Two charts held against the ties of one window: of two days, or of a day and of what an import would make. */
export const ReorganizationSettings = z.object({
  before: Day,
  /** Left out where a planned import stands for what comes after. */
  after: Day.nullable(),
  import: Id.nullable(),
  /** How many steps below the head the units lie. */
  level: z.int().min(0).max(12),
  from: Day,
  to: Day,
})
export type ReorganizationSettings = z.infer<typeof ReorganizationSettings>

/** External less internal ties, divided by all: -1 all inside units, 1 all across; and what units at random would give. */
export const EiFigure = z.object({ index: z.number(), expected: z.number(), low: z.number(), high: z.number() })
export type EiFigure = z.infer<typeof EiFigure>

/** Ties that change sides, and how many people stand behind them. */
export const TiesMoved = z.object({ ties: z.number(), people: z.int() })

/** What becomes of a group of people: `few` where fewer than five of it change their unit, so that nothing more is told. */
export const GroupFate = z.enum(['same', 'few', 'unit', 'cut', 'gathered', 'shifted'])
export type GroupFate = z.infer<typeof GroupFate>

const fate = {
  fate: GroupFate,
  people: z.int(),
  unitsBefore: z.int(),
  unitsAfter: z.int().nullable(),
  /** People of it whose unit changes; from five on. */
  moved: z.int().nullable(),
}

export const ReorganizationOutcome = z.object({
  /** People with ties who are in both charts, in fives. */
  people: z.int().nullable(),
  ties: z.number().nullable(),
  /** Of them, people whose unit changes; null when they are one to four. */
  moved: z.int().nullable(),
  units: z.object({ before: z.int(), after: z.int() }),
  ei: z.object({ before: EiFigure.nullable(), after: EiFigure.nullable() }),
  /** Inside one unit before, across two after; and the other way round. */
  cut: TiesMoved.nullable(),
  joined: TiesMoved.nullable(),
  /** Where ties are cut: units as they are after, with five people or more behind on either side. */
  boundaries: z.array(z.object({ one: z.string(), other: z.string(), ties: z.number(), people: z.int() })),
  communities: z.array(z.object({ community: CommunityLink, ...fate })),
  found: z.array(z.object({ id: Id, number: z.int(), words: z.array(z.string()), ...fate })),
  /** Another look differs from this one in one to four people, so that the figures of this one are left out. */
  near: z.boolean(),
})
export type ReorganizationOutcome = z.infer<typeof ReorganizationOutcome>

export const ReorganizationLine = z.object({
  id: Id,
  at: Instant,
  by: PersonLink.nullable(),
  settings: ReorganizationSettings,
  /** What the planned import is called. */
  planned: z.string().nullable(),
  state: DiscoveryState,
  failure: z.string().nullable(),
})
export type ReorganizationLine = z.infer<typeof ReorganizationLine>

const one = z.object({ reorganization: Id })

export const reorganizationOperations = {
  'GET /reorganizations': {
    summary: 'Reorganizations that were looked at, the latest first, and what can be looked at',
    scope: 'read',
    reply: z.object({
      items: z.array(ReorganizationLine),
      imports: z.array(z.object({ id: Id, name: z.string(), at: Instant })),
      level: z.int(),
      may: z.object({ start: z.boolean() }),
    }),
  },
  'POST /reorganizations': {
    summary: 'Hold two charts against the ties',
    scope: 'office',
    body: z.object({
      before: Day.optional(),
      after: Day.nullable().default(null),
      import: Id.nullable().default(null),
      level: z.int().min(0).max(12).default(1),
    }),
    reply: Created,
    status: 201,
  },
  'GET /reorganizations/{reorganization}': {
    summary: 'What becomes of communities and ties from one chart to another',
    scope: 'read',
    params: one,
    reply: ReorganizationLine.extend({ outcome: ReorganizationOutcome.nullable() }),
  },
} as const satisfies Operations
