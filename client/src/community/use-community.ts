import { useSuspenseQuery } from '@tanstack/react-query'
import { type Answer, query } from '#app/api.ts'

export type Community = Answer<'GET /communities/{community}'>
export type CommunityHome = Answer<'GET /communities/{community}/home'>
/** A community without its charter, as all its pages have it on top. */
export type CommunityHead = CommunityHome['community']

export const homeQuery = (community: string) => query('GET /communities/{community}/home', { params: { community } })

export const useCommunity = (community: string): Community =>
  useSuspenseQuery(query('GET /communities/{community}', { params: { community } })).data
