import { z } from 'zod'
import { Id } from './common.ts'

const lost = z.number().min(0).max(1).multipleOf(0.05).default(0.5)

/** What is done to the organization, after a while as it is. Units and communities go by their ids. */
export const Intervention = z.discriminatedUnion('kind', [
  /** People out of the strongest tenth of those between units go; others in each replication, and nobody is told who. */
  z.object({ kind: z.literal('removeSpanner'), people: z.int().min(1).max(50).default(1) }),
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
