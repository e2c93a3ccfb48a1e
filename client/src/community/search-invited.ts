import { api } from '#app/api.ts'
import type { Choice } from '#ui/index.ts'

/** Finds whom to invite, by a part of the name. */
export async function searchInvited(
  kind: 'person' | 'unit' | 'occupation',
  words: string,
  signal: AbortSignal,
): Promise<Choice[]> {
  if (kind === 'person') {
    const { items } = await api('GET /people', { query: { words, limit: 8 }, signal })
    return items.map(({ id, name, title, unit }) => ({
      id,
      name,
      note: [title, unit].filter(Boolean).join(', ') || null,
    }))
  }
  if (kind === 'unit') {
    const { items } = await api('GET /units', { query: { words }, signal })
    return items.slice(0, 8).map(({ id, name, path }) => ({ id, name, note: path.at(-1)?.name ?? null }))
  }
  const { items } = await api('GET /occupations', { query: { words }, signal })
  return items.slice(0, 8).map(({ id, name }) => ({ id, name }))
}
