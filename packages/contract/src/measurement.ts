import { z } from 'zod'
import { CommunityLink, Day, Instant, UnitLink } from './common.ts'
import type { Operations } from './operation.ts'
import { PracticeLine } from './practice.ts'

export const IndicatorKind = z.enum(['share', 'hours', 'days', 'index', 'number', 'ratio'])
export type IndicatorKind = z.infer<typeof IndicatorKind>

/** One figure of one quarter: with five people behind it and behind what it differs by, or without numbers. */
export const IndicatorPoint = z.object({
  /** The first day of the quarter. */
  quarter: Day,
  /** What happened until then is in it. */
  upto: Instant,
  state: z.enum(['shown', 'few', 'none']),
  value: z.number().nullable(),
  /** The 95 % interval; an open end is null. */
  low: z.number().nullable(),
  high: z.number().nullable(),
  /** What chance alone would give. */
  chance: z.object({ value: z.number(), low: z.number().nullable(), high: z.number().nullable() }).nullable(),
  of: z.int().nullable(),
  /** The figure and its denominator in words of the reader. */
  sentence: z.string().nullable(),
  denominator: z.string().nullable(),
  /** Finer numbers beside it; null where too few are behind. */
  parts: z.array(z.object({ name: z.string(), value: z.number().nullable(), counted: z.boolean() })),
})
export type IndicatorPoint = z.infer<typeof IndicatorPoint>

export const IndicatorView = z.object({
  id: z.string(),
  kind: IndicatorKind,
  /** Which days each point looks at, up to the end of its quarter. */
  window: z.enum(['month', 'quarter', 'year']),
  name: z.string(),
  meaning: z.string(),
  formula: z.string(),
  caution: z.string(),
  source: z.string(),
  /** It flags practices, which can be listed. */
  flags: z.boolean(),
  /** The earliest first. */
  points: z.array(IndicatorPoint),
})
export type IndicatorView = z.infer<typeof IndicatorView>

export const IndicatorGroup = z.object({
  id: z.enum(['answering', 'people', 'ties', 'repertoire', 'spread', 'learning']),
  indicators: z.array(IndicatorView),
})
export type IndicatorGroup = z.infer<typeof IndicatorGroup>

/** What a unit with all below it did in a quarter that is over; without numbers where too few are behind. */
export const ExploredPoint = z.object({
  quarter: Day,
  value: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  of: z.int().nullable(),
  sentence: z.string().nullable(),
})
export type ExploredPoint = z.infer<typeof ExploredPoint>

export const UnitExploration = z.object({
  name: z.string(),
  meaning: z.string(),
  formula: z.string(),
  caution: z.string(),
  source: z.string(),
  /** The organization (without a unit) first, then units by name. */
  rows: z.array(z.object({ unit: UnitLink.nullable(), points: z.array(ExploredPoint) })),
})
export type UnitExploration = z.infer<typeof UnitExploration>

const groups = { groups: z.array(IndicatorGroup) }

export const measurementOperations = {
  'GET /communities/{community}/indicators': {
    summary: 'What can be said of a community in figures, for its members, quarter by quarter',
    scope: 'read',
    params: z.object({ community: z.string().min(1).max(80) }),
    reply: z.object({
      community: CommunityLink,
      ...groups,
      /** What only the reader sees: whether they are one of the five on whom help rests, and topics that they alone answered on. */
      mine: z.object({ amongFive: z.boolean(), aloneOn: z.array(z.string()) }),
    }),
  },
  'GET /communities/{community}/indicators/{indicator}/practices': {
    summary: 'The practices of a community that an indicator flags as of now, for its members',
    scope: 'read',
    params: z.object({ community: z.string().min(1).max(80), indicator: z.string().min(1).max(60) }),
    reply: z.object({ items: z.array(PracticeLine) }),
  },
  'GET /indicators': {
    summary: 'What can be said of all communities together, private ones left out',
    scope: 'read',
    reply: z.object(groups),
  },
  'GET /indicators/units': {
    summary: 'Exploring against exploiting, unit by unit, quarter by quarter',
    scope: 'read',
    reply: UnitExploration,
  },
} as const satisfies Operations
