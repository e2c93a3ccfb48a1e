-- What moved last on each page of a community: home asks for it in every community that somebody is in, and would
-- otherwise look through all that happened there in a week. The same list of verbs stands in `attention/why.ts`.
create function is_news(verb text) returns boolean language sql immutable parallel safe return verb in (
  'inquiry.asked', 'inquiry.answered', 'inquiry.experience_told', 'inquiry.asked_back', 'inquiry.challenged',
  'inquiry.replied', 'inquiry.resolved', 'inquiry.reopened', 'inquiry.moved', 'inquiry.merged',
  'practice.taken', 'practice.applied', 'practice.validated', 'practice.revised', 'practice.retired', 'practice.restored',
  'practice.unit_adopted', 'practice.unit_trying', 'practice.unit_declined', 'practice.unit_dropped',
  'community.charter_written', 'community.stage_set', 'community.closed');

create table news (
  community_id   uuid not null,
  subject_id     uuid not null,
  subject_kind   text not null,
  at             timestamptz not null,
  verb           text not null,
  actor_id       uuid,
  -- The latest act of somebody else than that: nobody is told of what they did themselves.
  other_at       timestamptz,
  other_verb     text,
  other_actor_id uuid,
  primary key (community_id, subject_id)
);
create index on news (community_id, at desc);

-- Older news than this nobody is told.
create function news_of(added bigint[]) returns setof news language sql stable as $$
  with placed as (
    select place.id as community_id, act.subject_id, act.subject_kind, act.at, act.verb, act.actor_id, act.id
    from activity act cross join unnest(act.community_ids) place(id)
    where act.id = any(added) and is_news(act.verb) and act.at > now() - interval '8 days'
  ), latest as (
    select distinct on (community_id, subject_id) * from placed order by community_id, subject_id, at desc, id desc
  )
  select latest.community_id, latest.subject_id, latest.subject_kind, latest.at, latest.verb, latest.actor_id,
         other.at, other.verb, other.actor_id
  from latest left join lateral (
    select placed.at, placed.verb, placed.actor_id from placed
    where placed.community_id = latest.community_id and placed.subject_id = latest.subject_id
      and placed.actor_id is distinct from latest.actor_id
    order by placed.at desc, placed.id desc limit 1) other on true
  order by 1, 2
$$;

create function activity_makes_news() returns trigger language plpgsql as $$
begin
  insert into news
  select made.* from news_of(array(select id from added)) made
  on conflict (community_id, subject_id) do update set
    other_at = case when excluded.other_at is not null then excluded.other_at
      when news.actor_id is distinct from excluded.actor_id then news.at else news.other_at end,
    other_verb = case when excluded.other_at is not null then excluded.other_verb
      when news.actor_id is distinct from excluded.actor_id then news.verb else news.other_verb end,
    other_actor_id = case when excluded.other_at is not null then excluded.other_actor_id
      when news.actor_id is distinct from excluded.actor_id then news.actor_id else news.other_actor_id end,
    at = excluded.at, verb = excluded.verb, actor_id = excluded.actor_id
  where news.at <= excluded.at;
  return null;
end $$;
create trigger activity_makes_news after insert on activity
  referencing new table as added for each statement execute function activity_makes_news();

insert into news select made.* from news_of(array(select id from activity where at > now() - interval '8 days')) made;
