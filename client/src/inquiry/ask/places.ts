import { api } from '#app/api.ts'
import type { Place } from '../api.ts'

const seen = new Map<string, Place>()

/** Communities that take an inquiry from me, by a part of the name. */
export async function placeChoices(words: string, signal: AbortSignal) {
  const { items } = await api('GET /inquiries/places', { query: { words: words || undefined }, signal })
  return remember(items)
}

export async function placesByIds(ids: readonly string[]): Promise<Place[]> {
  if (ids.length === 0) return []
  const { items } = await api('GET /inquiries/places', { query: { ids: ids.join(',') } })
  return remember(items)
}

export const remember = (items: Place[]): Place[] => {
  for (const place of items) seen.set(place.id, place)
  return items
}

/** What was found before, with its visibility and topics. */
export const placesSeen = (ids: readonly string[]): Place[] => ids.flatMap((id) => seen.get(id) ?? [])

/** Who will read an inquiry that is asked there. */
export function readersOf(places: readonly Place[]): 'everybody' | 'members' | 'apart' | undefined {
  if (places.length === 0) return undefined
  if (places.length > 1 && places.some(({ visibility }) => visibility === 'private')) return 'apart'
  return places.some(({ visibility }) => visibility === 'open') ? 'everybody' : 'members'
}
