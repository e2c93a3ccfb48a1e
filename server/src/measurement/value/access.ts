import {
  communitiesFor,
  type Community,
  type CommunityFor,
  communityFor,
  isAlive,
  isFacilitator,
  mayReadSteering,
} from '#community/index.ts'
import type { Reader } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'
import { refuse } from '../refusals.ts'
import { findStory, storiesByIds } from './queries.ts'
import { mayRead, type Standing, type Story } from './story.ts'

export interface StoryFor {
  story: Story
  community: Community
  who: Standing
  /** Whether they may see the figures of its community. */
  figures: boolean
}

/** A community for whoever reads inside it: there its stories are told and read. */
export async function insideFor(db: Reader, actor: Actor, idOrSlug: string) {
  const found = inside(await communityFor(db, actor, idOrSlug))
  if (!found) throw refuse.forbidden('storiesInside')
  return found
}

/** The same, or nothing. */
export async function insideOf(db: Reader, actor: Actor, id: string) {
  const [found] = await communitiesFor(db, actor, [id])
  return found && inside(found)
}

const inside = ({ community, who }: CommunityFor) =>
  mayReadSteering(community, who) ? { community, who, mayTell: isAlive(community) } : undefined

/** Titles of stories, for lists that tell of them. */
export async function storiesFor(db: Reader, actor: Actor, ids: string[]): Promise<Story[]> {
  const stories = ids.length > 0 ? await storiesByIds(db, ids) : []
  const found = await communitiesFor(db, actor, [...new Set(stories.map(({ communityId }) => communityId))])
  const places = new Map(found.flatMap((one) => (inside(one) ? [[one.community.id, one.who] as const] : [])))
  return stories.filter((story) => {
    const who = places.get(story.communityId)
    const standing = { author: story.byId === actor.id, keepsOrder: (who && isFacilitator(who)) || actor.office }
    return who && mayRead(story, standing)
  })
}

/** The only way to a story on somebody's behalf. One they may not read looks exactly like one that does not exist. */
export async function storyFor(db: Reader, actor: Actor, id: string, hold = false): Promise<StoryFor> {
  const story = await findStory(db, id, hold)
  const place = story && (await insideOf(db, actor, story.communityId))
  if (!story || !place) throw refuse.notFound('noStory')
  const who = { author: story.byId === actor.id, keepsOrder: isFacilitator(place.who) || actor.office }
  if (!mayRead(story, who)) throw refuse.notFound('noStory')
  return { story, community: place.community, who, figures: place.who.member }
}
