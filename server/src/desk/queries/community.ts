import type { Level } from '@mortar/contract/attention'
import type { InquiryLine } from '@mortar/contract/inquiry'
import { sql } from 'kysely'
import type { Reader } from '#platform/database.ts'

type Brief = Pick<InquiryLine, 'id' | 'title' | 'state' | 'answers' | 'lastAt'>
type Row = Omit<Brief, 'lastAt'> & { lastAt: Date; waits: boolean }

/** What waits for a first answer in a community, the longest first, and what moved lately: for those who may read inside. */
export async function aliveIn(db: Reader, communityId: string, limit: number) {
  const shown = sql`inquiry.id, inquiry.title, inquiry.state, inquiry.answers, inquiry.last_at`
  const { rows } = await sql<Row>`
    (select ${shown}, true as waits
     from inquiry_community held join inquiry on inquiry.id = held.inquiry_id
     where held.community_id = ${communityId} and held.unanswered_since is not null
     order by held.unanswered_since, held.inquiry_id limit ${limit})
    union all
    (select ${shown}, false
     from inquiry_community held join inquiry on inquiry.id = held.inquiry_id
     where held.community_id = ${communityId}
       and inquiry.state <> 'withdrawn' and inquiry.hidden_at is null and inquiry.merged_into is null
     order by held.last_at desc, held.inquiry_id desc limit ${limit})`.execute(db)
  const brief = ({ waits: _, lastAt, ...row }: Row): Brief => ({ ...row, lastAt: lastAt.toISOString() })
  return {
    unanswered: rows.filter(({ waits }) => waits).map(brief),
    alive: rows.filter(({ waits }) => !waits).map(brief),
  }
}

interface BesideRow {
  following: Level | null
  topics: { id: string; name: string; parent: string | null }[]
}

/** What somebody chose to hear of a community, and its topics. */
export async function besideCommunity(db: Reader, personId: string, communityId: string): Promise<BesideRow> {
  const { rows } = await sql<BesideRow>`
    select
      (select level from following
       where person_id = ${personId} and subject_kind = 'community' and subject_id = ${communityId}::uuid) as following,
      coalesce((select json_agg(json_build_object('id', id, 'name', name, 'parent', parent_id) order by name)
        from topic where community_id = ${communityId}::uuid), '[]') as topics`.execute(db)
  return rows[0]!
}
