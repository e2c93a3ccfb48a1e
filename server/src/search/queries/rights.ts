import { type RawBuilder, sql } from 'kysely'

// Who asks is `me` of the statement's `asked`: a value that the planner does not know, so that one plan serves everybody.

/** Where somebody works, and the units around that and around those they manage. */
const unitsOf = sql`
  works(id) as (
    select unit_id from position
    where person_id = (select me from asked) and unit_id is not null and from_day <= current_date
      and (to_day is null or to_day >= current_date)
    union select (select parent_id from unit where unit.id = works.id) from works where works.id is not null
  ),
  around(id) as (
    (select id from works union select unit_id from unit_manager where person_id = (select me from asked))
    union select (select parent_id from unit where unit.id = around.id) from around where around.id is not null
  )`

const isGuest = sql`coalesce((select origin = 'guest' from person where id = (select me from asked)), false) as guest`
const memberships = sql`array(select community_id from membership where person_id = (select me from asked)) as mine`

/** Where somebody stands at the moment of asking: read once, used by each part of a search. */
export const rightsOf = sql`
  ${unitsOf},
  rights as materialized (
    select guest, mine, array(select id from around) as units,
           array(select id from community where visibility = 'open' and not guest or id = any(mine)) as inside,
           array(select id from community
             where (visibility <> 'private' or id = any(invited)) and not guest or id = any(mine)) as seen
    from (
      select ${isGuest}, ${memberships},
             array(
               select community_id from invitation
               where withdrawn_at is null
                 and (person_id = (select me from asked)
                   or occupation_id = (select occupation_id from person where id = (select me from asked))
                   or unit_id in (select id from works))
                 and not exists (
                   select from invitation_reply reply
                   where reply.invitation_id = invitation.id and reply.person_id = (select me from asked))) as invited
      offset 0) here
  )`

/** The same for inquiries and practices alone, of which few are looked at: their communities are asked one by one. */
export const pageRightsOf = sql`
  ${unitsOf},
  rights as materialized (select ${isGuest}, ${memberships}, array(select id from around) as units)`

/** Written so that no index serves it: all entries of a kind would be gathered to find those few that match. */
export const ofKinds = (...kinds: string[]) =>
  sql`kind || '' in (${sql.join(kinds.map((kind) => sql`${sql.lit(kind)}`))})`

const steward = sql`exists (select from practice where practice.id = entry.id and steward_id = (select me from asked))`

/** The rights of the asker as a condition on an entry: what they may not read is neither found nor counted. */
export const readable = sql`
  case reach
    when 'everybody' then not guest
    when 'seen' then community_ids && seen
    when 'inside' then community_ids && inside and (not guest or ${ofKinds('inquiry', 'contribution', 'practice')}) or unit_ids && units
      or (kind = 'escalation' and exists (
        select from escalation where escalation.id = entry.id and (select me from asked) in (manager_id, delegate_id)))
    else (community_ids && mine and not guest) or (kind = 'practice' and ${steward})
  end`

const among = (visible: RawBuilder<unknown>) => sql`
      not guest and exists (select from community where id = any(community_ids) and ${visible})`

/**
 * The same for an inquiry or a practice, by `pageRightsOf`. What stands in reach of everybody and whose community became
 * private since is left to its members: it is indexed anew soon.
 */
export const readablePage = sql`
  case reach
    when 'seen' then community_ids && mine or ${among(sql`visibility <> 'private'`)}
    when 'inside' then community_ids && mine or unit_ids && units or ${among(sql`visibility = 'open'`)}
    else (community_ids && mine and not guest) or (kind = 'practice' and ${steward})
  end`
