import { api } from '#app/api.ts'
import type { Choice } from '#ui/index.ts'

/** Topics for a picker, with the community that each belongs to. */
export const searchTopics =
  (open?: 'yes') =>
  async (words: string, signal: AbortSignal): Promise<Choice[]> => {
    const { items } = await api('GET /learning/topics', { query: { words: words || undefined, open }, signal })
    return items.map(({ id, name, community }) => ({ id, name, note: community?.name ?? null }))
  }

export async function searchCommunities(words: string, signal: AbortSignal): Promise<Choice[]> {
  const { items } = await api('GET /communities', { query: { words }, signal })
  return items.slice(0, 12).map(({ id, name, short }) => ({ id, name, note: short }))
}
