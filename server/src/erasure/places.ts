import type { NamePlace } from '@mortar/contract/erasure'
import { communitiesFor } from '#community/index.ts'
import { inquiriesFor, linkToInquiry } from '#inquiry/index.ts'
import { reportsFor, storiesFor } from '#measurement/index.ts'
import type { Reader } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'
import { practicesFor } from '#practice/index.ts'
import { escalationsFor, imperativesFor, signalsFor } from '#sensing/index.ts'
import { pagesWith, type PlaceRow } from './queries/places.ts'

const most = 500

/** Where words stand that name somebody: pages that the asker may read by title, others only counted. */
export async function placesNaming(db: Reader, actor: Actor, pattern: string) {
  const found = await pagesWith(db, pattern, most + 1)
  const rows = found.slice(0, most)
  const titles = await titlesFor(db, actor, rows)
  const items = rows.flatMap((row): NamePlace[] => {
    const title = titles.get(row.id)
    return title === undefined ? [] : [{ ...row, title }]
  })
  return { items, hidden: rows.length - items.length, more: found.length > most }
}

async function titlesFor(db: Reader, actor: Actor, rows: PlaceRow[]): Promise<Map<string, string>> {
  const ids = (kind: PlaceRow['kind']) => rows.flatMap((row) => (row.kind === kind ? row.id : []))
  const [inquiries, practices, communities, ...others] = await Promise.all([
    inquiriesFor(db, actor, ids('inquiry')),
    practicesFor(db, actor, ids('practice')),
    communitiesFor(db, actor, ids('community')),
    storiesFor(db, actor, ids('story')),
    reportsFor(db, actor, ids('value_report')),
    escalationsFor(db, actor, ids('escalation')).then((found) => found.map(({ escalation }) => escalation)),
    signalsFor(db, actor, ids('signal')),
    imperativesFor(db, actor, ids('imperative')),
  ])
  return new Map([
    ...inquiries.flatMap((found): [string, string][] => {
      const { id, title } = linkToInquiry(found)
      return title === null ? [] : [[id, title]]
    }),
    ...others.flat().map(({ id, title }): [string, string] => [id, title]),
    ...practices.map(({ id, title }): [string, string] => [id, title]),
    ...communities.map(({ community }): [string, string] => [community.id, community.name]),
  ])
}
