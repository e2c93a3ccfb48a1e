import { sql } from 'kysely'
import type { Reader } from '#platform/database.ts'
import { type Places, type Statement, statement } from '#platform/statement.ts'

interface Met {
  personId: string
  because: 'helped' | 'experienced' | 'answered' | 'says' | 'active'
  inquiryId: string | null
  askedOften: boolean
}

interface Look {
  me: string
  // Tokens are letters and digits, so that nothing in them is more than it seems.
  tokens: string[]
  like: string[]
  communities: string[]
  inquiry: string | null
}

const met =
  (limit: number) =>
  ({ me, tokens, like, communities, inquiry: asked }: Places<Look>) => {
    const inquiry = sql`(select inquiry from asked)`
    const may = sql`
    person.accepts_questions and person.erased_at is null and person.origin = 'organization'
    and (person.left_on is null or person.left_on > current_date)
    and person.id <> ${me}
    and not exists (select from inquiry where id = ${inquiry} and asked_by = person.id)
    and not exists (select from asked_person where inquiry_id = ${inquiry} and person_id = person.id)
    and exists (
      select from places where places.visibility = 'open' or exists (
        select from membership where membership.community_id = places.id and membership.person_id = person.id))`
    // Who stands further away is looked for only where too few stand nearer.
    const fewerThan = (...before: string[]) => sql`
    (select count(distinct person_id) from (${sql.join(
      before.map((name) => sql`select person_id from ${sql.table(name)}`),
      sql` union all `,
    )}) so_far) < ${sql.lit(limit)}`
    return sql<Met>`
    with asked as materialized (select ${asked}::uuid as inquiry), places as materialized (
      select id, visibility from community where id = any(array(select unnest(${communities}::uuid[])))
    ), related as (
      select unnest(array(select unnest(${like}::uuid[]))) as id
      union
      (select other.inquiry_id from inquiry_topic mine join inquiry_topic other on other.topic_id = mine.topic_id
       where mine.inquiry_id = ${inquiry} limit 60)
    ), there as materialized (
      select contribution.by_id as person_id, contribution.inquiry_id,
        case when helped_at is not null then 1 when kind = 'experience' then 2 else 3 end as nearness
      from related join contribution on contribution.inquiry_id = related.id join person on person.id = contribution.by_id
      where kind in ('answer', 'experience') and withdrawn_at is null and hidden_at is null and ${may}
    ), says as materialized (
      select person.id as person_id, null::uuid, 4
      from unnest(array(select unnest(${tokens}::text[]))) token join person on person.plain_experience like '%' || token || '%'
      where ${fewerThan('there')} and person.experience <> '{}' and 'experience' = any(person.shows)
        -- The offset keeps it a look for each of few, and not for every member.
        and exists (
          select from membership
          where membership.person_id = person.id and membership.community_id in (select id from places) offset 0)
        and ${may}
      limit 100
    ), active as materialized (
      select contribution.by_id as person_id, contribution.inquiry_id, 5
      from places cross join lateral (
        select inquiry_id from inquiry_community
        where inquiry_community.community_id = places.id order by last_at desc limit 20) lately
      join contribution on contribution.inquiry_id = lately.inquiry_id join person on person.id = contribution.by_id
      where ${fewerThan('there', 'says')}
        and kind in ('answer', 'experience') and withdrawn_at is null and hidden_at is null and ${may}
    ), nearest as (
      select distinct on (person_id) * from (
        select * from there union all select * from says union all select * from active) met
      order by person_id, nearness
    ), few as (
      select * from nearest order by nearness limit ${sql.lit(limit)}
    )
    select person_id, inquiry_id,
      (array['helped', 'experienced', 'answered', 'says', 'active'])[nearness] as because,
      (select count(*) from asked_person
       where asked_person.person_id = few.person_id and at > now() - interval '30 days') >= 3 as asked_often
    from few
    order by md5(few.person_id::text || coalesce(${inquiry}, ${me}::uuid)::text)`
  }

const ways = new Map<number, Statement<Look, Met>>()

/** Of the people who answered inquiries like this one, or in its topics, or who say that they know it: a few, unordered. */
export async function peopleWhoMet(db: Reader, { limit, ...look }: Look & { limit: number }): Promise<Met[]> {
  // Whoever is proposed can read it where it is asked.
  if (look.communities.length === 0) return []
  const way = ways.get(limit) ?? statement(met(limit))
  ways.set(limit, way)
  return way(db, look)
}
