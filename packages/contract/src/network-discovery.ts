import { z } from 'zod'
import { CommunityLink, Created, Day, Id, Instant, PersonLink, UnitLink } from './common.ts'
import type { Operations } from './operation.ts'

/** What the formal chart explains: ties across units only, or ties inside units too, against what the unit leads to expect. */
export const DiscoveryForm = z.enum(['cross', 'soft'])
export type DiscoveryForm = z.infer<typeof DiscoveryForm>

/** Everything that decides what a run finds; the same settings over the same traces find the same. */
export const DiscoverySettings = z.object({
  from: Day,
  to: Day,
  /** The sources to read; null for all that may be read. */
  sources: z.array(Id).max(100).nullable(),
  form: DiscoveryForm,
  /** How many steps below the head the units lie (0: the heads themselves); null for those nearest to the work map. */
  level: z.int().min(0).max(12).nullable(),
  seed: z.int().min(1).max(1_000_000),
  /** Days after which a trace counts half. */
  halfLife: z.int().min(7).max(3650),
})
export type DiscoverySettings = z.infer<typeof DiscoverySettings>

export const AskDiscovery = DiscoverySettings.extend({
  /** Left out: the year before the last day. */
  from: Day.optional(),
  /** Left out: the last Sunday. */
  to: Day.optional(),
  sources: z.array(Id).min(1).max(100).nullable().default(null),
  form: DiscoveryForm.default('soft'),
  level: z.int().min(0).max(12).nullable().default(null),
  seed: z.int().min(1).max(1_000_000).default(1),
  halfLife: z.int().min(7).max(3650).default(90),
})
export type AskDiscovery = z.infer<typeof AskDiscovery>

export const DiscoveryState = z.enum(['waiting', 'running', 'done', 'failed', 'stopped'])
export type DiscoveryState = z.infer<typeof DiscoveryState>

export const DiscoveryStep = z.enum(['reading', 'mapping', 'searching', 'weighing', 'comparing', 'writing'])
export type DiscoveryStep = z.infer<typeof DiscoveryStep>

/** Figures of a run over everybody in it. Those about people are left out below five. */
export const DiscoverySummary = z.object({
  people: z.int().nullable(),
  ties: z.number().nullable(),
  units: z.int(),
  /** The steps below the head at which the units lie; null without a chart. */
  level: z.int().nullable(),
  /** How far who works with whom agrees with the chart: 1 the same, 0 as by chance. */
  workMap: z.object({ groups: z.int(), nmi: z.number(), ari: z.number() }).nullable(),
  found: z.int(),
  /** Found too, but too small or so placed that a description would name its people. */
  notDescribed: z.int(),
  /** Found, but as good as a unit of the chart; and found by fewer than half of the seeds. */
  unitsAgain: z.int(),
  unstable: z.int(),
  seeds: z.int(),
  /** How far the seeds agree, 0 to 1; null where none found anything. */
  agreement: z.number().nullable(),
  seconds: z.number(),
})
export type DiscoverySummary = z.infer<typeof DiscoverySummary>

export const RunLine = z.object({
  id: Id,
  at: Instant,
  by: PersonLink.nullable(),
  scheduled: z.boolean(),
  settings: DiscoverySettings,
  state: DiscoveryState,
  /** Of 1; and how many seconds it may still take, once that can be told. */
  progress: z.object({ step: DiscoveryStep, share: z.number(), secondsLeft: z.int().nullable() }).nullable(),
  summary: DiscoverySummary.nullable(),
  failure: z.string().nullable(),
})
export type RunLine = z.infer<typeof RunLine>

export const Likeness = z.enum(['same', 'part', 'contains'])
export type Likeness = z.infer<typeof Likeness>

/** A word that sets a community apart, and where it stands: never in a message. */
export const FoundWord = z.object({ word: z.string(), from: z.enum(['artefact', 'topic', 'community']) })
export type FoundWord = z.infer<typeof FoundWord>

export const FoundLine = z.object({
  id: Id,
  number: z.int(),
  /** Left out where its size or place would name its people. */
  people: z.int().nullable(),
  units: z.int().nullable(),
  words: z.array(z.string()),
  /** How many times the ties among them are what chance would give. */
  times: z.number(),
  stability: z.number(),
  /** A community there is already, where the reader may see it. */
  known: z.object({ community: CommunityLink, likeness: Likeness }).nullable(),
  /** The reader seems to be in it. */
  mine: z.boolean(),
  recognition: z
    .object({ id: Id.nullable(), state: z.enum(['asking', 'recognised', 'not_recognised', 'withdrawn']) })
    .nullable(),
})
export type FoundLine = z.infer<typeof FoundLine>

export const FoundEvidence = z.object({
  /** Ties among its people across units (two digits), and what rewired networks have: mean, and nine in ten between. */
  ties: z.number(),
  byChance: z.object({ mean: z.number(), low: z.number(), high: z.number(), rewirings: z.int() }),
  times: z.number(),
  /** In nats, beyond what chance shows anywhere in such a network. */
  gain: z.number(),
  stability: z.number(),
  seeds: z.int(),
  /** Strength of the ties among them in each part of the window, of the strongest part; null where too few took part. */
  trend: z.array(z.object({ from: Day, to: Day, share: z.number().nullable() })),
  words: z.array(FoundWord),
})
export type FoundEvidence = z.infer<typeof FoundEvidence>

/** What one person alone sees of themselves in a community found. */
export const OwnPart = z.object({ part: z.enum(['core', 'edge']) })

export const FoundView = FoundLine.extend({
  run: z.object({ id: Id, at: Instant, settings: DiscoverySettings, latest: z.boolean() }),
  /** Units with at least five people in it and at least five outside. */
  unitNames: z.array(UnitLink),
  evidence: FoundEvidence,
  /** The figures are those of an earlier run: fewer than five people have come or gone since. */
  figuresSince: Instant.nullable(),
  own: OwnPart.nullable(),
  /** What became of it since the run before. */
  change: z.enum(['born', 'stayed', 'grown', 'shrunk', 'split', 'merged']).nullable(),
  may: z.object({ recognise: z.boolean() }),
  /** Why recognition cannot be started now, as a sentence. */
  whyNot: z.string().nullable(),
})
export type FoundView = z.infer<typeof FoundView>

const reach = {
  /** People there with whom the reader has ties. */
  people: z.int().nullable(),
  /** Those of them who have a tie into the reader's unit or community only through the reader. */
  cutOff: z.int().nullable(),
}

/** Who may see which units and communities somebody connects, by their own choice. */
export const PositionShown = z.enum(['nobody', 'office', 'everybody'])
export type PositionShown = z.infer<typeof PositionShown>

/** How the reader stands between units, for their own eyes; counts below five are left out. */
export const OwnPosition = z.object({
  unit: UnitLink.nullable(),
  /** Other units that the reader has ties into. */
  units: z.array(UnitLink.extend(reach)),
  otherUnits: z.int(),
  /** Communities that the reader is in, two at a time: people of one with a tie into the other only through the reader. */
  between: z.array(z.object({ from: CommunityLink, into: CommunityLink, ...reach })),
  /** How much of the strength of the reader's ties leads out of their unit: 0 to 1. */
  outside: z.number(),
  /** People who would hang together with most of the others no longer. */
  alone: z.int().nullable(),
  /** Pairs of people without a tie between whom the reader stands, by role; few are left out. */
  roles: z.array(z.object({ role: z.enum(['coordinator', 'consultant', 'broker', 'liaison']), pairs: z.number() })),
  communities: z.int(),
  shown: PositionShown,
})
export type OwnPosition = z.infer<typeof OwnPosition>

/** Somebody who lets the reader see which units they connect: no counts, so that nobody is compared. */
export const Connector = z.object({
  person: PersonLink,
  unit: UnitLink.nullable(),
  units: z.array(UnitLink),
  communities: z.array(CommunityLink),
})
export type Connector = z.infer<typeof Connector>

export const FoundPage = z.object({
  /** The run that these come from; null when none is done. */
  run: RunLine.nullable(),
  notes: z.array(z.string()),
  items: z.array(FoundLine),
  position: OwnPosition.nullable(),
  /** By name. */
  connectors: z.array(Connector),
  /** The reader sees all that may be described, or only those they seem to be in. */
  whole: z.boolean(),
})
export type FoundPage = z.infer<typeof FoundPage>

const FoundName = z.object({ id: Id, number: z.int(), words: z.array(z.string()), people: z.int().nullable() })

export const RunChange = z.object({
  kind: z.enum(['stayed', 'grown', 'shrunk', 'split', 'merged', 'born', 'gone']),
  before: z.array(FoundName),
  now: z.array(FoundName),
})
export type RunChange = z.infer<typeof RunChange>

export const Every = z.enum(['never', 'monthly', 'quarterly'])
export type Every = z.infer<typeof Every>

const one = z.object({ run: Id })

export const discoveryOperations = {
  'GET /discovery/runs': {
    summary: 'The computations that looked for communities, the latest first',
    scope: 'read',
    reply: z.object({
      items: z.array(RunLine),
      every: Every,
      sources: z.array(z.object({ id: Id, name: z.string() })),
      defaults: DiscoverySettings,
      may: z.object({ start: z.boolean() }),
    }),
  },
  'POST /discovery/runs': {
    summary: 'Look for communities now',
    scope: 'office',
    body: AskDiscovery,
    reply: Created,
    status: 201,
  },
  'GET /discovery/runs/{run}': {
    summary: 'One computation: its settings, how far it is, what it found',
    scope: 'read',
    params: one,
    reply: RunLine.extend({
      notes: z.array(z.string()),
      found: z.array(FoundLine),
      may: z.object({ stop: z.boolean(), repeat: z.boolean() }),
    }),
  },
  'DELETE /discovery/runs/{run}': { summary: 'Stop a computation under way', scope: 'office', params: one },
  'GET /discovery/runs/{run}/changes': {
    summary: 'What became of communities since an earlier run',
    scope: 'read',
    params: one,
    query: z.object({ since: Id }),
    reply: z.object({ items: z.array(RunChange) }),
  },
  'PUT /discovery/schedule': {
    summary: 'How often communities are looked for',
    scope: 'office',
    body: z.object({ every: Every }),
  },
  'GET /found': {
    summary: 'Communities found by the latest run, as far as the reader may see them, and how the reader stands',
    scope: 'read',
    reply: FoundPage,
  },
  'PUT /found/position': {
    summary: 'Let others see which units and communities one connects, or nobody',
    scope: 'write',
    body: z.object({ shown: PositionShown }),
  },
  'GET /found/{found}': {
    summary: 'A community found, with its evidence and its uncertainty; never with names',
    scope: 'read',
    params: z.object({ found: Id }),
    reply: FoundView,
  },
} as const satisfies Operations
