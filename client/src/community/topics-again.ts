import { useQueryClient } from '@tanstack/react-query'
import { refresh } from '#app/api.ts'

export interface Topic {
  id: string
  name: string
  parent: string | null
}

/** After any act on topics: all that shows them is read again. */
export function useAgain() {
  const client = useQueryClient()
  return () =>
    refresh(
      client,
      'GET /communities/{community}/topics',
      'GET /communities/{community}/topic-merges',
      'GET /communities/{community}/home',
    )
}
