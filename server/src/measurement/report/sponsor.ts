import type { Reader } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'
import { presentLines } from '../value/present.ts'
import { storiesOf } from '../value/queries.ts'
import { membersOf } from './access.ts'
import { presentReports, presentResources } from './present.ts'
import { reportsOf, resourcesOf, sponsoredBy } from './queries.ts'

/** What a sponsor has to do with: their communities, what was given, what is told, what is reported; of nobody in them. */
export async function sponsoredFor(db: Reader, actor: Actor) {
  const communities = await membersOf(db, actor, await sponsoredBy(db, actor.id))
  const ids = communities.map(({ id }) => id)
  const [resources, stories, reports] = await Promise.all([
    resourcesOf(db, { communities: ids }),
    storiesOf(db, { communities: ids }, 12),
    reportsOf(db, ids),
  ])
  return {
    communities,
    resources: await presentResources(db, actor, resources, true),
    stories: await presentLines(db, actor, stories),
    reports: await presentReports(db, actor, reports),
  }
}

/** What somebody wrote down as given to communities that they may see. */
export const givenBy = async (db: Reader, actor: Actor) =>
  presentResources(db, actor, await resourcesOf(db, { by: actor.id }), false)
