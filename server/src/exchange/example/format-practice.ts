import { z } from 'zod'
import { Day, Moment, outcomes, Slug, Text } from './format.ts'

export const practiceKinds = ['method', 'tool', 'document', 'story', 'case', 'routine'] as const
export const practiceStates = ['draft', 'proposed', 'current', 'retired'] as const
export const adoptionStates = ['trying', 'adopted', 'declined', 'dropped'] as const

const act = { by: Slug, at: Moment }

export const Step = z.strictObject({ slug: Slug, role: z.string().min(3).max(80), what: z.string().min(5).max(1000) })

const revisionParts = {
  title: z.string().min(8).max(120),
  problem: Text,
  worksWhen: Text,
  worksNot: Text,
  how: Text,
  sources: Text.optional(),
  steps: z.array(Step).min(2).optional(),
}
/** The first revision says all; a later one, and a proposed change, say what changed. */
export const RevisionChange = z.strictObject({ ...act, note: Text, ...z.strictObject(revisionParts).partial().shape })
export const Revision = z.strictObject({ ...act, note: Text, ...revisionParts })

export const Application = z.strictObject({
  slug: Slug,
  ...act,
  unit: Slug,
  place: Text,
  outcome: z.enum(outcomes),
  changed: Text,
  different: Text.optional(),
  /** "This solved it": the inquiry in which it was found. */
  inquiry: Slug.optional(),
})

export const Validation = z.strictObject({
  ...act,
  holds: z.boolean(),
  reasons: Text,
  evidence: z.array(Slug).min(1),
})

export const ProposedChange = RevisionChange.extend({
  state: z.enum(['waiting', 'taken', 'declined']),
  decided: z.strictObject({ ...act, reason: Text }).optional(),
})

export const Adoption = z.strictObject({ ...act, unit: Slug, state: z.enum(adoptionStates), reason: Text })

export const UnitProposal = z.strictObject({ ...act, unit: Slug, message: Text, dueOn: Day })

export const Run = z.strictObject({
  slug: Slug,
  unit: Slug,
  ...act,
  title: z.string(),
  ticks: z.array(z.strictObject({ ...act, step: Slug })),
  end: z.strictObject({ ...act, note: Text, outcome: z.enum(outcomes) }).optional(),
})

export const Practice = z.strictObject({
  kind: z.enum(practiceKinds),
  community: Slug,
  steward: Slug,
  topics: z.array(Slug).default([]),
  variantOf: z.strictObject({ practice: Slug, context: z.string().min(10).max(300) }).optional(),
  origin: z.strictObject({ inquiry: Slug, contributions: z.array(Slug) }).optional(),
  verifyDays: z.int().min(7).default(180),
  states: z.array(z.strictObject({ ...act, state: z.enum(practiceStates), reason: Text })).min(1),
  revisions: z.array(RevisionChange).min(1),
  changes: z.array(ProposedChange).default([]),
  applications: z.array(Application).default([]),
  validations: z.array(Validation).default([]),
  verifications: z.array(z.strictObject({ ...act, note: Text })).default([]),
  proposals: z.array(UnitProposal).default([]),
  adoptions: z.array(Adoption).default([]),
  runs: z.array(Run).default([]),
})

export type Application = z.infer<typeof Application>
export type Revision = z.infer<typeof Revision>
export type RevisionChange = z.infer<typeof RevisionChange>
export type Practice = z.infer<typeof Practice>
