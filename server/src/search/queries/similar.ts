import { type RawBuilder, sql } from 'kysely'
import type { Reader } from '#platform/database.ts'
import { worth } from './find.ts'
import { insideOf, ofKinds, readable, rightsOf } from './rights.ts'

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
  limit: number
}

const compared = 50

/** The best of the entries that fit: by how many words they share. */
const best = (where: RawBuilder<unknown>, may: RawBuilder<unknown>, limit: number) => sql`(
    select kind, id, shared_title, score from (
      select *, (shared_title + 0.4 * (shared - shared_title)) * (1 + worth / 2) as score from (
        select kind, id, reach, community_ids, unit_ids, worth,
               (select count(*) from unnest(asked.each) word where title_words @@ word) as shared_title,
               (select count(*) from unnest(asked.each) word where flat.words @@ word) as shared
        from asked, (select *, ${worth} as worth from search_entry where ${where} order by worth desc, at desc limit ${sql.lit(compared)}) candidate,
             -- Unpacked once, not for each word.
             lateral (select candidate.words || ''::tsvector as words offset 0) flat
      offset 0) counted order by score desc, id desc
    ) entry, rights
    where ${may} limit ${sql.lit(2 * limit)})`

const askedFor = ({ personId, each, near, far }: LookFor) => sql`asked as materialized (
      select ${personId}::uuid as me, ${each}::text[]::tsquery[] as each, ${near}::tsquery as near, ${far}::tsquery as far)`

/** Practices and inquiries that share words with a problem: the front first, the rest where the front gave too little. */
export async function similarTo(db: Reader, look: LookFor): Promise<Hit[]> {
  const { limit } = look
  const part = (where: RawBuilder<unknown>) => best(where, readable, limit)
  const few = (kind: Hit['kind']) => sql`(select count(*) from near where kind = ${sql.lit(kind)}) < ${sql.lit(limit)}`
  const { rows } = await sql<Hit>`
    with recursive ${askedFor(look)},
    ${rightsOf},
    near as materialized (
      ${part(sql`level = 0 and ${ofKinds('practice', 'inquiry')} and title_words @@ (select near from asked)`)}
      union ${part(sql`level = 0 and ${ofKinds('practice')} and words @@ (select near from asked)`)}
    ),
    far_titles as materialized ${part(sql`
      ${ofKinds('practice', 'inquiry')} and title_words @@ (select far from asked) and (${few('inquiry')} or ${few('practice')})`)},
    far_texts as materialized ${part(sql`
      level <= 1 and ${ofKinds('practice')} and words @@ (select far from asked) and ${few('practice')}`)}
    select kind, id, shared_title > 0 as in_title from (
      select *, row_number() over (partition by kind order by score desc, id desc) as place
      from (select * from near union select * from far_titles union select * from far_texts) every
    ) placed
    where place <= ${sql.lit(limit)} order by score desc, id desc`.execute(db)
  return rows
}

/** Inquiries that share words of their title with a problem: the front first, the rest where the front gave too little. */
export async function inquiriesLike(db: Reader, look: LookFor): Promise<Hit[]> {
  const { limit } = look
  const part = (where: RawBuilder<unknown>) =>
    best(sql`${ofKinds('inquiry')} and ${where}`, sql`community_ids && inside`, limit)
  const { rows } = await sql<Hit>`
    with ${askedFor(look)},
    ${insideOf},
    near as materialized ${part(sql`level = 0 and title_words @@ (select near from asked)`)},
    far as materialized ${part(sql`
      title_words @@ (select far from asked) and (select count(*) from near) < ${sql.lit(limit)}`)}
    select kind, id, shared_title > 0 as in_title from (select * from near union select * from far) every
    order by score desc, id desc limit ${sql.lit(limit)}`.execute(db)
  return rows
}
