import type { FoundKind } from '@mortar/contract/search'
import { type RawBuilder, sql } from 'kysely'

/** What is indexed anew: these, or all of the kind. */
export type Which = string[] | 'all'

export const among = (column: RawBuilder<unknown>, ids: Which) =>
  ids === 'all' ? sql`true` : sql`${column} = any(${ids}::uuid[])`

export interface Source {
  kind: FoundKind
  /** What can be found now, as rows of `columns`; `more` is found by and not shown. */
  rows: (ids: Which) => RawBuilder<unknown>
  /** Its place among its kind: by evidence and time, or by chance, because nobody ranks people. */
  quality: 'merit' | 'chance'
}

export const columns = sql.raw(
  'id, page_id, title, body, more, reach, community_ids, unit_ids, topic_ids, state, outcomes, merit, verified_at, review_at, verify_days, at',
)

export const none = sql`'{}'::uuid[]`
export const nothing = sql`'{}'::text[]`
/** What nobody verifies. */
export const untended = sql`null::timestamptz, null::timestamptz, null::integer`
