import { accountEndpoints } from '#organization/index.ts'
import { communityEndpoints, communityFor } from '#community/index.ts'
import type { Endpoint } from '#platform/endpoint.ts'
import type { MayRead } from '#platform/files/routes.ts'
import type { Watchable } from './live.ts'
import type { Follower } from '#activity/index.ts'

/** What each room brings to the whole. */
export const endpoints: Endpoint[] = [...accountEndpoints, ...communityEndpoints]

/** Whether somebody may watch a page: the loader of its room decides. */
export const watchable: Watchable = {
  community: communityFor,
}

/** The rooms that read what happened. */
export const followers: Follower[] = []

/** Whether a room shows a file to somebody, because it is part of something that they may read. */
export const mayReadFile: MayRead[] = []
