import { sql } from 'kysely'
import type { Reader } from '#platform/database.ts'

/** So many pages with one word in their titles make it an idea. */
const least = 3

/**
 * Words that come up in the titles of what a community asks and practises, and that none of its topics has: each once by
 * its root in the organization's language, as it is written most often. Small words are none.
 */
export async function wordsWithoutTopic(db: Reader, communityId: string): Promise<{ word: string; pages: number }[]> {
  const { rows } = await sql<{ word: string; pages: number }>`
    with language as (
      select (case left(coalesce((select value #>> '{}' from setting where key = 'language'), 'en'), 2)
        when 'en' then 'english' when 'fi' then 'finnish' else 'simple' end)::regconfig as name),
    page as (
      select inquiry.id, inquiry.title from inquiry_community place join inquiry on inquiry.id = place.inquiry_id
      where place.community_id = ${communityId} and inquiry.state <> 'withdrawn' and inquiry.hidden_at is null
        and inquiry.merged_into is null
      union all select id, title from practice
        where community_id = ${communityId} and state in ('proposed', 'current') and hidden_at is null),
    said as (
      select page.id, lower(written) as written, root from page, language,
        regexp_split_to_table(page.title, '[^[:alpha:]]+') written,
        unnest(tsvector_to_array(to_tsvector(language.name, written))) root
      where length(written) >= 4),
    known as (
      select root from topic, language, unnest(tsvector_to_array(to_tsvector(language.name, topic.name))) root
      where topic.community_id = ${communityId})
    select mode() within group (order by written) as word, count(distinct id)::int as pages
    from said where root not in (select root from known)
    group by root having count(distinct id) >= ${least} order by pages desc, word limit 8`.execute(db)
  return rows
}
