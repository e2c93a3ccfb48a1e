import { sql } from 'kysely'
import type { Reader } from '#platform/database.ts'

interface Wanted {
  words: string
  tokens: string[]
  readable: string[]
  limit: number
  except: string
}

/** Inquiries whose title shares words with these: three of them are looked for first, then two, so that common words cost little. */
export const similarTo = async (db: Reader, wanted: Wanted): Promise<string[]> =>
  ranked(db, wanted, tiersOf(await rarestFirst(db, wanted.tokens)))

/** The database's own statistics tell which words are common; no word is counted for it. */
async function rarestFirst(db: Reader, tokens: string[]): Promise<string[]> {
  const { rows } = await sql<{ token: string; share: number }>`
    select token, coalesce(sum(common.share), 0)::float as share
    from unnest(${tokens}::text[]) token
    left join (
      select unnest(most_common_elems::text::text[]) as word, unnest(most_common_elem_freqs) as share
      from pg_stats where schemaname = current_schema() and tablename = 'inquiry_title_words'
    ) common on common.word like token || '%'
    group by token order by share, length(token) desc`.execute(db)
  const telling = rows.filter(({ share }) => share < 0.05)
  // Where every word is common, the least common ones must do.
  return (telling.length > 1 ? telling.slice(0, 5) : rows.slice(0, 3)).map(({ token }) => `${token}:*`)
}

/** Queries from strict to loose: any three of the words, any two, or the only one. */
export function tiersOf(words: string[]): string[] {
  if (words.length < 2) return words
  return [3, 2].filter((size) => size <= words.length).map((size) => subsets(words, size).join(' | '))
}

const subsets = (words: string[], size: number): string[] =>
  size === 1
    ? words
    : words.flatMap((word, place) => subsets(words.slice(place + 1), size - 1).map((rest) => `${word} & ${rest}`))

async function ranked(
  db: Reader,
  { words, tokens, readable, limit, except }: Wanted,
  tiers: string[],
): Promise<string[]> {
  const each = tokens.map((token) => `${token}:*`)
  const inTitle = sql`to_tsvector('simple', plain(title))`
  const found = sql.join(
    tiers.map((tier) => sql`(select id from inquiry where ${inTitle} @@ to_tsquery('simple', ${tier}) limit 100)`),
    sql` union `,
  )
  const { rows } = await sql<{ id: string }>`
    with found as materialized (${found}), asked as materialized (
      select array_agg(to_tsquery('simple', token)) as queries from unnest(${each}::text[]) token
    ), fitting as (
      select inquiry.id, inquiry.state, similarity(title.plain, plain(${words})) as likeness, (
        select count(*) from unnest(asked.queries) query where title.words @@ query) as shared
      from asked, found join inquiry on inquiry.id = found.id
      cross join lateral (select plain(inquiry.title) as plain, ${inTitle} as words offset 0) title
      where inquiry.state <> 'withdrawn' and inquiry.hidden_at is null and inquiry.merged_into is null
        and inquiry.id <> ${except}
        and exists (
          select from inquiry_community held
          where held.inquiry_id = inquiry.id and held.community_id = any(${readable}))
    )
    select id from fitting
    order by (shared::float / ${tokens.length} + likeness) * case when state = 'resolved' then 1.25 else 1 end desc, id desc
    limit ${limit}`.execute(db)
  return rows.map(({ id }) => id)
}
