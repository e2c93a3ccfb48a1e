import { useQuery } from '@tanstack/react-query'
import { type Answer, ApiRefusal, query } from './api.ts'

/** The person at this screen: who they are, how they read, and what they may do. */
export type Me = Answer<'GET /me'>

export const meQuery = { ...query('GET /me'), staleTime: 60_000, retry: false } as const

/** Undefined while loading and for somebody who has not signed in. */
export const useMe = () => useQuery(meQuery)

/** Whether it is known that somebody of the organization looks: what is refused to guests is not asked for before. */
export const useOfOrganization = (): boolean => useMe().data?.guest === false

export const isSignedOut = (error: unknown) => error instanceof ApiRefusal && error.status === 401
