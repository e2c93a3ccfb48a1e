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
  madeBy: string | null
  hiddenAt: Date | null
}

/** Time and money, written down by who gives it or who takes care of the community. */
export const mayGive = ({ roles }: { roles: Role[] }): boolean =>
  roles.includes('sponsor') || roles.includes('facilitator')

/** Reports of a community are written by who facilitates it, with its sponsors; those of the organization by the knowledge office. */
export const mayWrite = (who: { roles: Role[] } | { office: boolean }): boolean =>
  'office' in who ? who.office : mayGive(who)

/** A hidden report is read by whoever may write it, and by the knowledge office. */
export const mayRead = (
  { hiddenAt }: Pick<Report, 'hiddenAt'>,
  { write, office }: { write: boolean; office: boolean },
): boolean => hiddenAt === null || write || office

export interface Period {
  from: string
  to: string
}
