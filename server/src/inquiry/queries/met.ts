import { sql } from 'kysely'
import type { Reader } from '#platform/database.ts'

interface Met {
  personId: string
  because: 'helped' | 'experienced' | 'answered' | 'says' | 'active'
  inquiryId: string | null
  askedOften: boolean
}

/** Tokens are letters and digits, so that nothing in them is more than it seems; without any, nobody is found. */
const anyOf = (tokens: string[]) => (tokens.length > 0 ? tokens.join('|') : '$^')

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
       where mine.inquiry_id = ${inquiry}::uuid limit 60)
    ), met as (
      select contribution.by_id as person_id, contribution.inquiry_id,
        case when helped_at is not null then 1 when kind = 'experience' then 2 else 3 end as nearness
      from related join contribution on contribution.inquiry_id = related.id
      where kind in ('answer', 'experience') and withdrawn_at is null and hidden_at is null
      union all
      (select person.id, null, 4
       from person
       where person.experience <> '{}' and person.plain_experience ~ ${anyOf(tokens)} and 'experience' = any(person.shows)
         and exists (
           select from membership
           where membership.person_id = person.id and membership.community_id = any(${communities}::uuid[]))
       limit 100)
      union all
      select contribution.by_id, contribution.inquiry_id, 5
      from places cross join lateral (
        select inquiry_id from inquiry_community
        where inquiry_community.community_id = places.id order by last_at desc limit 20) lately
      join contribution on contribution.inquiry_id = lately.inquiry_id
      where kind in ('answer', 'experience') and withdrawn_at is null and hidden_at is null
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
      (array['helped', 'experienced', 'answered', 'says', 'active'])[nearness] as because,
      (select count(*) from asked_person
       where asked_person.person_id = few.person_id and at > now() - interval '30 days') >= 3 as asked_often
    from few
    order by md5(few.person_id::text || ${inquiry ?? me}::text)`.execute(db)
  return rows
}
