import { sql } from 'kysely'
import type { Reader } from '#platform/database.ts'

interface Hit {
  id: string
  because: 'same_words' | 'alike'
}

interface Wanted {
  words: string
  tokens: string[]
  readable: string[]
  limit: number
  except?: string | undefined
}

/** Inquiries whose title shares words with these, or is spelled much like them. */
export async function similarTo(db: Reader, { words, tokens, readable, limit, except }: Wanted): Promise<Hit[]> {
  const each = tokens.map((token) => `${token}:*`)
  const { rows } = await sql<Hit>`
    with found as (
      (select id, true as same from inquiry
       where to_tsvector('simple', plain(title)) @@ to_tsquery('simple', ${each.join(' | ')}) limit 3000)
      union all
      (select id, false from inquiry where plain(title) % plain(${words}) limit 500)
    ), ranked as (
      select inquiry.id, bool_or(found.same) as same, inquiry.state, similarity(plain(inquiry.title), plain(${words})) as likeness,
        (select count(*) from unnest(${each}::text[]) token
         where to_tsvector('simple', plain(inquiry.title)) @@ to_tsquery('simple', token)) as shared
      from found join inquiry on inquiry.id = found.id
      where inquiry.state <> 'withdrawn' and inquiry.hidden_at is null and inquiry.merged_into is null
        and inquiry.id is distinct from ${except ?? null}::uuid
        and exists (
          select from inquiry_community held
          where held.inquiry_id = inquiry.id and held.community_id = any(${readable}))
      group by inquiry.id
    )
    select id, case when shared > 0 then 'same_words' else 'alike' end as because
    from ranked
    where shared >= ${Math.min(2, tokens.length)} or likeness > 0.3
    order by (shared::float / ${tokens.length} + likeness) * case when state = 'resolved' then 1.25 else 1 end desc, id desc
    limit ${limit}`.execute(db)
  return rows
}

interface Met {
  personId: string
  because: 'helped' | 'experienced' | 'answered' | 'says'
  inquiryId: string | null
  askedOften: boolean
}

/** Of the people who answered inquiries like this one, or in its topics, or who say that they know it: a few, unordered. */
export async function peopleWhoMet(
  db: Reader,
  me: string,
  query: { tokens: string[]; like: string[]; communities: string[]; inquiry?: string | undefined; limit: number },
): Promise<Met[]> {
  const { tokens, like, communities, limit } = query
  const inquiry = query.inquiry ?? null
  const { rows } = await sql<Met>`
    with places as (
      select id, visibility from community where id = any(${communities}::uuid[])
    ), related as (
      select unnest(${like}::uuid[]) as id
      union
      (select other.inquiry_id from inquiry_topic mine join inquiry_topic other on other.topic_id = mine.topic_id
       where mine.inquiry_id = ${inquiry}::uuid limit 200)
    ), met as (
      select contribution.by_id as person_id, contribution.inquiry_id,
        case when helped_at is not null then 1 when kind = 'experience' then 2 else 3 end as nearness
      from related join contribution on contribution.inquiry_id = related.id
      where kind in ('answer', 'experience') and withdrawn_at is null and hidden_at is null
      union all
      select person.id, null, 4
      from places join membership on membership.community_id = places.id join person on person.id = membership.person_id
      where 'experience' = any(person.shows) and exists (
        select from unnest(person.experience) known, unnest(${tokens}::text[]) token
        where plain(known) like '%' || token || '%')
    ), nearest as (
      select distinct on (met.person_id) met.person_id, met.inquiry_id, met.nearness
      from met join person on person.id = met.person_id
      where person.accepts_questions and person.erased_at is null and person.origin = 'organization'
        and (person.left_on is null or person.left_on > current_date)
        and person.id <> ${me}
        and not exists (select from inquiry where id = ${inquiry}::uuid and asked_by = person.id)
        and not exists (select from asked_person where inquiry_id = ${inquiry}::uuid and person_id = person.id)
        and exists (
          select from places where places.visibility = 'open' or exists (
            select from membership where membership.community_id = places.id and membership.person_id = person.id))
      order by met.person_id, met.nearness
    ), few as (
      select * from nearest order by nearness limit ${limit}
    )
    select person_id, inquiry_id,
      (array['helped', 'experienced', 'answered', 'says'])[nearness] as because,
      (select count(*) from asked_person
       where asked_person.person_id = few.person_id and at > now() - interval '30 days') >= 3 as asked_often
    from few
    order by md5(few.person_id::text || ${inquiry ?? me}::text)`.execute(db)
  return rows
}
