import { sql } from 'kysely'
import type { Me } from '#platform/statement.ts'

/** Who reads, beside each practice: names that the condition below relies on. */
export const practiceWithReader = (personId: Me) => sql`
  practice
  join community on community.id = practice.community_id
  join person reader on reader.id = ${personId}
  left join membership mine on mine.community_id = practice.community_id and mine.person_id = ${personId}`

// Asked of one practice after another, since few are in a private community: without the offset all that the units ever
// decided would be read first.
const throughUnit = (personId: Me) => sql`(
  exists (select from adoption through
    where through.practice_id = practice.id and through.latest and through.unit_id = any(array(select units_around(${personId}))) offset 0)
  or exists (select from unit_proposal through
    where through.practice_id = practice.id and through.unit_id = any(array(select units_around(${personId}))) offset 0))`

/** The same rule as `mayRead`, for lists: a test holds the two together. */
export const isReadable = (personId: Me) => sql<boolean>`(
  (practice.hidden_at is null or ${readsHidden(personId)}) and (
  practice.steward_id = ${personId}
  or (mine.person_id is not null and (practice.current_at is not null or reader.origin <> 'guest'))
  or (practice.current_at is not null and (
    (community.visibility <> 'private' and reader.origin <> 'guest') or ${throughUnit(personId)}))))`

const readsHidden = (personId: Me) => sql`(
  practice.steward_id = ${personId} or practice.made_by = ${personId} or 'facilitator' = any(mine.roles)
  or exists (select from knowledge_office office where office.person_id = ${personId}))`

/** Only a private community is asked for the reader's units: everywhere else they change nothing. */
export const reachedThroughUnit = (personId: Me) => sql<boolean>`
  case when mine.person_id is null and practice.current_at is not null
         and (community.visibility = 'private' or reader.origin = 'guest')
       then ${throughUnit(personId)} else false end`

/** Whether the reader may know of the community at all. */
export const communitySeen = (personId: Me) => sql<boolean>`
  (community.visibility <> 'private' or mine.person_id is not null or practice.steward_id = ${personId})`

export const communityJson = sql`json_build_object('id', community.id, 'slug', community.slug, 'name', community.name,
  'short', community.short, 'colour', community.colour)`

/** The words of the organization's language. */
export const wordsConfig = sql`(case (select value #>> '{}' from setting where key = 'language')
  when 'fi' then 'finnish' else 'english' end)::regconfig`
