import * as z from 'zod'
import { communitiesIn, type Organization } from '../given/organization.ts'

const place = z.int().min(0)
const lost = z.number().min(0).max(1).default(0.5)

/** What may be done to an organization, all at once after the warm-up. Each kind has its words in a catalogue. */
export const Intervention = z.discriminatedUnion('kind', [
  /** Somebody out of the strongest tenth of those who span units goes; another one in each replication, nobody is told who. */
  z.object({ kind: z.literal('removeSpanner'), people: z.int().min(1).max(50).default(1) }),
  /** The people of a unit, and the units below it, go over into another. */
  z.object({ kind: z.literal('mergeUnits'), unit: place, into: place, channelsLost: lost }),
  /** A unit with all below it goes under another, and elsewhere. */
  z.object({ kind: z.literal('moveUnit'), unit: place, under: place, channelsLost: lost }),
  /** Everybody gives so much of their time to communities. */
  z.object({ kind: z.literal('communityTime'), share: z.number().min(0).max(0.5) }),
  /** A community opens for so many people of one craft, across units. */
  z.object({ kind: z.literal('openCommunity'), people: z.int().min(5).max(1000), domain: place.default(0) }),
  z.object({ kind: z.literal('closeCommunity'), community: place }),
  /** So large a share of people changes places with somebody of another unit, evenly over the time. */
  z.object({ kind: z.literal('rotate'), share: z.number().min(0).max(1) }),
  /** Nobody asks anybody: every inquiry goes up the line and down again. */
  z.object({ kind: z.literal('throughTheLine') }),
])
export type Intervention = z.infer<typeof Intervention>
export type Kind = Intervention['kind']

export interface Fault {
  readonly path: [number, string]
  readonly message: string
}

/** What interventions, one after the other, ask for that the organization has not, with the field; empty if all is there. */
export function faultsIn(asked: readonly Intervention[], organization: Organization, domains: number): Fault[] {
  const parent = organization.parent.slice()
  return asked.flatMap((each, at) => {
    const fault = faultIn(each, organization, parent, domains)
    return fault ? [{ path: [at, fault[0]] as [number, string], message: fault[1] }] : []
  })
}

/** `parent` is how the units stand by then. */
function faultIn(
  asked: Intervention,
  given: Organization,
  parent: Int32Array,
  domains: number,
): [string, string] | undefined {
  const people = given.unit.length
  switch (asked.kind) {
    case 'removeSpanner':
      if (people < 50) return ['people', 'needs at least 50 people, so that nobody can tell who went']
      return asked.people > people / 10 ? ['people', 'no more than the strongest tenth'] : undefined
    case 'mergeUnits':
      return regrouped(parent, asked.unit, 'into', asked.into, true)
    case 'moveUnit':
      return regrouped(parent, asked.unit, 'under', asked.under, false)
    case 'openCommunity':
      if (asked.people > people) return ['people', `there are ${people} people`]
      return asked.domain >= domains ? ['domain', `there are ${domains} domains`] : undefined
    case 'closeCommunity': {
      const communities = communitiesIn(given)
      return asked.community >= communities ? ['community', `there are ${communities} communities`] : undefined
    }
    default:
      return undefined
  }
}

function regrouped(
  parent: Int32Array,
  unit: number,
  field: string,
  other: number,
  merges: boolean,
): [string, string] | undefined {
  if (unit >= parent.length) return ['unit', `there are ${parent.length} units`]
  if (other >= parent.length) return [field, `there are ${parent.length} units`]
  for (let at = other; at >= 0; at = parent[at]!)
    if (at === unit) return [field, 'a unit cannot go into itself or below itself']
  regroup(parent, unit, other, merges)
  return undefined
}

/** Puts a unit under another, or what is below it where its people go over. */
export function regroup(parent: Int32Array, unit: number, other: number, merges: boolean): void {
  if (!merges) parent[unit] = other
  else parent.forEach((above, below) => (parent[below] = above === unit ? other : above))
}
