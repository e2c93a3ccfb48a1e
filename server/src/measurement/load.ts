import type { Reader } from '#platform/database.ts'
import { quartersKept } from './editions/reckon.ts'
import { presentIndicators } from './present.ts'
import { editionsOf } from './queries/editions.ts'

const about = ['expertLoad', 'busFactor']

/** The latest that can be said of how far a community rests on few, in a sentence each; nobody is named. */
export async function loadOf(
  db: Reader,
  communityId: string,
  language: string,
): Promise<{ id: string; name: string; sentence: string }[]> {
  const groups = presentIndicators(await editionsOf(db, communityId, quartersKept), language)
  return groups
    .flatMap(({ indicators }) => indicators)
    .filter(({ id }) => about.includes(id))
    .flatMap(({ id, name, points }) => {
      const sentence = points.findLast(({ state }) => state === 'shown')?.sentence
      return sentence ? [{ id, name, sentence }] : []
    })
}
