import { createHash } from 'node:crypto'
import { Organization } from '@mortar/simulation'
import type { Database } from '#platform/database.ts'
import { Refusal } from '#platform/refusal.ts'
import { CannotRun, packed, takeGiven } from '../run/given.ts'
import { hushing } from './outcome.ts'

/** The organization of today, for runs of the command line. */
export interface OrganizationTaken {
  readonly organization: Organization
  readonly domains: number
  /** What a manifest says of it: enough to know it again, and nothing of who works where. */
  readonly about: Readonly<Record<'people' | 'units' | 'communities', number>> & {
    readonly tied: number | null
    readonly digest: string
  }
  /** Blots out, in rows of values, what speaks of groups that are too small. */
  readonly hush: (values: Float64Array) => void
}

/** Refuses where there are too few people for a what-if, or too many. */
export async function organizationToday(db: Database): Promise<OrganizationTaken> {
  const given = await takeGiven(db, { settings: {}, interventions: [] }).catch((error: unknown) => {
    throw error instanceof CannotRun ? new Refusal('conflict', error.failure.key, error.failure.params) : error
  })
  const { organization, domains, communities, tied } = given
  const digest = createHash('sha256')
    .update(packed({ ...given, on: '' }))
    .digest('hex')
  return {
    organization: Organization.parse(organization),
    domains,
    about: {
      people: organization.unit.length,
      units: organization.parent.length,
      communities,
      tied,
      digest: digest.slice(0, 16),
    },
    hush: hushing(organization),
  }
}
