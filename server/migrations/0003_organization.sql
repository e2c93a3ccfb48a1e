create table setting (
  key   text primary key,
  value jsonb not null
);

create table unit (
  id        uuid primary key default uuid7(),
  key       text unique check (length(key) between 1 and 200),
  name      text not null check (length(name) between 1 and 200),
  parent_id uuid references unit,
  opened_on date,
  closed_on date,
  check (parent_id is distinct from id)
);
create index on unit (parent_id);
create index on unit (plain(name));

-- What a unit was called and where it hung, from when to when.
create table unit_history (
  unit_id   uuid not null references unit,
  from_day  date not null,
  to_day    date,
  name      text not null,
  parent_id uuid references unit,
  primary key (unit_id, from_day),
  check (to_day > from_day)
);

create table occupation (
  id   uuid primary key default uuid7(),
  name text not null unique check (length(name) between 1 and 200)
);

create table person (
  id                uuid primary key default uuid7(),
  key               text unique check (length(key) between 1 and 200),
  email             text unique check (email = lower(email) and email like '%_@_%' and length(email) <= 320),
  name              text not null check (length(name) between 1 and 200),
  occupation_id     uuid references occupation,
  language          text,
  time_zone         text,
  does              text not null default '' check (length(does) <= 4000),
  experience        text[] not null default '{}',
  accepts_questions boolean not null default true,
  shows             text[] not null default '{does,communities,contributions,experience}',
  origin            text not null default 'organization' check (origin in ('organization', 'archive', 'guest')),
  left_on           date,
  erased_at         timestamptz,
  check (origin <> 'organization' or key is not null or email is not null or erased_at is not null)
);
create index on person (plain(name) text_pattern_ops);
create index person_name_words on person using gin (plain(name) gin_trgm_ops);
create index on person (occupation_id);

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
create index on position (manager_id) where to_day is null;

-- Who answers for a unit. Delegates may record its decisions.
create table unit_manager (
  unit_id   uuid not null references unit,
  person_id uuid not null references person,
  role      text not null default 'manager' check (role in ('manager', 'delegate')),
  since     timestamptz not null default now(),
  primary key (unit_id, person_id)
);
create index on unit_manager (person_id);

create table knowledge_office (
  person_id uuid primary key references person,
  since     timestamptz not null default now()
);

-- One act of bringing the organization in, with what it takes to undo it.
create table organization_import (
  id        uuid primary key default uuid7(),
  by_id     uuid references person,
  at        timestamptz not null default now(),
  source    text not null,
  summary   jsonb not null,
  undone_at timestamptz,
  undone_by uuid references person
);
create table organization_import_change (
  import_id uuid not null references organization_import on delete cascade,
  seq       integer not null,
  tbl       text not null,
  row_id    uuid not null,
  before    jsonb,
  after     jsonb,
  primary key (import_id, seq)
);
