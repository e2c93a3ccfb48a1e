import type { QueryClient } from '@tanstack/react-query'
import { refresh } from '#app/api.ts'

/** After any act: all that shows stories, valuations, resources or reports is read again. */
export const readAgain = (client: QueryClient) =>
  refresh(
    client,
    'GET /communities/{community}/stories',
    'GET /practices/{practice}/stories',
    'GET /stories/{story}',
    'GET /communities/{community}/resources',
    'GET /value-reports',
    'GET /value-reports/{valueReport}',
    'GET /sponsor',
    'GET /manage',
  )
