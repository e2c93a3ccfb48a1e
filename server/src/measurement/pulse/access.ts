import {
  communitiesFor,
  type Community,
  type CommunityFor,
  communityFor,
  isAlive,
  isFacilitator,
  linkTo,
} from '#community/index.ts'
import type { Reader } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'
import { refuse } from '../refusals.ts'
import { findWave } from './queries.ts'
import type { Wave } from './wave.ts'

/** Whom a wave asks: the members of a community, or (null) everybody who belongs to the organization. */
export interface Scope {
  community: Community | null
  /** Who may open and close waves here: facilitators, or the knowledge office. */
  leads: boolean
}

export async function ofCommunity(
  db: Reader,
  actor: Actor,
  idOrSlug: string,
): Promise<Scope & { community: Community }> {
  const { community, who } = await communityFor(db, actor, idOrSlug)
  if (!who.member) throw refuse.forbidden('pulseMembersOnly')
  return { community, leads: leads({ community, who }) }
}

const leads = ({ community, who }: CommunityFor) => isFacilitator(who) && isAlive(community)

export const ofAll = (actor: Actor): Scope => ({ community: null, leads: actor.office })

/** The only way to a wave on somebody's behalf: one of people to whom one does not belong does not exist. */
export async function waveFor(
  db: Reader,
  actor: Actor,
  id: string,
  hold = false,
): Promise<{ wave: Wave; scope: Scope }> {
  const wave = await findWave(db, id, hold)
  const scope = wave && (await scopeOf(db, actor, wave.communityId))
  if (!wave || !scope) throw refuse.notFound('noWave')
  return { wave, scope }
}

async function scopeOf(db: Reader, actor: Actor, communityId: string | null): Promise<Scope | undefined> {
  if (communityId === null) return ofAll(actor)
  const [found] = await communitiesFor(db, actor, [communityId])
  return found?.who.member ? { community: found.community, leads: leads(found) } : undefined
}

export const linkOf = ({ community }: Scope) => community && linkTo(community)
