import { z } from 'zod'
import { Id, Instant, line, PersonLink } from './common.ts'
import type { Operations } from './operation.ts'

/** What bringing in a file did, or would do: problems by the row in which they stand. */
export const LearningReport = z.object({
  rows: z.int(),
  added: z.int(),
  changed: z.int(),
  same: z.int(),
  /** Rows that were left out, and what to do about each. */
  problems: z.array(z.object({ row: z.int(), sentence: z.string() })),
  /** Rows that were brought in, and what should be known about them. */
  notes: z.array(z.object({ row: z.int(), sentence: z.string() })),
  /** What was understood of the head: each column with what it means. */
  columns: z.array(z.object({ header: z.string(), meaning: z.string().nullable() })),
})
export type LearningReport = z.infer<typeof LearningReport>

export const LearningImportLine = z.object({
  id: Id,
  kind: z.enum(['catalogue', 'assessment']),
  fileName: z.string(),
  rows: z.int(),
  by: PersonLink.nullable(),
  at: Instant,
  undoneAt: Instant.nullable(),
  may: z.object({ undo: z.boolean() }),
})
export type LearningImportLine = z.infer<typeof LearningImportLine>

export const BroughtFile = z.object({ name: line(200), text: z.string().min(1).max(900_000) })

export const learningImportOperations = {
  'POST /learning/catalogue': {
    summary:
      'Bring in a catalogue as CSV; with `dryRun` only look. The same `id` again changes what it brought in before',
    scope: 'office',
    body: z.object({ file: BroughtFile, dryRun: z.boolean().default(false) }),
    reply: z.object({ import: Id.nullable(), report: LearningReport }),
  },
  'GET /learning/imports': {
    summary: 'Catalogues and assessments that were brought in',
    scope: 'office',
    reply: z.object({ items: z.array(LearningImportLine) }),
  },
  'DELETE /learning/imports/{import}': {
    summary: 'Undo an import: what it added goes, what it changed is as before, unless it was changed since',
    scope: 'office',
    params: z.object({ import: Id }),
    reply: z.object({ undone: z.int(), kept: z.int() }),
  },
  'POST /learning/needs-assessments/imports': {
    summary: 'Bring in an assessment made elsewhere as CSV (person, topic, level); with `dryRun` only look',
    scope: 'office',
    body: z.object({ title: line(200), community: Id, file: BroughtFile, dryRun: z.boolean().default(false) }),
    reply: z.object({ import: Id.nullable(), assessment: Id.nullable(), report: LearningReport }),
  },
} as const satisfies Operations
