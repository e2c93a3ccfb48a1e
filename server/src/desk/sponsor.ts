import type { SponsorView } from '@mortar/contract/desk'
import { linkTo } from '#community/index.ts'
import { sponsoredFor } from '#measurement/index.ts'
import type { Reader } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'
import { escalationsOpenIn, escalationsPutTo, presentEscalations } from '#sensing/index.ts'

/** What a sponsor has to do with. Nothing here is about anybody in their communities. */
export async function sponsorFor(db: Reader, actor: Actor): Promise<SponsorView> {
  const { communities, ...shown } = await sponsoredFor(db, actor)
  const ids = communities.map(({ id }) => id)
  const [put, open] = await Promise.all([escalationsPutTo(db, actor.id), escalationsOpenIn(db, actor.id, ids)])
  const lines = await presentEscalations(db, open)
  const asked = (await presentEscalations(db, put)).filter(
    ({ state, answer }) => state !== 'decided' || answer === 'later',
  )
  return {
    communities: communities.map((community) => ({
      ...linkTo(community),
      stage: community.stage,
      closed: community.closedAt !== null,
    })),
    asked,
    overdue: lines.filter(({ overdue, id }) => overdue && !asked.some((one) => one.id === id)),
    ...shown,
  }
}
