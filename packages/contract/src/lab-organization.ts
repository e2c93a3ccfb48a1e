import { z } from 'zod'
import { Day, Id } from './common.ts'
import type { Operations } from './operation.ts'

const lost = z.number().min(0).max(1).multipleOf(0.05)

/** What is done to the organization, after a while as it is. Units and communities go by their ids. */
export const Intervention = z.discriminatedUnion('kind', [
  /** People out of the strongest tenth of those between units go; others in each replication, and nobody is told who. */
  z.object({ kind: z.literal('removeSpanner'), people: z.int().min(1).max(50) }),
  z.object({ kind: z.literal('mergeUnits'), unit: Id, into: Id, channelsLost: lost }),
  z.object({ kind: z.literal('moveUnit'), unit: Id, under: Id, channelsLost: lost }),
  z.object({ kind: z.literal('communityTime'), share: z.number().min(0).max(0.5).multipleOf(0.01) }),
  /** A community opens for so many people, most of them of one craft. */
  z.object({ kind: z.literal('openCommunity'), people: z.int().min(5).max(1000), occupation: Id.nullable() }),
  z.object({ kind: z.literal('closeCommunity'), community: Id }),
  z.object({ kind: z.literal('rotate'), share: z.number().min(0).max(1).multipleOf(0.05) }),
  z.object({ kind: z.literal('throughTheLine') }),
])
export type Intervention = z.infer<typeof Intervention>

export const Verdict = z.enum(['better', 'worse', 'other', 'unclear'])
export type Verdict = z.infer<typeof Verdict>

/** What the interventions change in one measure, on the same days with the same luck. */
export const OutcomeLine = z.object({
  measure: z.string(),
  unit: z.string(),
  better: z.enum(['higher', 'lower', 'neither']),
  present: z.number(),
  after: z.number(),
  difference: z.number(),
  /** Half of its 95% interval. */
  halfWidth: z.number(),
  runs: z.int(),
  verdict: Verdict,
  /** People of the group it speaks of, five or more; null where it is everybody. */
  people: z.int().nullable(),
})
export type OutcomeLine = z.infer<typeof OutcomeLine>

export const OrganizationOutcome = z.object({
  /** The day the organization was taken as it was. */
  on: Day,
  people: z.int(),
  units: z.int(),
  communities: z.int(),
  /** About so many people stand behind the ties; null where there are no ties to start from. */
  tied: z.int().nullable(),
  lines: z.array(OutcomeLine),
})
export type OrganizationOutcome = z.infer<typeof OrganizationOutcome>

const Named = z.object({ id: Id, name: z.string(), people: z.int() })

export const labOrganizationOperations = {
  'GET /lab/organization': {
    summary: 'What can be changed in a what-if on the organization: its units and communities',
    scope: 'read',
    reply: z.object({
      people: z.int(),
      /** In the order of the chart, each with the unit above it. */
      units: z.array(Named.extend({ parent: Id.nullable(), depth: z.int() })),
      /** Those whose members everybody may see. */
      communities: z.array(Named),
      occupations: z.array(Named),
      /** About so many people's ties are known; null where none are. */
      tied: z.int().nullable(),
      assumptions: z.array(z.object({ key: z.string(), settings: z.array(z.string()) })),
      /** Why no what-if can be asked here, in a sentence. */
      refused: z.string().nullable(),
    }),
  },
} as const satisfies Operations
