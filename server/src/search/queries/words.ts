import { type RawBuilder, sql } from 'kysely'
import type { Reader, Writer } from '#platform/database.ts'
import { statement } from '#platform/statement.ts'
import type { Meant } from '../query.ts'
import type { Which } from './source.ts'

const dictionaries = {
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

// Written out rather than a function of the database, which each search would have to plan anew.
const language = sql`(
  select ('plain_' || coalesce(${sql.lit(JSON.stringify(dictionaries))}::jsonb ->> left(coalesce(
    (select value #>> '{}' from setting where key = 'language'), 'en'), 2), 'simple'))::regconfig)`
const plain = (word: RawBuilder<unknown>) => sql`lower(unaccent('public.unaccent', ${word}))`

/** The organization's language without accents; words as written where PostgreSQL does not know it. */
export async function dictionaryOf(db: Reader): Promise<string> {
  const { rows } = await sql<{ name: string }>`select ${language}::text as name`.execute(db)
  return rows[0]!.name
}

// What people are called, where they work, what they can do and what communities are about is vocabulary;
// what is said in passing is not.
const vocabulary = sql`title || case when kind in ('community', 'person', 'practice') then ' ' || body else '' end`

/** Adds the words of these pages to those that an unfinished or misspelt one may have been meant to be. */
export async function learnWords(tx: Writer, kinds: string[], ids: Which): Promise<void> {
  if (ids.length === 0) return
  await sql`
    insert into search_word (word, seen, slips)
    select word, count(*), slips_of(word)
    from search_entry, unnest(tsvector_to_array(to_tsvector('plain_simple', ${vocabulary}))) word
    where kind = any(${kinds}) and kind <> 'contribution' and ${ids === 'all' ? sql`true` : sql`page_id = any(${ids}::uuid[])`}
      and length(word) between 3 and 40 and word ~ '^[[:alnum:]]*[[:alpha:]][[:alnum:]]*$'
    group by word
    on conflict (word) do update set seen = search_word.seen + excluded.seen`.execute(tx)
  if (ids === 'all' || kinds.includes('community'))
    await sql`
      insert into search_word (word, seen, slips)
      select word, count(*), slips_of(word)
      from topic, unnest(tsvector_to_array(to_tsvector('plain_simple', name))) word
      where gone is null and length(word) between 3 and 40 group by word
      on conflict do nothing`.execute(tx)
}

/** Forgets every word, so that one that was redacted everywhere is not kept here. */
export const forgetWords = (tx: Writer) => sql`delete from search_word`.execute(tx)

/** Forgets the words of these pages. Those that others use, too, are learnt again with the next reading. */
export const forgetWordsOf = (tx: Writer, pages: string[]) =>
  sql`delete from search_word where word in (
    select unnest(tsvector_to_array(to_tsvector('plain_simple', ${vocabulary}))) from search_entry
    where kind <> 'contribution' and page_id = any(${pages}::uuid[]))`.execute(tx)

export interface Understood {
  /** Without accents. */
  plain: string
  /** As the dictionary knows it; empty for a word that says nothing, such as "the". */
  stems: string[]
  /** How many known words begin with it, as far as `mostCompletions`, and the lexemes of the most frequent ones. */
  completions: number
  completed: string[]
  /** In about how many titles it is. */
  seen: number
  /** It is a known word, or a form of one. */
  known: boolean
  /** The dictionary it was looked up in. */
  language: string
}

/** Of these words the rarest that titles know, without what they may be slips or beginnings of. */
export async function rarestOf(db: Reader, words: string[], most: number): Promise<Meant[]> {
  const { rows } = await sql<Pick<Meant, 'plain' | 'stems' | 'seen'>>`
    select itself.word as plain, tsvector_to_array(to_tsvector(language.name, itself.word)) as stems, itself.seen
    from (select ${language} as name offset 0) language
    cross join unnest(${words}::text[]) asked(word)
    join search_word itself on itself.word = ${plain(sql`asked.word`)}
    order by itself.seen, itself.word limit ${most}`.execute(db)
  const nothing = { unfinished: false, completed: [], wide: false, alike: [], known: true }
  return rows.filter(({ stems }) => stems.length > 0).map((row) => ({ ...row, ...nothing }))
}

export const mostCompletions = 8

// Not `like`: with a beginning that is no constant the index would not serve.
const begins = (start: RawBuilder<unknown>) => sql`(word ~>=~ ${start} and word ~<~ (${start} || chr(1114111)))`

const known = statement<{ words: string[] }, Understood>(
  ({ words }) => sql`
    select asked.plain, stem.stems, cardinality(begun.words) as completions,
           tsvector_to_array(to_tsvector(language.name, array_to_string(begun.words, ' '))) || begun.words as completed,
           coalesce(itself.seen, 0) as seen, itself.seen is not null or exists (
             select from unnest(stem.stems) root cross join lateral (
               select word from search_word where ${begins(sql`root`)} order by word using ~<~ limit 12) near
             where root = any(tsvector_to_array(to_tsvector(language.name, near.word)))) as known, language.name::text as language
    from (select ${language} as name offset 0) language
    cross join (select word, ${plain(sql`word`)} as plain, place from unnest(array(select unnest(${words}::text[]))) with ordinality asked(word, place) offset 0) asked
    cross join lateral (select tsvector_to_array(to_tsvector(language.name, asked.word)) as stems offset 0) stem
    cross join lateral (
      select array(select word from search_word where ${begins(sql`asked.plain`)} order by seen desc, word limit ${sql.lit(mostCompletions)}) as words offset 0) begun
    left join search_word itself on itself.word = asked.plain
    order by asked.place`,
)

/** What the index knows about each of these words, in their order. */
export const understood = (db: Reader, words: string[]): Promise<Understood[]> => known(db, { words })

/** The stems of each of these words. */
export async function stemsOf(db: Reader, words: string[]): Promise<Map<string, string[]>> {
  const { rows } = await sql<{ word: string; stems: string[] }>`
    select word, tsvector_to_array(to_tsvector(language.name, word)) as stems
    from (select ${language} as name offset 0) language, unnest(${words}::text[]) word`.execute(db)
  return new Map(rows.map(({ word, stems }) => [word, stems]))
}

export interface Known {
  word: string
  seen: number
}

/** Known words that share a slip with this one, or many of its letters: those it may have been meant to be. */
export async function knownLike(db: Reader, word: string): Promise<Known[]> {
  const { rows } = await sql<Known>`
    select word, seen from search_word where slips && slips_of(${word})
    union
    (select word, seen from search_word where length(${word}) > 6 and word % ${word} order by similarity(word, ${word}) desc limit 30)`.execute(
    db,
  )
  return rows
}

/** Known words whose beginning may have been meant by this unfinished one. */
export async function knownBeginningLike(db: Reader, word: string): Promise<Known[]> {
  const { rows } = await sql<Known>`
    select word, seen from search_word
    where ${begins(sql`left(${word}, 2)`)} and length(word) > length(${word})
      and least(levenshtein_less_equal(left(word, length(${word}) - 1), ${word}, 1),
                levenshtein_less_equal(left(word, length(${word})), ${word}, 2),
                levenshtein_less_equal(left(word, length(${word}) + 1), ${word}, 1)) <= 2
    order by seen desc limit 60`.execute(db)
  return rows
}
