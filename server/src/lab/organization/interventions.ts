import type { Intervention as Asked } from '@mortar/contract/lab-organization'
import type { Intervention } from '@mortar/simulation'
import type { Taken } from './organization.ts'

/** What is asked for by ids, as the model takes it; null where a unit or a community is no more. */
export function carriedOver(
  asked: readonly Asked[],
  { units, communities, crafts }: Pick<Taken, 'units' | 'communities' | 'crafts'>,
): Intervention[] | null {
  const found = asked.map((each): Intervention | null => {
    switch (each.kind) {
      case 'mergeUnits': {
        const [unit, into] = [units.indexOf(each.unit), units.indexOf(each.into)]
        return unit < 0 || into < 0 ? null : { ...each, unit, into }
      }
      case 'moveUnit': {
        const [unit, under] = [units.indexOf(each.unit), units.indexOf(each.under)]
        return unit < 0 || under < 0 ? null : { ...each, unit, under }
      }
      case 'closeCommunity': {
        const community = communities.indexOf(each.community)
        return community < 0 ? null : { ...each, community }
      }
      case 'openCommunity': {
        const domain = each.occupation === null ? 0 : crafts.indexOf(each.occupation)
        return domain < 0 ? null : { kind: each.kind, people: each.people, domain }
      }
      default:
        return each
    }
  })
  return found.includes(null) ? null : (found as Intervention[])
}
