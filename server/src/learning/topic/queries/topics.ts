import type { TopicLink } from '@mortar/contract/learning-items'
import { sql } from 'kysely'
import { among, type Reader, type Writer } from '#platform/database.ts'

/** What `topic` and `community` show of a topic, where `mine` is the reader's membership. */
const seen = sql`(community.visibility <> 'private' or mine.person_id is not null)`
const link = sql`topic.id, topic.name, case when ${seen} then json_build_object('id', community.id, 'slug', community.slug,
  'name', community.name, 'short', community.short, 'colour', community.colour) end as community`

/**
 * Those of these topics that somebody may know of: of communities that are not private, and of their own. With `own` all of
 * them, since what they noted themselves they know; a community that they may not see any more is left out.
 */
export async function topicsByIds(
  db: Reader,
  personId: string,
  ids: string[],
  own = false,
): Promise<Map<string, TopicLink>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<TopicLink>`
    select ${link} from topic join community on community.id = topic.community_id
    left join membership mine on mine.community_id = community.id and mine.person_id = ${personId}
    where topic.id = ${among(ids)} and (${own} or ${seen})`.execute(db)
  return new Map(rows.map((row) => [row.id, row]))
}

/** Topics of living communities to choose from; those of one's own communities first. With `everybody` those alone that all may know of. */
export async function topicsToChoose(
  db: Reader,
  personId: string,
  { words, everybody, limit }: { words: string | undefined; everybody: boolean; limit: number },
): Promise<TopicLink[]> {
  const { rows } = await sql<TopicLink>`
    select ${link} from topic join community on community.id = topic.community_id
    left join membership mine on mine.community_id = community.id and mine.person_id = ${personId}
    where ${everybody ? sql`community.visibility <> 'private'` : seen} and community.closed_at is null and topic.gone is null
      and position(plain(${words ?? ''}) in plain(topic.name)) > 0
    order by mine.person_id is null, plain(topic.name), topic.id limit ${limit}`.execute(db)
  return rows
}

export interface TopicRow {
  id: string
  name: string
  parentId: string | null
}

/** Two topics of one community, held until the merge is written. */
export async function holdTopics(tx: Writer, communityId: string, ids: string[]): Promise<TopicRow[]> {
  const { rows } = await sql<TopicRow>`
    select id, name, parent_id as "parentId" from topic
    where community_id = ${communityId} and id = any(${ids}::uuid[]) and gone is null order by id for update`.execute(
    tx,
  )
  return rows
}
