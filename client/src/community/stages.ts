import type { Role, Stage, Visibility } from '@mortar/contract/community'

export const stages: readonly Stage[] = ['potential', 'coalescing', 'maturing', 'stewardship', 'transformation']
export const roles: readonly Role[] = ['facilitator', 'steward', 'sponsor', 'liaison', 'newcomer_host']
export const visibilities: readonly Visibility[] = ['open', 'by_request', 'private']
export const colours = [1, 2, 3, 4, 5, 6, 7, 8] as const
