import type { Reader } from '#platform/database.ts'
import { quartersKept } from './editions/reckon.ts'
import { presentIndicators } from './present.ts'
import { editionsOf } from './queries/editions.ts'

/** What each indicator says last, in a sentence, as far as it may be shown; of a community or (null) of the organization. */
export async function latestSentences(
  db: Reader,
  communityId: string | null,
  language: string,
): Promise<Map<string, string>> {
  const groups = presentIndicators(await editionsOf(db, communityId, quartersKept), language)
  return new Map(
    groups.flatMap(({ indicators }) =>
      indicators.flatMap(({ id, points }): [string, string][] => {
        const sentence = points.findLast(({ state }) => state === 'shown')?.sentence
        return sentence ? [[id, sentence]] : []
      }),
    ),
  )
}
