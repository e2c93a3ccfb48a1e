import { useSuspenseQuery } from '@tanstack/react-query'
import { type Answer, query } from '#app/api.ts'

export type Community = Answer<'GET /communities/{community}'>

export const useCommunity = (community: string): Community =>
  useSuspenseQuery(query('GET /communities/{community}', { params: { community } })).data
