import { type RawBuilder, sql } from 'kysely'
import { among, none, nothing, type Source, untended, type Which } from './source.ts'
import { escalations, imperatives, signals, stories } from './steering.ts'

/** The topics of an inquiry or a practice: their ids, to filter by, and their names, to be found by. */
const topics = (table: RawBuilder<unknown>, column: RawBuilder<unknown>, id: RawBuilder<unknown>) => sql`
  left join lateral (
    select array_agg(topic.id) as ids, string_agg(topic.name, ' ') as names
    from ${table} tagged join topic on topic.id = tagged.topic_id and topic.gone is null where tagged.${column} = ${id}) about on true`

const inquiries: Source = {
  kind: 'inquiry',
  quality: 'merit',
  rows: (ids) => sql`
    select inquiry.id, inquiry.id, inquiry.title, text_of(inquiry.html), about.names, 'inside',
           place.ids, ${none}, coalesce(about.ids, ${none}), inquiry.state, ${nothing},
           (case inquiry.state when 'resolved' then 0.3 else 0 end)::real, ${untended}, inquiry.asked_at
    from inquiry
    join lateral (select array_agg(community_id) as ids from inquiry_community where inquiry_id = inquiry.id) place on true
    ${topics(sql`inquiry_topic`, sql`inquiry_id`, sql`inquiry.id`)}
    where ${among(sql`inquiry.id`, ids)} and inquiry.hidden_at is null and inquiry.withdrawn_at is null
      and inquiry.merged_into is null and place.ids is not null`,
}

const saidIn = (column: RawBuilder<unknown>, ids: Which) => sql`
    select contribution.id, inquiry.id, inquiry.title, text_of(contribution.html), null, 'inside',
           place.ids, ${none}, coalesce(about.ids, ${none}), contribution.kind,
           case when contribution.outcome is null then ${nothing} else array[contribution.outcome] end,
           (case when contribution.helped_at is null then 0 else 0.4 end)::real, ${untended}, contribution.at
    from contribution
    join inquiry on inquiry.id = contribution.inquiry_id
    join lateral (select array_agg(community_id) as ids from inquiry_community where inquiry_id = inquiry.id) place on true
    left join lateral (select array_agg(topic_id) as ids from inquiry_topic where inquiry_id = inquiry.id) about on true
    where ${among(column, ids)} and contribution.hidden_at is null
      and contribution.withdrawn_at is null and inquiry.hidden_at is null and inquiry.withdrawn_at is null
      and inquiry.merged_into is null and place.ids is not null`

export const contributions: Source = {
  kind: 'contribution',
  quality: 'merit',
  rows: (ids) => saidIn(sql`contribution.inquiry_id`, ids),
}

/** The same, by their own ids. */
export const contributionsByIds = (ids: string[]) => saidIn(sql`contribution.id`, ids)

const practices: Source = {
  kind: 'practice',
  quality: 'merit',
  rows: (ids) => sql`
    select practice.id, practice.id, practice.title,
           text_of(concat_ws(' ', text.html ->> 'problem', text.html ->> 'worksWhen', text.html ->> 'worksNot', text.html ->> 'how')),
           about.names,
           case when practice.current_at is null then 'members'
                when community.visibility = 'private' then 'inside' else 'seen' end,
           array[practice.community_id],
           coalesce((select array_agg(unit_id) from (
             select unit_id from adoption where practice_id = practice.id and latest
             union select unit_id from unit_proposal where practice_id = practice.id) shown_to), ${none}),
           coalesce(about.ids, ${none}), practice.state,
           coalesce((select array_agg(distinct outcome) from application
             where practice_id = practice.id and withdrawn_at is null), ${nothing}),
           ((case when practice.validated_at is null then 0.2 else 0.8 end)
             * (case practice.state when 'retired' then 0.3 else 1 end))::real,
           practice.verified_at, practice.review_at, practice.verify_days, practice.changed_at
    from practice
    join community on community.id = practice.community_id
    join practice_revision text on text.practice_id = practice.id and text.revision = practice.revision
    ${topics(sql`practice_topic`, sql`practice_id`, sql`practice.id`)}
    where ${among(sql`practice.id`, ids)} and practice.hidden_at is null`,
}

const people: Source = {
  kind: 'person',
  quality: 'chance',
  rows: (ids) => sql`
    select person.id, person.id, person.name,
           concat_ws(' · ', held.title, held.unit, case when 'occupation' = any(person.shows) then occupation.name end,
             case when 'experience' = any(person.shows) then nullif(array_to_string(person.experience, ', '), '') end,
             case when 'does' = any(person.shows) then nullif(person.does, '') end),
           null, 'everybody', ${none}, ${none}, ${none}, null::text, ${nothing}, 0.1::real, ${untended}, coalesce(held.since, now())
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
  quality: 'merit',
  rows: (ids) => sql`
    select community.id, community.id, community.name, concat_ws(' ', charter.domain, charter.about, charter.purpose),
           (select string_agg(name, ' ') from topic where topic.community_id = community.id and gone is null),
           'seen', array[community.id], ${none},
           coalesce((select array_agg(id) from topic where topic.community_id = community.id and gone is null), ${none}),
           community.stage, ${nothing},
           (case when community.closed_at is null then 0.3 else 0 end)::real, ${untended}, community.created_at
    from community
    join charter on charter.community_id = community.id and charter.version = community.charter_version
    where ${among(sql`community.id`, ids)}`,
}

const units: Source = {
  kind: 'unit',
  quality: 'chance',
  rows: (ids) => sql`
    select unit.id, unit.id, unit.name, coalesce(above.name, ''), null, 'everybody', ${none}, ${none}, ${none},
           null::text, ${nothing}, 0.1::real, ${untended}, now()
    from unit left join unit above on above.id = unit.parent_id
    where ${among(sql`unit.id`, ids)} and unit.closed_on is null`,
}

/** What is read again when something happened on a page of this kind. */
export const sources = {
  inquiry: [inquiries, contributions],
  practice: [practices],
  person: [people],
  community: [communities],
  unit: [units],
  imperative: [imperatives],
  escalation: [escalations],
  signal: [signals],
  story: [stories],
}
export type Indexed = keyof typeof sources
