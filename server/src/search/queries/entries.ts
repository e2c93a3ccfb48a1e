import { type RawBuilder, sql } from 'kysely'
import type { Reader, Writer } from '#platform/database.ts'

/** What is indexed anew: these, or all of the kind. */
export type Which = string[] | 'all'

const among = (column: RawBuilder<unknown>, ids: Which) =>
  ids === 'all' ? sql`true` : sql`${column} = any(${ids}::uuid[])`

interface Source {
  kind: string
  /** Rows of id, page_id, title, body, reach, community_ids, unit_ids, state, merit, at: what can be found now. */
  rows: (ids: Which) => RawBuilder<unknown>
}

const none = sql`'{}'::uuid[]`

const inquiries: Source = {
  kind: 'inquiry',
  rows: (ids) => sql`
    select inquiry.id, inquiry.id as page_id, inquiry.title, text_of(inquiry.html) as body, 'inside' as reach,
           array_agg(place.community_id) as community_ids, ${none} as unit_ids, inquiry.state,
           (case inquiry.state when 'resolved' then 0.3 else 0 end)::real as merit, inquiry.asked_at as at
    from inquiry join inquiry_community place on place.inquiry_id = inquiry.id
    where ${among(sql`inquiry.id`, ids)} and inquiry.hidden_at is null and inquiry.withdrawn_at is null
      and inquiry.merged_into is null
    group by inquiry.id`,
}

const contributions: Source = {
  kind: 'contribution',
  rows: (ids) => sql`
    select contribution.id, inquiry.id, inquiry.title, text_of(contribution.html), 'inside',
           array_agg(place.community_id), ${none}, contribution.kind,
           (case when contribution.helped_at is null then 0 else 0.4 end)::real, contribution.at
    from contribution
    join inquiry on inquiry.id = contribution.inquiry_id
    join inquiry_community place on place.inquiry_id = inquiry.id
    where ${among(sql`contribution.inquiry_id`, ids)} and contribution.hidden_at is null
      and contribution.withdrawn_at is null and inquiry.hidden_at is null and inquiry.withdrawn_at is null
    group by contribution.id, inquiry.id`,
}

const practices: Source = {
  kind: 'practice',
  rows: (ids) => sql`
    select practice.id, practice.id, practice.title,
           text_of(concat_ws(' ', text.html ->> 'problem', text.html ->> 'worksWhen', text.html ->> 'worksNot', text.html ->> 'how')),
           case when practice.current_at is null then 'members'
                when community.visibility = 'private' then 'inside' else 'seen' end,
           array[practice.community_id],
           coalesce((select array_agg(unit_id) from (
             select unit_id from adoption where practice_id = practice.id and latest
             union select unit_id from unit_proposal where practice_id = practice.id) shown_to), ${none}),
           practice.state,
           ((case when practice.validated_at is null then 0.2 else 0.8 end)
             * freshness(coalesce(practice.review_at, now()), practice.verify_days, now())
             * (case practice.state when 'retired' then 0.3 else 1 end))::real,
           practice.changed_at
    from practice
    join community on community.id = practice.community_id
    join practice_revision text on text.practice_id = practice.id and text.revision = practice.revision
    where ${among(sql`practice.id`, ids)} and practice.hidden_at is null`,
}

const people: Source = {
  kind: 'person',
  rows: (ids) => sql`
    select person.id, person.id, person.name,
           concat_ws(' · ', held.title, held.unit, case when 'occupation' = any(person.shows) then occupation.name end,
             case when 'experience' = any(person.shows) then array_to_string(person.experience, ', ') end,
             case when 'does' = any(person.shows) then person.does end),
           'everybody', ${none}, ${none}, null::text, 0.1::real, coalesce(held.since, now())
    from person
    left join occupation on occupation.id = person.occupation_id
    left join lateral (
      select position.title, unit.name as unit, position.from_day::timestamptz as since
      from position left join unit on unit.id = position.unit_id
      where position.person_id = person.id and position.to_day is null
      order by position.from_day desc limit 1
    ) held on true
    where ${among(sql`person.id`, ids)} and person.origin = 'organization' and person.erased_at is null
      and (person.left_on is null or person.left_on > current_date)`,
}

const communities: Source = {
  kind: 'community',
  rows: (ids) => sql`
    select community.id, community.id, community.name, concat_ws(' ', charter.domain, charter.about, charter.purpose),
           'seen',
           array[community.id], ${none}, community.stage,
           (case when community.closed_at is null then 0.3 else 0 end)::real, community.created_at
    from community
    join charter on charter.community_id = community.id and charter.version = community.charter_version
    where ${among(sql`community.id`, ids)}`,
}

const units: Source = {
  kind: 'unit',
  rows: (ids) => sql`
    select unit.id, unit.id, unit.name, coalesce(above.name, ''), 'everybody', ${none}, ${none}, null::text, 0.1::real, now()
    from unit left join unit above on above.id = unit.parent_id
    where ${among(sql`unit.id`, ids)} and unit.closed_on is null`,
}

export const sources = {
  inquiry: [inquiries, contributions],
  practice: [practices],
  person: [people],
  community: [communities],
  unit: [units],
}
export type Indexed = keyof typeof sources

/** Writes the entries of these pages as they are now; what can no longer be found is gone. */
export async function reindex(tx: Writer, subject: Indexed, ids: Which, dictionary: string): Promise<void> {
  for (const { kind, rows } of sources[subject]) {
    await sql`delete from search_entry where kind = ${kind} and ${among(sql`page_id`, ids)}`.execute(tx)
    await sql`
      insert into search_entry
        (kind, id, page_id, title, body, reach, community_ids, unit_ids, state, merit, at, words, title_words)
      select ${kind}, id, page_id, title, body, reach, community_ids, unit_ids, state, merit, at,
             case when ${kind} = 'contribution' then ''::tsvector else ${titleWords(dictionary)} end
               || setweight(to_tsvector(${dictionary}::regconfig, left(body, 200000)), 'C')
               || setweight(to_tsvector('simple', plain(left(body, 200000))), 'D'),
             case when ${kind} = 'contribution' then ''::tsvector else ${titleWords(dictionary)} end
      from (${rows(ids)}) source (id, page_id, title, body, reach, community_ids, unit_ids, state, merit, at)
    `.execute(tx)
  }
}

const titleWords = (dictionary: string) => sql`
  (setweight(to_tsvector(${dictionary}::regconfig, title), 'A') || setweight(to_tsvector('simple', plain(title)), 'A'))`

/** Adds the words of these titles to those that a misspelt one may have been meant to be. */
export const learnWords = (tx: Writer, kinds: string[], ids: Which) =>
  sql`
    insert into search_word
    select distinct word from search_entry, regexp_split_to_table(plain(title), '[^[:alnum:]]+') word
    where kind = any(${kinds}) and kind <> 'contribution' and ${among(sql`page_id`, ids)} and length(word) between 3 and 60
    on conflict do nothing`.execute(tx)

/** Forgets every word, so that one that was redacted everywhere is not kept here. */
export const forgetWords = (tx: Writer) => sql`delete from search_word`.execute(tx)

/** Inquiries and practices that a community's visibility decides about. */
export async function pagesIn(db: Reader, communityIds: string[]) {
  const { rows } = await sql<{ kind: 'inquiry' | 'practice'; id: string }>`
    select 'inquiry' as kind, inquiry_id as id from inquiry_community where community_id = any(${communityIds}::uuid[])
    union all select 'practice', id from practice where community_id = any(${communityIds}::uuid[])`.execute(db)
  return rows
}
