import { accountOperations } from './account.ts'
import { communityOperations } from './community.ts'
import type { Operations } from './operation.ts'
import { platformOperations } from './platform.ts'

export type { Address, Method, Operation, Operations, Reply, Scope, Sent } from './operation.ts'
export type * from './common.ts'

/** Everything a client can ask of Mortar, one table per capability. */
export const operations = {
  ...platformOperations,
  ...accountOperations,
  ...communityOperations,
} satisfies Operations

export type AllOperations = typeof operations
