import type { Reader } from '#platform/database.ts'
import type { Edition } from '../editions/edition.ts'
import { quartersKept } from '../editions/reckon.ts'
import { editionsOf } from '../queries/editions.ts'
import { activityOf, stageRow } from './queries.ts'
import type { PointOf, StageFacts } from './sign.ts'

/** All that the signs of a community look at, just now. */
export async function stageFacts(db: Reader, communityId: string): Promise<StageFacts> {
  const [row, activity, editions] = await Promise.all([
    stageRow(db, communityId),
    activityOf(db, communityId, quartersKept),
    editionsOf(db, communityId, quartersKept),
  ])
  return {
    ...row,
    activity,
    freshness: pastOf(editions, 'repertoireFreshness'),
    busFactor: pastOf(editions, 'busFactor'),
    expertLoad: pastOf(editions, 'expertLoad'),
  }
}

/** One figure as it was published, quarter by quarter. */
export const pastOf = (editions: readonly Edition[], indicator: string): PointOf[] =>
  editions.flatMap(({ quarter, figures }) => {
    const figure = figures[indicator]
    return figure ? [{ quarter, value: figure.state === 'shown' ? (figure.value ?? null) : null }] : []
  })
