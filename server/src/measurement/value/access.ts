import {
  communitiesFor,
  type Community,
  type CommunityFor,
  communityFor,
  isAlive,
  isFacilitator,
  mayReadInside,
} from '#community/index.ts'
import type { Reader } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'
import { refuse } from '../refusals.ts'
import { findStory } from './queries.ts'
import { mayRead, type Standing, type Story } from './story.ts'

export interface StoryFor {
  story: Story
  community: Community
  who: Standing
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
  mayReadInside(community, who) ? { community, who, mayTell: isAlive(community) } : undefined

/** The only way to a story on somebody's behalf. One they may not read looks exactly like one that does not exist. */
export async function storyFor(db: Reader, actor: Actor, id: string, hold = false): Promise<StoryFor> {
  const story = await findStory(db, id, hold)
  const place = story && (await insideOf(db, actor, story.communityId))
  if (!story || !place) throw refuse.notFound('noStory')
  const who = { author: story.byId === actor.id, keepsOrder: isFacilitator(place.who) }
  if (!mayRead(story, who)) throw refuse.notFound('noStory')
  return { story, community: place.community, who }
}
