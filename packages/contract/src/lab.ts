import { z } from 'zod'
import { Created, Id, Instant, line, PageQuery, pageOf, PersonLink } from './common.ts'
import { Intervention, labOrganizationOperations, OrganizationOutcome } from './lab-organization.ts'
import type { Operations } from './operation.ts'

const name = z.string().regex(/^[a-zA-Z][a-zA-Z0-9]{0,59}$/)
const Setting = z.union([z.number(), z.boolean(), z.string().max(60)])
const Cell = z.record(name, Setting)

/** Which settings are tried: the cells themselves, every combination of values, or points spread over ranges. */
export const Design = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('cells'), cells: z.array(Cell).min(1).max(2000) }),
  z.object({ kind: z.literal('every'), values: z.record(name, z.array(Setting).min(1).max(200)) }),
  z.object({
    kind: z.enum(['sobol', 'latin']),
    ranges: z.record(name, z.tuple([z.number(), z.number()])),
    points: z.int().min(1).max(2000),
  }),
])
export type Design = z.infer<typeof Design>

/** How many replications each cell gets, in batches; with `until` a cell ends as soon as it is that sure. */
export const Replications = z
  .object({
    batch: z.int().min(1).max(1000),
    least: z.int().min(1).max(1_000_000),
    most: z.int().min(1).max(1_000_000),
    until: z.object({ measure: name, halfWidth: z.number().positive() }).optional(),
  })
  .refine(({ least, most }) => least <= most, { path: ['most'] })

/** What an experiment does. It never changes: another plan is another experiment. */
export const Plan = z.object({
  settings: Cell,
  design: Design,
  seed: z.int().min(0).max(4_294_967_295),
  runs: Replications,
  /** How far curves are drawn; null where the model ends by itself. */
  periods: z.int().min(1).max(100_000).nullable().default(null),
  /** The page that it was made on, and opens on. */
  view: z.enum(['curves', 'sweep', 'compare', 'organization']),
  /** On the organization as it is today, by the server alone: what is done to it. */
  interventions: z.array(Intervention).max(20).nullable().default(null),
})
export type Plan = z.infer<typeof Plan>
/** A plan as it is sent: what has a default may be left out. */
export type PlanSent = z.input<typeof Plan>

const figures = z.array(z.number().nullable()).max(100)

/** What came out, small enough to be kept: an opening later tells whether the numbers are the same. */
export const Result = z.object({
  /** Of the model that gave them. */
  version: z.int().min(1),
  /** Of all values of all replications, bit for bit. */
  digest: z.string().regex(/^[0-9a-f]{16}$/),
  measures: z.array(name).min(1).max(100),
  /** In the order of the cells; null where a measure told nothing. */
  cells: z
    .array(z.object({ runs: z.int().min(0), means: figures, halfWidths: figures }))
    .min(1)
    .max(2000),
})
export type Result = z.infer<typeof Result>

export const ExperimentSeen = z.enum(['me', 'organization'])
export type ExperimentSeen = z.infer<typeof ExperimentSeen>

export const ExperimentRunState = z.enum(['waiting', 'running', 'done', 'failed', 'stopped'])

/** An experiment that the server carries out. */
export const ExperimentRun = z.object({
  id: Id,
  at: Instant,
  by: PersonLink.nullable(),
  state: ExperimentRunState,
  progress: z
    .object({
      cells: z.int(),
      cellsDone: z.int(),
      runs: z.int(),
      /** Of at most so many. */
      mostRuns: z.int(),
      seconds: z.number(),
      /** About so many seconds more; null until that can be told. */
      left: z.number().nullable(),
    })
    .nullable(),
  /** Seconds that it was reckoned to take. */
  estimate: z.number(),
  failure: z.string().nullable(),
  finishedAt: Instant.nullable(),
})
export type ExperimentRun = z.infer<typeof ExperimentRun>

export const ExperimentLine = z.object({
  id: Id,
  name: z.string(),
  note: z.string(),
  model: z.string(),
  view: Plan.shape.view,
  seen: ExperimentSeen,
  by: PersonLink.nullable(),
  at: Instant,
  changedAt: Instant,
  run: ExperimentRunState.nullable(),
  /** Numbers are kept with it. */
  computed: z.boolean(),
})
export type ExperimentLine = z.infer<typeof ExperimentLine>

export const ExperimentView = ExperimentLine.omit({ run: true, computed: true }).extend({
  plan: Plan,
  /** Of the model when it was saved, and now; null where the model is no more. */
  version: z.int(),
  versionNow: z.int().nullable(),
  /** The program that saved it. */
  program: z.string(),
  copyOf: z.object({ id: Id, name: z.string() }).nullable(),
  result: Result.nullable(),
  /** Of a what-if on the organization: what it changes. */
  outcome: OrganizationOutcome.nullable(),
  /** About so many seconds of one processor for all its runs; null where that cannot be told. */
  seconds: z.number().nullable(),
  /** The latest. */
  run: ExperimentRun.nullable(),
  retired: z.boolean(),
  may: z.object({
    change: z.boolean(),
    run: z.boolean(),
    stop: z.boolean(),
    restore: z.boolean(),
    /** All runs as lines of CSV are here. */
    rows: z.boolean(),
  }),
})
export type ExperimentView = z.infer<typeof ExperimentView>

const one = z.object({ experiment: Id })
const model = z.string().regex(/^[a-zA-Z][a-zA-Z-]{0,59}$/)
const told = { name: line(200), note: z.string().trim().max(4000), seen: ExperimentSeen }

export const labOperations = {
  ...labOrganizationOperations,
  'GET /experiments': {
    summary: 'Experiments that one saved, or that colleagues let everybody see, the latest changed first',
    scope: 'read',
    query: PageQuery.extend({ whose: z.enum(['mine', 'organization']).default('mine'), model: model.optional() }),
    reply: pageOf(ExperimentLine),
  },
  'POST /experiments': {
    summary: 'Save an experiment; wrong settings are named one by one',
    scope: 'write',
    body: z.object({
      ...told,
      note: told.note.default(''),
      seen: ExperimentSeen.default('me'),
      model,
      plan: Plan,
      result: Result.nullable().default(null),
    }),
    reply: Created,
    status: 201,
  },
  'POST /experiments/estimate': {
    summary: 'Check a plan, and reckon what it takes on the server',
    scope: 'write',
    body: z.object({ model, plan: Plan }),
    reply: z.object({
      cells: z.int(),
      runs: z.int(),
      /** About so many seconds of one processor. */
      seconds: z.number(),
      /** Why the server would not run it, in a sentence. */
      refused: z.string().nullable(),
    }),
  },
  'GET /experiments/{experiment}': {
    summary: 'An experiment: its plan, and what came out',
    scope: 'read',
    params: one,
    reply: ExperimentView,
  },
  'PATCH /experiments/{experiment}': {
    summary: 'Rename an experiment, annotate it, show or hide it',
    scope: 'write',
    params: one,
    body: z.object(told).partial(),
  },
  'PUT /experiments/{experiment}/result': {
    summary: 'Keep what came out with the experiment',
    scope: 'write',
    params: one,
    body: Result,
  },
  'POST /experiments/{experiment}/copy': {
    summary: 'Make an experiment of one’s own after this one',
    scope: 'write',
    params: one,
    body: z.object({ name: told.name }),
    reply: Created,
    status: 201,
  },
  'DELETE /experiments/{experiment}': {
    summary: 'Remove an experiment; it can be brought back',
    scope: 'write',
    params: one,
  },
  'POST /experiments/{experiment}/restore': {
    summary: 'Bring back an experiment that was removed',
    scope: 'write',
    params: one,
  },
  'POST /experiments/{experiment}/runs': {
    summary: 'Have the server carry out an experiment; what was begun is gone on with',
    scope: 'write',
    params: one,
    body: z.object({
      /** For a what-if: the organization as it is today, or as the latest run took it, which gives the same numbers. */
      on: z.enum(['today', 'then']).default('today'),
    }),
    reply: Created,
    status: 201,
  },
  'DELETE /experiments/{experiment}/runs/{run}': {
    summary: 'Stop a run under way',
    scope: 'write',
    params: one.extend({ run: Id }),
  },
  'GET /experiments/{experiment}/results.csv': {
    summary: 'Every replication that the server ran, as lines of CSV',
    scope: 'read',
    params: one,
    media: 'text/csv',
  },
  'GET /experiments/{experiment}/manifest.json': {
    summary: 'What says how the results come about: model, version, settings, cells, seed',
    scope: 'read',
    params: one,
    media: 'application/json',
  },
} as const satisfies Operations
