import type { QueryClient } from '@tanstack/react-query'
import { type Answer, query, refresh } from '#app/api.ts'

export type Practice = Answer<'GET /practices/{practice}'>
export type Line = Answer<'GET /practices'>['items'][number]
export type Application = Practice['applications'][number]
export type Revision = Practice['text']
export type Matrix = Answer<'GET /practices/matrix'>

export const practiceQuery = (practice: string) => query('GET /practices/{practice}', { params: { practice } })

/** After an act on a practice: its pages and the lists that it stands in are read again. */
export const readAgain = (client: QueryClient) =>
  refresh(
    client,
    'GET /practices/{practice}',
    'GET /practices',
    'GET /practices/matrix',
    'GET /practices/{practice}/history',
    'GET /practices/{practice}/changes',
    'GET /practices/{practice}/revisions',
    'GET /practices/{practice}/adoptions',
    'GET /units/{unit}/practices',
    'GET /stewardship',
    'GET /runs/{run}',
  )
