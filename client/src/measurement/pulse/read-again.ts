import type { QueryClient } from '@tanstack/react-query'
import { refresh } from '#app/api.ts'

/** After any act: all that shows pulses is read again. */
export const readAgain = (client: QueryClient) =>
  refresh(client, 'GET /pulse', 'GET /communities/{community}/pulse', 'GET /home')
