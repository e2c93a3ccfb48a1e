import { api } from '#app/api.ts'
import type { Choice } from '#ui/index.ts'

/** Current practices for a picker, with the community that each comes from. */
export async function searchPractices(words: string, signal: AbortSignal): Promise<Choice[]> {
  const { items } = await api('GET /practices', { query: { words, limit: 12 }, signal })
  return items.map(({ id, title, community }) => ({ id, name: title, note: community?.name ?? null }))
}
