-- What would otherwise be counted again for each reader is kept by the tables themselves, whoever writes them.

-- On which days somebody did something in a community: enough to say how its members take part.
create table active_day (
  community_id uuid not null,
  day          date not null,
  person_id    uuid not null,
  primary key (community_id, day, person_id)
);

create function activity_marks_days() returns trigger language plpgsql as $$
begin
  insert into active_day (community_id, day, person_id)
  select distinct place.id, (added.at at time zone 'UTC')::date, added.actor_id
  from added cross join unnest(added.community_ids) place(id)
  where added.actor_id is not null and added.verb not in ('community.joined', 'community.opened')
  order by 1, 2, 3
  on conflict do nothing;
  return null;
end $$;
create trigger activity_marks_days after insert on activity
  referencing new table as added for each statement execute function activity_marks_days();
insert into active_day (community_id, day, person_id)
select distinct place.id, (activity.at at time zone 'UTC')::date, activity.actor_id
from activity cross join unnest(activity.community_ids) place(id)
where activity.actor_id is not null and activity.verb not in ('community.joined', 'community.opened');

-- How many members a community has.
alter table community add people integer not null default 0;
create function community_counts_people() returns trigger language plpgsql as $$
begin
  update community set people = community.people + case tg_op when 'INSERT' then changed.n else -changed.n end
  from (select community_id, count(*)::int as n from moved group by community_id) changed
  where community.id = changed.community_id;
  return null;
end $$;
create trigger membership_counted_in after insert on membership
  referencing new table as moved for each statement execute function community_counts_people();
create trigger membership_counted_out after delete on membership
  referencing old table as moved for each statement execute function community_counts_people();
update community set people = (select count(*) from membership where membership.community_id = community.id);
create index membership_facilitators on membership (community_id, joined_at) where 'facilitator' = any(roles);

-- How far a practice has spread: what units decided last.
alter table practice add adopted integer not null default 0, add trying integer not null default 0,
  add declined integer not null default 0;
create function practice_counts_units() returns trigger language plpgsql as $$
begin
  -- Two units deciding at once: the second waits here, and then counts what the first decided.
  perform from practice where id in (select practice_id from moved) order by id for no key update;
  update practice set adopted = spread.adopted, trying = spread.trying, declined = spread.declined
  from (
    select touched.practice_id, count(*) filter (where adoption.state = 'adopted') as adopted,
           count(*) filter (where adoption.state = 'trying') as trying,
           count(*) filter (where adoption.state in ('declined', 'dropped')) as declined
    from (select distinct practice_id from moved) touched
    left join adoption on adoption.practice_id = touched.practice_id and adoption.latest
    group by touched.practice_id
  ) spread
  where practice.id = spread.practice_id;
  return null;
end $$;
create trigger adoption_counted_in after insert on adoption
  referencing new table as moved for each statement execute function practice_counts_units();
create trigger adoption_counted_anew after update on adoption
  referencing new table as moved for each statement execute function practice_counts_units();
create trigger adoption_counted_out after delete on adoption
  referencing old table as moved for each statement execute function practice_counts_units();
update practice set adopted = spread.adopted, trying = spread.trying, declined = spread.declined
from (select practice_id, count(*) filter (where state = 'adopted') as adopted, count(*) filter (where state = 'trying') as trying,
        count(*) filter (where state in ('declined', 'dropped')) as declined from adoption where latest group by practice_id) spread
where practice.id = spread.practice_id;
create index practice_spread on practice (adopted desc, trying desc, title, id) where state = 'current';
create index practice_application on application (practice_id) include (outcome) where withdrawn_at is null;

-- How many people work in a unit and in all that is open below it.
alter table unit add people integer not null default 0;
create function units_count_people() returns void language sql as $$
  with recursive below as (
    select id as top, id, 0 as depth from unit
    union all
    select below.top, unit.id, below.depth + 1 from unit join below on unit.parent_id = below.id
    where unit.closed_on is null and below.depth < 100
  ), counted as (
    select below.top, count(position.id)::int as people
    from below left join position on position.unit_id = below.id and position.to_day is null
    group by below.top
  )
  update unit set people = counted.people from counted where unit.id = counted.top and unit.people <> counted.people
$$;

-- Adds what came and takes away what went, in the unit and on the way up from it as far as all is open.
create function positions_counted(units uuid[], changes integer[]) returns void language sql as $$
  with recursive up as (
    select unit.id, unit.parent_id, unit.closed_on, changed.people, 0 as height
    from (select id, sum(people)::int as people from unnest(units, changes) each(id, people) where id is not null
          group by id having sum(people) <> 0) changed
    join unit on unit.id = changed.id
    union all
    select unit.id, unit.parent_id, unit.closed_on, up.people, up.height + 1
    from up join unit on unit.id = up.parent_id where up.closed_on is null and up.height < 100
  ), changed as (select id, sum(people)::int as people from up group by id),
  held as (select unit.id, changed.people from unit join changed on changed.id = unit.id order by unit.id for no key update of unit)
  update unit set people = unit.people + held.people from held where unit.id = held.id
$$;
create function position_comes() returns trigger language plpgsql as $$
begin
  perform positions_counted(array_agg(unit_id), array_agg(1)) from came where to_day is null;
  return null;
end $$;
create function position_changes() returns trigger language plpgsql as $$
begin
  perform positions_counted(array_agg(unit_id), array_agg(n)) from (
    select unit_id, 1 as n from came where to_day is null
    union all select unit_id, -1 from went where to_day is null) moved;
  return null;
end $$;
create function position_goes() returns trigger language plpgsql as $$
begin
  perform positions_counted(array_agg(unit_id), array_agg(-1)) from went where to_day is null;
  return null;
end $$;
create trigger position_comes after insert on position
  referencing new table as came for each statement execute function position_comes();
create trigger position_changes after update on position
  referencing new table as came old table as went for each statement execute function position_changes();
create trigger position_goes after delete on position
  referencing old table as went for each statement execute function position_goes();

create function unit_moves() returns trigger language plpgsql as $$
begin
  if exists (select from came join went using (id)
    where came.parent_id is distinct from went.parent_id or (came.closed_on is null) <> (went.closed_on is null)) then
    perform units_count_people();
  end if;
  return null;
end $$;
create trigger unit_moves after update on unit
  referencing new table as came old table as went for each statement execute function unit_moves();
select units_count_people();

-- The words that people's names are made of, so that a misspelled one is sought among them instead of among all people.
create table name_word (
  word   text primary key,
  people integer not null
);
create index name_word_likeness on name_word using gin (word gin_trgm_ops);
create index name_word_unused on name_word (word) where people <= 0;
create function name_words(plain_name text) returns text[] language sql immutable parallel safe as $$
  select regexp_split_to_array(plain_name, '[^[:alnum:]]+')
$$;
create index person_names on person using gin (name_words(plain_name));

create function names_counted(names text[], changes integer[]) returns void language sql as $$
  insert into name_word (word, people)
  select word, sum(people) from unnest(names, changes) each(plain_name, people)
  cross join lateral (select distinct word from unnest(name_words(plain_name)) word where length(word) between 2 and 60) said
  group by word having sum(people) <> 0 order by word
  on conflict (word) do update set people = name_word.people + excluded.people;
  delete from name_word where people <= 0
$$;
create function person_is_named() returns trigger language plpgsql as $$
begin
  perform names_counted(array_agg(plain_name), array_agg(1)) from came;
  return null;
end $$;
create function person_is_renamed() returns trigger language plpgsql as $$
begin
  perform names_counted(array_agg(plain_name), array_agg(n)) from (
    select came.plain_name, 1 as n from came join went using (id) where came.name <> went.name
    union all
    select went.plain_name, -1 from came join went using (id) where came.name <> went.name) changed;
  return null;
end $$;
create function person_is_gone() returns trigger language plpgsql as $$
begin
  perform names_counted(array_agg(plain_name), array_agg(-1)) from went;
  return null;
end $$;
create trigger person_is_named after insert on person
  referencing new table as came for each statement execute function person_is_named();
create trigger person_is_renamed after update on person
  referencing new table as came old table as went for each statement execute function person_is_renamed();
create trigger person_is_gone after delete on person
  referencing old table as went for each statement execute function person_is_gone();
select names_counted(array_agg(plain_name), array_agg(1)) from person;
