import type { CommunityLink } from '@mortar/contract/common'
import type { Suggestion, SuggestionReason } from '@mortar/contract/learning-needs'
import type { TopicLink } from '@mortar/contract/learning-items'
import { communitiesFor, linkTo } from '#community/index.ts'
import type { Reader } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'
import { presentItems } from '../item/present.ts'
import { itemsByIds } from '../item/queries.ts'
import { todayHere } from '../queries.ts'
import { topicsByIds } from '../topic/queries/topics.ts'
import { type SuggestedRow, suggestedFor } from './queries.ts'

const most = 30

/** What may be for somebody, each with its reasons, in the order of these. */
export async function suggestionsFor(db: Reader, actor: Actor): Promise<Suggestion[]> {
  const rows = await suggestedFor(db, actor.id, { today: await todayHere(db), limit: most })
  const lines = await presentItems(
    db,
    actor,
    await itemsByIds(
      db,
      rows.map(({ itemId }) => itemId),
    ),
  )
  const topics = await topicsByIds(
    db,
    actor.id,
    rows.flatMap(({ because, planned }) => [...because.map(({ topic }) => topic), ...(planned ? [planned.topic] : [])]),
  )
  const sentTo = await communitiesFor(db, actor, [...new Set(rows.flatMap(({ planned }) => planned?.community ?? []))])
  const communities = new Map(sentTo.map(({ community }) => [community.id, linkTo(community)]))
  const lineOf = new Map(lines.map((line) => [line.id, line]))
  return rows.flatMap((row) => {
    const item = lineOf.get(row.itemId)
    const reasons = reasonsOf(row, topics, communities)
    return item && reasons.length > 0 ? [{ item, reasons }] : []
  })
}

const reasonsOf = (
  { law, because, planned }: SuggestedRow,
  topics: Map<string, TopicLink>,
  communities: Map<string, CommunityLink>,
): SuggestionReason[] => [
  ...(law ? [{ kind: 'law' as const, topic: null, law, community: null }] : []),
  ...because.flatMap(({ kind, topic }) => {
    const link = topics.get(topic)
    return link ? [{ kind, topic: link, law: null, community: null }] : []
  }),
  ...plannedReason(planned, topics, communities),
]

function plannedReason(
  planned: SuggestedRow['planned'],
  topics: Map<string, TopicLink>,
  communities: Map<string, CommunityLink>,
): SuggestionReason[] {
  const topic = planned && topics.get(planned.topic)
  if (!planned || !topic) return []
  const community = planned.community === null ? null : (communities.get(planned.community) ?? null)
  return [{ kind: 'plan', topic, law: null, community }]
}
