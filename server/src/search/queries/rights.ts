import { sql } from 'kysely'

// Who asks is `me` of the statement's `asked`: a value that the planner does not know, so that one plan serves everybody.

/** Where somebody stands at the moment of asking: read once, used by each part of a search. */
export const rightsOf = sql`
  works(id) as (
    select unit_id from position
    where person_id = (select me from asked) and unit_id is not null and from_day <= current_date
      and (to_day is null or to_day >= current_date)
    union select (select parent_id from unit where unit.id = works.id) from works where works.id is not null
  ),
  around(id) as (
    (select id from works union select unit_id from unit_manager where person_id = (select me from asked))
    union select (select parent_id from unit where unit.id = around.id) from around where around.id is not null
  ),
  rights as materialized (
    select guest, mine, array(select id from around) as units,
           array(select id from community where visibility = 'open' and not guest or id = any(mine)) as inside,
           array(select id from community
             where (visibility <> 'private' or id = any(invited)) and not guest or id = any(mine)) as seen
    from (
      select coalesce((select origin = 'guest' from person where id = (select me from asked)), false) as guest,
             array(select community_id from membership where person_id = (select me from asked)) as mine,
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

/** The same where only inquiries are looked for, which are read inside their communities alone. */
export const insideOf = sql`
  rights as materialized (
    select array(select id from community where visibility = 'open' and not guest or id = any(mine)) as inside
    from (
      select coalesce((select origin = 'guest' from person where id = (select me from asked)), false) as guest,
             array(select community_id from membership where person_id = (select me from asked)) as mine
      offset 0) here
  )`

/** The rights of the asker as a condition on an entry: what they may not read is neither found nor counted. */
export const readable = sql`
  case reach
    when 'everybody' then not guest
    when 'seen' then community_ids && seen
    when 'inside' then community_ids && inside or unit_ids && units
      or (kind = 'escalation' and exists (
        select from escalation where escalation.id = entry.id and (select me from asked) in (manager_id, delegate_id)))
    else (community_ids && mine and not guest)
      or (kind = 'practice' and exists (select from practice where practice.id = entry.id and steward_id = (select me from asked)))
  end`

/** Written so that no index serves it: all entries of a kind would be gathered to find those few that match. */
export const ofKinds = (...kinds: string[]) =>
  sql`kind || '' in (${sql.join(kinds.map((kind) => sql`${sql.lit(kind)}`))})`
