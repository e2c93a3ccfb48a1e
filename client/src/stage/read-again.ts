import type { QueryClient } from '@tanstack/react-query'
import { refresh } from '#app/api.ts'

/** After a decision on stage or form, all pages that show them are read again. */
export const readAgain = (client: QueryClient) =>
  refresh(
    client,
    'GET /communities/{community}/stage',
    'GET /communities/{community}',
    'GET /communities/{community}/home',
    'GET /communities/{community}/care',
    'GET /communities',
  )
