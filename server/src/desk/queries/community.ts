import type { Level } from '@mortar/contract/attention'
import { type Address, communityWith, type HeadRow, type StoodRow } from '#community/index.ts'
import { inquiryBriefJson, type InquiryBriefRow } from '#inquiry/index.ts'
import { isGuest } from '#organization/index.ts'
import { type BriefRow, briefsJson } from '#practice/index.ts'
import { type RawBuilder, sql } from 'kysely'
import type { Read } from '#platform/endpoint.ts'

export interface BesideRow {
  following: Level | null
  topics: { id: string; name: string; parent: string | null }[]
  /** Nothing where the reader may not look inside. */
  unanswered: InquiryBriefRow[]
  alive: InquiryBriefRow[]
  repertoire: BriefRow[] | null
}

export type HomeRow = StoodRow & HeadRow & BesideRow

const most = sql.lit(6)

const practices = 8

/**
 * What a community's home shows beside the community: how much somebody hears of it, its topics, and for those who may
 * read inside what waits for a first answer, the longest first, what moved lately, and what it shares.
 */
const beside = (me: RawBuilder<string>) => sql`
    select
      (select level from following
       where person_id = ${me} and subject_kind = 'community' and subject_id = community.id) as following,
      coalesce((select json_agg(json_build_object('id', id, 'name', name, 'parent', parent_id) order by name)
        from topic where community_id = community.id and gone is null), '[]') as topics,
      array(select ${inquiryBriefJson} from inquiry_community held join inquiry on inquiry.id = held.inquiry_id
        where reads.inside and held.community_id = community.id and held.unanswered_since is not null
          and community.closed_at is null
        order by held.unanswered_since, held.inquiry_id limit ${most}) as unanswered,
      array(select ${inquiryBriefJson} from inquiry_community held join inquiry on inquiry.id = held.inquiry_id
        where reads.inside and held.community_id = community.id
          and inquiry.state <> 'withdrawn' and inquiry.hidden_at is null and inquiry.merged_into is null
        order by held.last_at desc, held.inquiry_id desc limit ${most}) as alive,
      case when reads.inside then ${briefsJson(me, sql`reads.id`, practices)} end as repertoire
    from (select community.id, community.visibility = 'open' and not ${isGuest(me)} or mine.person_id is not null as inside offset 0) reads`

/** The home of a community, for whoever asks, in one statement. */
export const communityHomeRead: Read<Address, HomeRow> = (me, address) =>
  communityWith<HomeRow>(me, address, beside(me))
