import type { OwnLearning, OwnNeed, ToldNeed } from '@mortar/contract/learning-needs'
import type { LearningItemLine, TopicLink } from '@mortar/contract/learning-items'
import { communitiesFor, linkTo } from '#community/index.ts'
import { peopleFor } from '#organization/index.ts'
import type { Reader } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'
import { inLanguage } from '../assessment/assessment.ts'
import { waitingFor } from '../assessment/queries/assessments.ts'
import { presentItems } from '../item/present.ts'
import { itemsByIds, proposedShadowing } from '../item/queries.ts'
import { mayPlan } from '../plan/access.ts'
import { worksHere } from '../queries.ts'
import { declinedBy, doneBy } from '../suggest/queries.ts'
import { topicsByIds } from '../topic/queries/topics.ts'
import { type NeedRow, ownInterests, ownNeeds, sharesOf, type ShareRow, type ToldRow, toldNeeds } from './queries.ts'

type Shown = Awaited<ReturnType<typeof shownIn>>

/** Everything of learning that is one person's own, for that person. */
export async function presentOwn(db: Reader, actor: Actor): Promise<OwnLearning> {
  const [needs, shares, told] = [
    await ownNeeds(db, actor.id),
    await sharesOf(db, actor.id),
    await toldNeeds(db, actor.id),
  ]
  const [interests, done, declined] = [
    await ownInterests(db, actor.id),
    await doneBy(db, actor.id),
    await declinedBy(db, actor.id),
  ]
  const itemIds = [...done, ...declined].flatMap(({ itemId }) => itemId ?? [])
  const items = new Map((await presentItems(db, actor, await itemsByIds(db, itemIds))).map((line) => [line.id, line]))
  const shown = await shownIn(db, actor, {
    own: [...needs, ...declined].flatMap(({ topicId }) => topicId ?? []).concat(interests),
    told: told.map(({ topicId }) => topicId),
    shares: [...shares, ...told],
  })
  return {
    needs: needs.flatMap((need) => presentNeed(need, shares, shown)),
    interests: interests.flatMap((id) => shown.topics.get(id) ?? []),
    told: told.flatMap((row) => presentTold(row, shown)),
    ...presentActs(done, declined, items, shown),
    shadowing: await presentItems(db, actor, await proposedShadowing(db, actor.id)),
    assessments: (await waitingFor(db, actor.id)).map(({ title, ...one }) => ({
      ...one,
      title: inLanguage(title, actor.language),
    })),
    may: { note: await worksHere(db, actor.id), lead: actor.office, plan: await mayPlan(db, actor) },
  }
}

async function shownIn(
  db: Reader,
  actor: Actor,
  { own, told, shares }: { own: string[]; told: string[]; shares: (ShareRow | ToldRow)[] },
) {
  const communities = await communitiesFor(db, actor, [
    ...new Set(shares.flatMap(({ communityId }) => communityId ?? [])),
  ])
  return {
    topics: new Map([
      ...(await topicsByIds(db, actor.id, told)),
      ...(await topicsByIds(db, actor.id, [...new Set(own)], true)),
    ]),
    person: await peopleFor(
      db,
      shares.flatMap((row) => ('mentorId' in row ? row.mentorId : row.personId)),
    ),
    community: new Map(communities.map(({ community }) => [community.id, linkTo(community)])),
  }
}

const presentNeed = (need: NeedRow, shares: ShareRow[], { topics, person, community }: Shown): OwnNeed[] => {
  const topic = topics.get(need.topicId)
  if (!topic) return []
  return [
    {
      id: need.id,
      topic,
      gap: need.gap,
      note: need.note,
      notedAt: need.notedAt.toISOString(),
      metAt: need.metAt?.toISOString() ?? null,
      shares: shares
        .filter(({ needId }) => needId === need.id)
        .map(({ id, mentorId, communityId, sharedAt }) => ({
          id,
          mentor: person(mentorId),
          community: communityId ? (community.get(communityId) ?? null) : null,
          at: sharedAt.toISOString(),
        })),
    },
  ]
}

const presentTold = (row: ToldRow, { topics, person, community }: Shown): ToldNeed[] => {
  const [topic, who] = [topics.get(row.topicId), person(row.personId)]
  if (!topic || !who) return []
  return [
    {
      id: row.id,
      person: who,
      topic,
      gap: row.gap,
      note: row.note,
      community: row.communityId ? (community.get(row.communityId) ?? null) : null,
      at: row.sharedAt.toISOString(),
    },
  ]
}

const presentActs = (
  done: Awaited<ReturnType<typeof doneBy>>,
  declined: Awaited<ReturnType<typeof declinedBy>>,
  items: Map<string, LearningItemLine>,
  { topics }: { topics: Map<string, TopicLink> },
): Pick<OwnLearning, 'done' | 'declined'> => ({
  done: done.flatMap(({ itemId, act, at, applicationId }) => {
    const item = items.get(itemId)
    return item ? [{ item, act, at: at.toISOString(), application: applicationId }] : []
  }),
  declined: declined.flatMap(({ itemId, topicId, at }) => {
    const [item, topic] = [itemId && items.get(itemId), topicId && topics.get(topicId)]
    return item || topic ? [{ item: item || null, topic: topic || null, at: at.toISOString() }] : []
  }),
})
