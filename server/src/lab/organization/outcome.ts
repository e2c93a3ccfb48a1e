import type { OrganizationOutcome } from '@mortar/contract/lab-organization'
import {
  comparedToPresent,
  LEVELS,
  levelsOf,
  type Organization,
  type Results,
  yourOrganization,
} from '@mortar/simulation'
import { safeParts } from '#network/index.ts'

export type StoredOutcome = OrganizationOutcome

/** How many people each load speaks of, by its measure: of those that must not be told nothing is kept. */
export function groupsOf(organization: Organization): Map<string, number> {
  const levels = new Map<string, number>()
  for (const level of levelsOf(organization)) count(levels, `loadLevel${level}`)
  const leads = new Set(organization.manager)
  const members = new Set(organization.members.person)
  const roles = new Map<string, number>()
  for (let person = 0; person < organization.unit.length; person++)
    count(roles, leads.has(person) ? 'loadManagers' : members.has(person) ? 'loadMembers' : 'loadOthers')
  return new Map([...safeParts([...levels]), ...safeParts([...roles])])
}

const count = (into: Map<string, number>, key: string) => into.set(key, (into.get(key) ?? 0) + 1)

const parts = [
  ...Array.from({ length: LEVELS }, (_, at) => `loadLevel${at + 1}`),
  'loadManagers',
  'loadMembers',
  'loadOthers',
]

/** Whether a measure speaks of a group that is too small to be told, or would be told by what is left of the whole. */
export const isHushed = (measure: string, groups: ReadonlyMap<string, number>): boolean =>
  parts.includes(measure) && !groups.has(measure)

/** Blots out what speaks of groups that are too small, before anything is written. */
export function hushing(organization: Organization): (values: Float64Array) => void {
  const groups = groupsOf(organization)
  const columns = yourOrganization.measures.flatMap(({ name }, at) => (isHushed(name, groups) ? [at] : []))
  const width = yourOrganization.measures.length
  return (values) => {
    for (let row = 0; row < values.length; row += width) for (const at of columns) values[row + at] = NaN
  }
}

export function outcomeOf(
  results: Results,
  organization: Organization,
  facts: Pick<OrganizationOutcome, 'on' | 'communities' | 'tied'>,
): StoredOutcome {
  const groups = groupsOf(organization)
  return {
    ...facts,
    people: organization.unit.length,
    units: organization.parent.length,
    lines: comparedToPresent(results, 1)
      .filter(({ measure }) => !isHushed(measure.name, groups))
      .map(({ measure, ...line }) => ({
        ...line,
        measure: measure.name,
        unit: measure.unit,
        better: measure.better,
        people: groups.get(measure.name) ?? null,
      })),
  }
}
