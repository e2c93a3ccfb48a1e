import { useQuery } from '@tanstack/react-query'
import { type Answer, ApiRefusal, query } from './api.ts'

/** The person at this screen: who they are, how they read, and what they may do. */
export type Me = Answer<'GET /me'>

export const meQuery = { ...query('GET /me'), staleTime: 60_000, retry: false } as const

/** Undefined while loading and for somebody who has not signed in. */
export const useMe = () => useQuery(meQuery)

export const isSignedOut = (error: unknown) => error instanceof ApiRefusal && error.status === 401
