-- What a community did for somebody, told by themselves, through the cycles in which value shows (Wenger, Trayner & de Laat
-- 2011): immediate, potential, applied, realized, transformative. A cycle that was not reached stays empty.
create table value_story (
  id             uuid primary key default uuid7(),
  community_id   uuid not null references community deferrable initially immediate,
  title          text not null check (length(title) between 1 and 200),
  immediate      text not null check (length(immediate) between 1 and 4000),
  potential      text not null default '' check (length(potential) <= 4000),
  applied        text not null default '' check (length(applied) <= 4000),
  realized       text not null default '' check (length(realized) <= 4000),
  transformative text not null default '' check (length(transformative) <= 4000),
  evidence       text not null default '' check (length(evidence) <= 4000),
  practice_id    uuid references practice deferrable initially immediate,
  -- With the practice: the unit whose adoption it tells of.
  unit_id        uuid references unit deferrable initially immediate,
  application_id uuid references application deferrable initially immediate,
  imperative_id  uuid references imperative deferrable initially immediate,
  indicators     text[] not null default '{}' check (cardinality(indicators) <= 6),
  by_id          uuid references person deferrable initially immediate,
  at             timestamptz not null default date_trunc('milliseconds', now()),
  changed_at     timestamptz,
  withdrawn_at   timestamptz,
  check (unit_id is null or practice_id is not null),
  check (application_id is null or practice_id is not null)
);
create index on value_story (community_id, at desc, id desc);
create index on value_story (practice_id) where practice_id is not null;

-- Something in a story should not be there, somebody says.
create table value_story_report (
  id         uuid primary key default uuid7(),
  story_id   uuid not null references value_story deferrable initially immediate,
  reason     text not null check (length(reason) between 1 and 2000),
  by_id      uuid references person deferrable initially immediate,
  at         timestamptz not null default now(),
  decided_by uuid references person deferrable initially immediate,
  decided_at timestamptz
);
create index on value_story_report (story_id) where decided_at is null;

create table value_story_redaction (
  id       uuid primary key default uuid7(),
  story_id uuid not null references value_story deferrable initially immediate,
  ground   text not null check (ground in ('person', 'secret', 'harm', 'rights', 'erasure')),
  places   integer not null check (places > 0),
  by_id    uuid references person deferrable initially immediate,
  at       timestamptz not null default now()
);

-- At least how many hours a practice saved: each assumption between two bounds, the floor from the worse of them.
create table valuation (
  id          uuid primary key default uuid7(),
  practice_id uuid not null references practice deferrable initially immediate,
  from_day    date not null,
  to_day      date not null check (to_day >= from_day),
  assumptions jsonb not null,
  note        text not null default '' check (length(note) <= 2000),
  by_id       uuid references person deferrable initially immediate,
  at          timestamptz not null default now(),
  withdrawn_at timestamptz
);
create index on valuation (practice_id, at desc);
