import { useQueryClient } from '@tanstack/react-query'
import { query } from '#app/api.ts'
import type { Choice } from '#ui/index.ts'

/** Occupations for a picker: few enough to be looked through here. Who types before they have come waits for them. */
export function useOccupations(): (words: string) => Promise<Choice[]> {
  const client = useQueryClient()
  return async (words) => {
    const { items } = await client.ensureQueryData(query('GET /occupations'))
    return items.filter(({ name }) => name.toLowerCase().includes(words.toLowerCase())).slice(0, 12)
  }
}
