import type { Reader } from '#platform/database.ts'
import type { Actor, Ask, Read } from '#platform/endpoint.ts'
import { type Community, maySee, type Standing } from './community.ts'
import { type Address, addressOf, communitiesByIds, findCommunity, type StoodRow } from './queries/communities.ts'
import { idsInside } from './queries/memberships.ts'
import { refuse } from './refusals.ts'

export interface CommunityFor {
  community: Community
  who: Standing
}

/** The only way to a community on somebody's behalf. One they may not see looks exactly like one that does not exist. */
export async function communityFor(db: Reader, actor: Actor, idOrSlug: string): Promise<CommunityFor> {
  return admitted(await findCommunity(db, actor.id, idOrSlug), actor)
}

/** A community for somebody who carries it: who facilitates, stewards, hosts, sponsors or links it. */
export async function carriedFor(db: Reader, actor: Actor, idOrSlug: string): Promise<CommunityFor> {
  const found = await communityFor(db, actor, idOrSlug)
  if (found.who.roles.length === 0) throw refuse.forbidden('rolesOnly')
  return found
}

/** The same with what its home shows, as `read` brings it along for whoever asks. */
export async function communityHomeFor<Row extends StoodRow>(
  ask: Ask,
  read: Read<Address, Row>,
  idOrSlug: string,
): Promise<{ actor: Actor; found: CommunityFor; row: Row }> {
  const { actor, row } = await ask(read, addressOf(idOrSlug))
  const found = admitted(row && dated(row), actor)
  return { actor, found, row: row! }
}

/** Moments inside JSON arrive as text. */
const dated = (row: StoodRow): StoodRow => ({
  ...row,
  createdAt: new Date(row.createdAt),
  closedAt: row.closedAt && new Date(row.closedAt),
})

function admitted(row: StoodRow | undefined, actor: Actor): CommunityFor {
  const found = row && standing(row, actor)
  if (!found || !maySee(found.community, found.who)) throw refuse.notFound('notFound')
  return found
}

/** Those of many communities that somebody may see, with how they stand to each. */
export async function communitiesFor(db: Reader, actor: Actor, ids: string[]): Promise<CommunityFor[]> {
  const rows = await communitiesByIds(db, actor.id, ids)
  return rows.map((row) => standing(row, actor)).filter(({ community, who }) => maySee(community, who))
}

const standing = ({ roles, invited, ...community }: StoodRow, { id, guest }: Actor): CommunityFor => ({
  community,
  who: { personId: id, guest, member: roles !== null, roles: roles ?? [], invited },
})

/** Communities whose inquiries and current practices somebody may read. */
export const readableFor = (db: Reader, actor: Actor): Promise<string[]> => idsInside(db, actor.id)
