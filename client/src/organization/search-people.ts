import type { PersonLink } from '@mortar/contract/common'
import { api } from '#app/api.ts'
import type { Choice } from '#ui/index.ts'

/** People for a picker, with what tells two of the same name apart. */
export async function searchPeople(words: string, signal: AbortSignal): Promise<Choice[]> {
  const { items } = await api('GET /people', { query: { words, limit: 12 }, signal })
  return items.map(choiceOf)
}

/** A person to choose, with title and unit. */
export const choiceOf = ({ id, name, title, unit }: Pick<PersonLink, 'id' | 'name' | 'title' | 'unit'>): Choice => ({
  id,
  name,
  note: [title, unit].filter(Boolean).join(', ') || null,
})

/** Units for a picker, with the way down to them. */
export async function searchUnits(words: string, signal: AbortSignal): Promise<Choice[]> {
  const { items } = await api('GET /units', { query: { words }, signal })
  return items.map(({ id, name, path }) => ({ id, name, note: path.map((above) => above.name).join(' › ') || null }))
}
