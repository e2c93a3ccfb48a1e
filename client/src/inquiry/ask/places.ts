import { api } from '#app/api.ts'
import { addTopic } from '#community/add-topic.ts'
import type { Choice } from '#ui/index.ts'
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

/** Adds a topic to a community, which is then known with it. */
export async function addTopicTo(place: Place, name: string): Promise<Choice | undefined> {
  const topic = await addTopic(place.id, name)
  if (topic) remember([{ ...place, topics: [...place.topics, topic] }])
  return topic
}
