import { type RawBuilder, sql } from 'kysely'
import type { Reader } from '#platform/database.ts'
import { type Places, type Statement, statement } from '#platform/statement.ts'
import { worth } from './find.ts'
import { ofKinds, pageRightsOf, readablePage } from './rights.ts'

export interface Hit {
  kind: 'practice' | 'inquiry'
  id: string
  /** Words are shared with its title, or only with its text. */
  inTitle: boolean
}

export interface LookFor {
  personId: string
  /** Each word by itself, to count how many are shared. */
  each: string[]
  /** Any two or three of the words, as far as they tell problems apart; fewer and rarer ones for what lies far back. */
  near: string
  far: string
}

const compared = 50

/** Of the entries that fit, so many of the worthiest. */
const candidates = (where: RawBuilder<unknown>) => sql`(
    select kind, id, reach, community_ids, unit_ids, title_words, words, ${worth} as worth from search_entry
    where ${where} order by worth desc, at desc limit ${sql.lit(compared)})`

/** Those that the asker may read, by how many words they share; who is found twice stands there twice. */
const best = (...found: RawBuilder<unknown>[]) => sql`(
    select kind, id, shared_title, score from (
      select *, (shared_title + 0.4 * (shared - shared_title)) * (1 + worth / 2) as score from (
        select kind, id, reach, community_ids, unit_ids, worth,
               (select count(*) from unnest(asked.each) word where title_words @@ word) as shared_title,
               (select count(*) from unnest(asked.each) word where flat.words @@ word) as shared
        from asked, (${sql.join(found, sql` union all `)}) candidate,
             -- Unpacked once, not for each word.
             lateral (select candidate.words || ''::tsvector as words offset 0) flat
      offset 0) counted
    ) entry, rights
    where ${readablePage})`

const askedFor = ({ personId, each, near, far }: Places<LookFor>) => sql`asked as materialized (
      select ${personId}::uuid as me, ${each}::text[]::tsquery[] as each, ${near}::tsquery as near, ${far}::tsquery as far)`

const found = (limit: number) =>
  statement<LookFor, Hit>((look) => {
    const few = (kind: Hit['kind']) =>
      sql`(select count(distinct id) from near where kind = ${sql.lit(kind)}) < ${sql.lit(limit)}`
    const near = best(
      candidates(sql`level = 0 and ${ofKinds('practice', 'inquiry')} and title_words @@ (select near from asked)`),
      candidates(sql`level = 0 and ${ofKinds('practice')} and words @@ (select near from asked)`),
    )
    const far = best(
      candidates(sql`
        ${ofKinds('practice', 'inquiry')} and title_words @@ (select far from asked) and (${few('inquiry')} or ${few('practice')})`),
      candidates(sql`
        level <= 1 and ${ofKinds('practice')} and words @@ (select far from asked) and ${few('practice')}`),
    )
    return sql<Hit>`
      with recursive ${askedFor(look)},
      ${pageRightsOf},
      near as materialized ${near},
      far as materialized ${far}
      select kind, id, shared_title > 0 as in_title from (
        select *, row_number() over (partition by kind order by score desc, id desc) as place
        from (select * from near union select * from far) every
      ) placed
      where place <= ${sql.lit(limit)} order by score desc, id desc`
  })

const ways = new Map<number, Statement<LookFor, Hit>>()

/** Practices and inquiries that share words with a problem: the front first, the rest where the front gave too little. */
export function similarTo(db: Reader, { limit, ...look }: LookFor & { limit: number }): Promise<Hit[]> {
  const way = ways.get(limit) ?? found(limit)
  ways.set(limit, way)
  return way(db, look)
}
