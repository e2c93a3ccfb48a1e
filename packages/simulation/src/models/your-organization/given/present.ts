import { chanceOf } from '../../../random/stream.ts'
import { inventedOrganization, inventedSize } from './invented.ts'
import type { Organization } from './organization.ts'

interface Asked {
  readonly organization: Organization | null
  readonly people: number
  readonly domains: number
}

const invented = new Map<string, Organization>()

/** The organization that is given, or else always the same invented one of that size. */
export function organizationFor({ organization, people, domains }: Asked): Organization {
  if (organization) return organization
  const key = `${people} ${domains}`
  const known = invented.get(key)
  if (known) return known
  const communities = Math.max(1, Math.round((inventedSize.communities * people) / inventedSize.people))
  const made = inventedOrganization(
    { ...inventedSize, people, communities, occupations: domains },
    chanceOf(0, 0).stream(0),
  )
  if (invented.size > 8) invented.clear()
  invented.set(key, made)
  return made
}
