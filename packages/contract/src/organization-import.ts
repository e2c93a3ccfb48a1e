import { z } from 'zod'
import { Created, Id, Instant, PersonLink, UnitLink } from './common.ts'
import type { Operations } from './operation.ts'

/** What a column of a file can mean. */
export const ImportColumn = z.enum([
  'id',
  'email',
  'name',
  'firstName',
  'lastName',
  'title',
  'occupation',
  'unit',
  'unitId',
  'manager',
  'managerId',
  'managerEmail',
  'managerName',
  'from',
  'to',
  'parent',
])
export type ImportColumn = z.infer<typeof ImportColumn>

/** How a file is written, and what its columns were taken for. */
export const ImportReading = z.object({
  encoding: z.enum(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252']),
  separator: z.enum([',', ';', '\t', '|']),
  headers: z.array(z.string()),
  samples: z.array(z.array(z.string())),
  columns: z.array(ImportColumn.nullable()),
})
export type ImportReading = z.infer<typeof ImportReading>

export const ImportOptions = z.object({
  /** What each column means, when it was taken for something else. */
  columns: z
    .object({ people: z.array(ImportColumn.nullable()).max(500), units: z.array(ImportColumn.nullable()).max(500) })
    .partial()
    .default({}),
  /** Whether the file holds everybody: of the whole organization, or of one unit with what is below. */
  complete: z.union([z.literal('no'), z.literal('all'), Id]).default('no'),
  /** Rows of people who were erased and are brought in all the same, as somebody new. */
  bringIn: z.array(z.int().min(1)).max(1000).default([]),
})
export type ImportOptions = z.infer<typeof ImportOptions>

const Share = z.object({ ended: z.int(), of: z.int() })

export const ImportSummary = z.object({
  rows: z.int(),
  people: z.object({ added: z.int(), changed: z.int(), ended: z.int(), same: z.int() }),
  units: z.object({ opened: z.int(), changed: z.int(), closed: z.int() }),
  problems: z.int(),
  /** More people would end than is likely: whoever applies must say that this is meant. */
  asks: Share.nullable(),
  /** How days like 3/4/2024 were read, where there are such. */
  dates: z.enum(['day first', 'month first']).nullable(),
  /** Units were seen from the reporting line alone. */
  unitsFromLine: z.boolean(),
})
export type ImportSummary = z.infer<typeof ImportSummary>

export const ImportState = z.enum([
  'uploaded',
  'planning',
  'planned',
  'applying',
  'applied',
  'undoing',
  'undone',
  'failed',
])
export type ImportState = z.infer<typeof ImportState>

export const ImportStep = z.enum(['reading', 'comparing', 'writing'])
export type ImportStep = z.infer<typeof ImportStep>

export const ImportItem = z.object({
  id: Id,
  source: z.string(),
  state: ImportState,
  at: Instant,
  by: PersonLink.nullable(),
  summary: ImportSummary.nullable(),
  appliedAt: Instant.nullable(),
  undoneAt: Instant.nullable(),
})
export type ImportItem = z.infer<typeof ImportItem>

export const ImportView = ImportItem.extend({
  files: z.object({ people: ImportReading.nullable(), units: ImportReading.nullable() }),
  complete: z.enum(['no', 'all', 'unit']),
  completeUnit: UnitLink.nullable(),
  /** How far the work under way has come. */
  progress: z.object({ step: ImportStep, done: z.int(), total: z.int() }).nullable(),
  /** Rows of people who were erased, and of those the ones that are brought in anew. */
  erased: z.object({ rows: z.array(z.int()), bringIn: z.array(z.int()) }),
  /** Why it could not be done, and what to do. */
  failure: z.string().nullable(),
  /** What undoing had to leave, because it was used since. */
  kept: z.int().nullable(),
  may: z.object({ plan: z.boolean(), apply: z.boolean(), undo: z.boolean(), discard: z.boolean() }),
})
export type ImportView = z.infer<typeof ImportView>

export const ImportTab = z.enum(['added', 'changed', 'ended', 'problems'])
export type ImportTab = z.infer<typeof ImportTab>

/** One line of a plan: somebody or a unit, what is new about it, or a problem as a sentence. */
export const ImportLine = z.object({
  seq: z.int(),
  kind: z.enum(['person', 'unit', 'problem']),
  row: z.int().nullable(),
  name: z.string(),
  /** Title and unit, or the address. */
  note: z.string().nullable(),
  changes: z.array(z.object({ field: z.string(), before: z.string().nullable(), after: z.string().nullable() })),
  sentence: z.string().nullable(),
  rows: z.array(z.int()),
})
export type ImportLine = z.infer<typeof ImportLine>

const one = z.object({ import: Id })

export const importOperations = {
  'GET /organization/imports': {
    summary: 'The imports there were, the newest first',
    scope: 'office',
    reply: z.object({ items: z.array(ImportItem) }),
  },
  'POST /organization/imports': {
    summary: 'Upload `people` and perhaps `units` as CSV of at most 100 MB; nothing is changed yet',
    scope: 'office',
    multipart: true,
    reply: Created,
    status: 201,
  },
  'GET /organization/imports/{import}': {
    summary: 'An import: how its files were read, what it would do, how far it is',
    scope: 'office',
    params: one,
    reply: ImportView,
  },
  'DELETE /organization/imports/{import}': {
    summary: 'Forget an import that was not applied',
    scope: 'office',
    params: one,
  },
  'PUT /organization/imports/{import}/plan': {
    summary: 'Plan it anew, with other columns or as a complete list; ask for the import until it is planned',
    scope: 'office',
    params: one,
    body: ImportOptions,
  },
  'GET /organization/imports/{import}/lines': {
    summary: 'What the plan would add, change and end, and its problems',
    scope: 'office',
    params: one,
    query: z.object({
      tab: ImportTab,
      after: z.coerce.number().int().min(0).default(0),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    reply: z.object({ items: z.array(ImportLine), next: z.int().nullable() }),
  },
  'PUT /organization/imports/{import}/application': {
    summary: 'Carry out the plan that was looked at; ask for the import until it is applied',
    scope: 'office',
    params: one,
    body: z.object({
      /** Needed when the summary asks: yes, so many people really end. */
      endingIsMeant: z.boolean().default(false),
    }),
  },
  'DELETE /organization/imports/{import}/application': {
    summary: 'Undo the last import that was applied, as a whole',
    scope: 'office',
    params: one,
  },
} as const satisfies Operations
