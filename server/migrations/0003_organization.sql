create table setting (
  key   text primary key,
  value jsonb not null
);

create table unit (
  id        uuid primary key default uuid7(),
  key       text unique check (length(key) between 1 and 200),
  name      text not null check (length(name) between 1 and 200),
  plain_name text not null generated always as (plain(name)) stored,
  parent_id uuid references unit,
  opened_on date,
  closed_on date,
  check (parent_id is distinct from id)
);
create index on unit (parent_id);
create index unit_name_words on unit using gin (plain_name gin_trgm_ops);

-- What a unit was called and where it hung, from when to when.
create table unit_history (
  unit_id   uuid not null references unit on delete cascade,
  from_day  date not null,
  to_day    date,
  name      text not null,
  parent_id uuid references unit,
  primary key (unit_id, from_day),
  check (to_day > from_day)
);

-- Kept by the table itself, whoever writes a unit.
create function unit_keeps_history() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    if new.name = old.name and new.parent_id is not distinct from old.parent_id then return null; end if;
    update unit_history set to_day = current_date where unit_id = new.id and to_day is null and from_day < current_date;
  end if;
  insert into unit_history (unit_id, from_day, name, parent_id)
  values (new.id, case tg_op when 'INSERT' then coalesce(new.opened_on, current_date) else current_date end, new.name, new.parent_id)
  on conflict (unit_id, from_day) do update set name = excluded.name, parent_id = excluded.parent_id, to_day = null;
  return null;
end $$;
create trigger unit_history after insert or update of name, parent_id on unit
  for each row execute function unit_keeps_history();

create table occupation (
  id   uuid primary key default uuid7(),
  name text not null unique check (length(name) between 1 and 200)
);

create table person (
  id                uuid primary key default uuid7(),
  key               text unique check (length(key) between 1 and 200),
  email             text unique check (email = lower(email) and email like '%_@_%' and length(email) <= 320),
  name              text not null check (length(name) between 1 and 200),
  -- Kept beside, since working it out anew for each candidate makes a search ten times slower.
  plain_name        text not null generated always as (plain(name)) stored,
  occupation_id     uuid references occupation,
  language          text,
  time_zone         text,
  does              text not null default '' check (length(does) <= 4000),
  experience        text[] not null default '{}',
  accepts_questions boolean not null default true,
  shows             text[] not null default '{does,communities,contributions,experience,history}',
  origin            text not null default 'organization' check (origin in ('organization', 'archive', 'guest')),
  left_on           date,
  erased_at         timestamptz,
  check (origin <> 'organization' or key is not null or email is not null or erased_at is not null)
);
create index person_name_words on person using gin (plain_name gin_trgm_ops);
create index on person (occupation_id);
-- Order of names; made anew for the organization's language when that is set.
create index person_by_name on person (name collate "en-x-icu", id);

create table position (
  id         uuid primary key default uuid7(),
  person_id  uuid not null references person,
  unit_id    uuid references unit,
  title      text check (length(title) between 1 and 200),
  manager_id uuid references person,
  from_day   date not null,
  to_day     date,
  check (to_day >= from_day)
);
create index on position (person_id, from_day desc);
create index on position (unit_id) where to_day is null;
create index on position (manager_id);

-- Who answers for a unit. Delegates may record its decisions.
create table unit_manager (
  unit_id   uuid not null references unit,
  person_id uuid not null references person,
  role      text not null default 'manager' check (role in ('manager', 'delegate')),
  -- Seen from the reporting line, because nobody said who answers for the unit.
  derived   boolean not null default false check (not derived or role = 'manager'),
  since     timestamptz not null default now(),
  primary key (unit_id, person_id)
);
create index on unit_manager (person_id);

create table knowledge_office (
  person_id uuid primary key references person,
  since     timestamptz not null default now()
);

-- One act of bringing the organization in: uploaded, planned, looked at, applied, perhaps undone.
create table organization_import (
  id         uuid primary key default uuid7(),
  by_id      uuid references person,
  at         timestamptz not null default now(),
  source     text not null check (length(source) between 1 and 255),
  state      text not null default 'uploaded'
             check (state in ('uploaded', 'planning', 'planned', 'applying', 'applied', 'undoing', 'undone', 'failed')),
  reading    jsonb not null default '{}',
  options    jsonb not null default '{}',
  summary    jsonb,
  -- What the plan says, in one number: it is carried out only as it was seen.
  print      text,
  progress   jsonb,
  beat_at    timestamptz,
  failure    jsonb,
  applied_at timestamptz,
  undone_at  timestamptz,
  undone_by  uuid references person,
  check ((state in ('applied', 'undoing', 'undone')) = (applied_at is not null))
);
create index on organization_import (at desc);

-- The files while a plan is looked at; gone once it is applied.
create table organization_import_file (
  import_id uuid not null references organization_import on delete cascade,
  part      text not null check (part in ('people', 'units')),
  seq       integer not null,
  bytes     bytea not null,
  primary key (import_id, part, seq)
);

-- What a plan would do, line by line, to page through.
create table organization_import_line (
  import_id uuid not null references organization_import on delete cascade,
  tab       text not null check (tab in ('added', 'changed', 'ended', 'problems')),
  seq       integer not null,
  body      jsonb not null,
  primary key (import_id, tab, seq)
);

-- What an import wrote, row by row, with what it takes to undo it.
create table organization_import_change (
  import_id uuid not null references organization_import on delete cascade,
  seq       bigint generated always as identity,
  tbl       text not null check (tbl in ('occupation', 'unit', 'person', 'position', 'unit_manager')),
  row_id    uuid not null,
  before    jsonb,
  after     jsonb,
  primary key (import_id, tbl, seq),
  check (before is not null or after is not null)
);
