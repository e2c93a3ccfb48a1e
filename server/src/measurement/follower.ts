import type { ActivityRow, Follower } from '#activity/index.ts'
import { noteNews } from './queries/news.ts'

/** Notes in which communities something happened, and on which days. */
export const measurementFollower: Follower = {
  name: 'measurement',
  batch: 2000,
  read: (tx, activities) => noteNews(tx, activities.flatMap(newsOf)),
}

const newsOf = ({ communityIds, at, verb }: ActivityRow) =>
  communityIds.map((communityId) => ({
    communityId,
    day: at.toISOString().slice(0, 10),
    anew: verb.endsWith('.imported'),
  }))
