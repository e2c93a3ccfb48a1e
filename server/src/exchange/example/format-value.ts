import { Assumptions } from '@mortar/contract/measurement-value'
import { z } from 'zod'
import { Day, Moment, Slug, Text } from './format.ts'

/** How an example tells of pulses, stories, valuations, resources and reports. */

const period = { from: Day, to: Day }
const words = z.string().max(4000).default('')

export const Story = z.strictObject({
  slug: Slug,
  community: Slug,
  by: Slug,
  at: Moment,
  title: z.string().min(5).max(200),
  immediate: z.string().min(5).max(4000),
  potential: words,
  applied: words,
  realized: words,
  transformative: words,
  evidence: words,
  practice: Slug.optional(),
  unit: Slug.optional(),
  imperative: Slug.optional(),
  indicators: z.array(z.string()).default([]),
})
export type Story = z.infer<typeof Story>

const steps = z.array(z.int().min(1).max(7))

export const Value = z.strictObject({
  stories: z.array(Story),
  valuations: z.array(
    z.strictObject({
      slug: Slug,
      practice: Slug,
      by: Slug,
      at: Moment,
      ...period,
      note: words,
      assumptions: Assumptions,
    }),
  ),
  resources: z.array(
    z.strictObject({
      community: Slug,
      by: Slug,
      kind: z.enum(['time', 'money']),
      amount: z.number().positive(),
      purpose: z.string().min(5).max(300),
      ...period,
    }),
  ),
  reports: z.array(
    z.strictObject({
      slug: Slug,
      community: Slug.optional(),
      kind: z.enum(['sponsor', 'annual']),
      title: z.string().min(5).max(200),
      ...period,
      versions: z
        .array(z.strictObject({ by: Slug, at: Moment, text: Text, note: z.string().max(500).default('') }))
        .min(1),
    }),
  ),
  /** Closed waves, the earliest first, with all that was answered in them. */
  pulses: z.array(
    z.strictObject({
      slug: Slug,
      community: Slug,
      by: Slug,
      opened: Day,
      closed: Day,
      answers: z
        .array(
          z.strictObject({
            safety: steps.optional(),
            trust: steps.optional(),
            usefulness: steps.optional(),
            energy: steps.optional(),
          }),
        )
        .min(5),
    }),
  ),
})
export type Value = z.infer<typeof Value>
