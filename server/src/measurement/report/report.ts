import type { Role } from '@mortar/contract/community'

/** What a community, or (without one) the organization, tells of a period; each version is kept. */
export interface Report {
  id: string
  communityId: string | null
  kind: 'sponsor' | 'annual'
  title: string
  fromDay: string
  toDay: string
  version: number
  changedAt: Date
}

/** Time and money, written down by who gives it or who takes care of the community. */
export const mayGive = ({ roles }: { roles: Role[] }): boolean =>
  roles.includes('sponsor') || roles.includes('facilitator')

/** Reports of a community are written by who facilitates it, with its sponsors; those of the organization by the knowledge office. */
export const mayWrite = (who: { roles: Role[] } | { office: boolean }): boolean =>
  'office' in who ? who.office : mayGive(who)

export interface Period {
  from: string
  to: string
}
