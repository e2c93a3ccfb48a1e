import { pagesFor } from '#attention/index.ts'
import { communitiesFor, linkTo, maySeeMembers } from '#community/index.ts'
import { personFor, unitFor } from '#organization/index.ts'
import type { Reader } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'
import { communitiesOfUnit, workOf } from './queries.ts'

/** Only communities whose members the asker may see anyhow: then the count is of a list, not a statistic. */
export async function communitiesAt(db: Reader, actor: Actor, unitId: string) {
  await unitFor(db, actor, unitId)
  const rows = await communitiesOfUnit(db, unitId)
  const found = await communitiesFor(
    db,
    actor,
    rows.map(({ id }) => id),
  )
  const seen = new Map(
    found
      .filter(({ community, who }) => maySeeMembers(community, who))
      .map(({ community }) => [community.id, community]),
  )
  return { items: rows.flatMap(({ id, people }) => (seen.has(id) ? { ...linkTo(seen.get(id)!), people } : [])) }
}

/** What somebody chose to show, of what the asker may read. */
export async function workFor(db: Reader, actor: Actor, personId: string) {
  const { person: shown } = await personFor(db, actor, personId)
  const { communities, asked, helped } = await workOf(db, personId)
  const [found, page] = await Promise.all([
    communitiesFor(db, actor, shown.shows.includes('communities') ? communities : []),
    pagesFor(db, actor, shown.shows.includes('contributions') ? [...asked, ...helped].map(inquiry) : []),
  ])
  const pages = (ids: string[]) => ids.flatMap((id) => page(inquiry(id)) ?? [])
  return {
    communities: found
      .filter(({ community, who }) => maySeeMembers(community, who))
      .map(({ community }) => linkTo(community)),
    asked: pages(asked),
    helped: pages(helped),
  }
}

const inquiry = (id: string) => ({ subjectKind: 'inquiry', subjectId: id })
