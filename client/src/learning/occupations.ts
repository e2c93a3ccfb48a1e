import { useQuery } from '@tanstack/react-query'
import { query } from '#app/api.ts'
import type { Choice } from '#ui/index.ts'

/** Occupations for a picker: few enough to be looked through here. */
export function useOccupations(): (words: string) => Promise<Choice[]> {
  const crafts = useQuery(query('GET /occupations')).data?.items ?? []
  return async (words) => crafts.filter(({ name }) => name.toLowerCase().includes(words.toLowerCase())).slice(0, 12)
}
