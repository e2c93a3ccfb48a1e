import { sql } from 'kysely'
import type { Reader } from '#platform/database.ts'
import { forgiven } from '../query.ts'

/** Which of these words are known, as they are or as the beginning of a known one. */
export async function knownWords(db: Reader, words: string[]): Promise<Set<string>> {
  const { rows } = await sql<{ word: string }>`
    select asked.word from unnest(${words}::text[]) asked(word)
    where exists (
      select from search_word known
      where known.word like replace(replace(plain(asked.word), '\\', ''), '%', '') || '%')`.execute(db)
  return new Set(rows.map(({ word }) => word))
}

/** Known words that a misspelt one may have been meant to be, the likeliest first. */
export async function likenesses(db: Reader, word: string): Promise<string[]> {
  const { rows } = await sql<{ word: string }>`
    select known.word from search_word known
    where known.word % plain(${word})
      and levenshtein_less_equal(left(known.word, 60), left(plain(${word}), 60), ${forgiven(word) + 1}) <= ${forgiven(word)}
    order by levenshtein(left(known.word, 60), left(plain(${word}), 60)), similarity(known.word, plain(${word})) desc
    limit 4`.execute(db)
  return rows.map((row) => row.word)
}

export interface FoundRow {
  kind: 'practice' | 'inquiry' | 'contribution' | 'person' | 'community' | 'unit'
  id: string
  pageId: string
  title: string
  excerpt: string
  state: string | null
  communityIds: string[]
  at: Date
  inTitle: boolean
  merit: number
}

export interface Search {
  language: string
  /** In the organization's language, stemmed, and as written. */
  query: string
  kind?: string | undefined
  community?: string | undefined
  seen: string[]
  inside: string[]
  memberOf: string[]
  units: string[]
  limit: number
}

// Enough to rank well, few enough to stay quick when a word is everywhere.
const candidates = 1500

/** Entries that match and that the asker may read; titles weigh most, then evidence, then freshness. */
export async function find(db: Reader, search: Search): Promise<FoundRow[]> {
  const { language, query, kind, community, limit } = search
  const { rows } = await sql<FoundRow>`
    with asked as materialized (
      select to_tsquery(${language}::regconfig, ${query}) || to_tsquery('simple', plain(${query})) as words
    ),
    matching as (
      (select kind, id, true as in_title from search_entry, asked
       where title_words @@ asked.words and ${readable(search)} ${only(kind, community)} limit ${candidates})
      union all
      (select kind, id, false from search_entry, asked
       where search_entry.words @@ asked.words and ${readable(search)} ${only(kind, community)} limit ${candidates})
    ),
    ranked as (
      select entry.kind, entry.id, bool_or(matching.in_title) as in_title,
             max(ts_rank(entry.words, asked.words, 1)
               * (case when matching.in_title then 3 else 1 end)
               * (1 + entry.merit)
               * (1 + 0.3 * exp(-extract(epoch from now() - entry.at) / 31536000))) as rank
      from matching join search_entry entry using (kind, id), asked
      group by entry.kind, entry.id
      order by rank desc, entry.id
      limit ${limit + 1}
    )
    select entry.kind, entry.id, entry.page_id, entry.state, entry.community_ids, entry.at, ranked.in_title, entry.merit,
           ts_headline(${language}::regconfig, entry.title, asked.words, ${`${marks}, HighlightAll=true`}) as title,
           ts_headline(${language}::regconfig, entry.body, asked.words, ${`${marks}, MinWords=12, MaxWords=28, MaxFragments=1`}) as excerpt
    from ranked join search_entry entry using (kind, id), asked
    order by ranked.rank desc, entry.id`.execute(db)
  return rows
}

// Taken out of every text when it is indexed, so that a mark is always ours.
export const markStart = '\u0002'
export const markEnd = '\u0003'
const marks = `StartSel=${markStart}, StopSel=${markEnd}`

/** The rights of the asker, as a condition: what they may not read is neither found nor counted. */
const readable = ({ seen, inside, memberOf, units }: Search) => sql`(
  reach = 'everybody'
  or (reach = 'seen' and community_ids && ${seen}::uuid[])
  or (reach = 'inside' and (community_ids && ${inside}::uuid[] or unit_ids && ${units}::uuid[]))
  or (reach = 'members' and community_ids && ${memberOf}::uuid[]))`

const only = (kind: string | undefined, community: string | undefined) => sql`
  ${kind ? sql`and kind = ${kind}` : sql``} ${community ? sql`and ${community}::uuid = any(community_ids)` : sql``}`

/** The communities somebody may know of and is in, and the units where they work, with those above. */
export async function placesOf(db: Reader, personId: string) {
  const { rows } = await sql<{ seen: string[]; memberOf: string[]; units: string[] }>`
    with recursive places as (
      select unit_id as id from position
      where person_id = ${personId} and from_day <= current_date and (to_day is null or to_day >= current_date)
      union select unit.parent_id from unit join places on places.id = unit.id where unit.parent_id is not null
    )
    select coalesce((select array_agg(id) from community where visibility <> 'private' or id in (
             select community_id from membership where person_id = ${personId})), '{}') as seen,
           coalesce((select array_agg(community_id) from membership where person_id = ${personId}), '{}') as member_of,
           coalesce((select array_agg(id) from places where id is not null), '{}') as units`.execute(db)
  return rows[0]!
}

const dictionaries: Record<string, string> = {
  da: 'danish',
  de: 'german',
  en: 'english',
  es: 'spanish',
  fi: 'finnish',
  fr: 'french',
  it: 'italian',
  nl: 'dutch',
  no: 'norwegian',
  pt: 'portuguese',
  ru: 'russian',
  sv: 'swedish',
}

/** The dictionary of the organization's language; words as written where PostgreSQL has none. */
export async function dictionaryOf(db: Reader): Promise<string> {
  const row = await db.selectFrom('setting').select('value').where('key', '=', 'language').executeTakeFirst()
  return dictionaries[String(row?.value ?? 'en').slice(0, 2)] ?? 'simple'
}
