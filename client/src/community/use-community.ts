import { useSuspenseQuery } from '@tanstack/react-query'
import { type Answer, query } from '#app/api.ts'

export type Community = Answer<'GET /communities/{community}'>
export type CommunityHome = Answer<'GET /communities/{community}/home'>
export type Member = Answer<'GET /communities/{community}/members'>['items'][number]
/** A community without its charter, as all its pages have it on top. */
export type CommunityHead = CommunityHome['community']

export const homeQuery = (community: string) => query('GET /communities/{community}/home', { params: { community } })

/** Its facilitators and its stewards tend the topics of a living community. */
export const tendsTopics = ({ closed, may, myRoles }: CommunityHead) =>
  may.edit || (!closed && myRoles.includes('steward'))

export const useCommunity = (community: string): Community =>
  useSuspenseQuery(query('GET /communities/{community}', { params: { community } })).data
