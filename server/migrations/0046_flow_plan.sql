-- What goes to whom and when: proposed, edited, kept in versions that never change.
create table flow_plan (
  id         uuid primary key default uuid7(),
  name       text not null check (length(name) between 1 and 120),
  by_id      uuid references person deferrable initially immediate,
  at         timestamptz not null default now(),
  retired_at timestamptz
);
create index on flow_plan (at desc, id desc);

-- A version waits until its proposal is reckoned, or is done at once where somebody edited an earlier one. Sends hold
-- the ids of items, topics and communities and how many people they reach, never who.
create table flow_plan_version (
  plan_id     uuid not null references flow_plan on delete cascade deferrable initially immediate,
  number      integer not null check (number >= 1),
  origin      text not null check (origin in ('proposed', 'edited')),
  state       text not null default 'waiting' check (state in ('waiting', 'running', 'done', 'failed', 'stopped')),
  rules       jsonb not null,
  note        text not null default '' check (length(note) <= 2000),
  share       real not null default 0 check (share between 0 and 1),
  beat_at     timestamptz,
  sends       jsonb,
  figures     jsonb,
  by_id       uuid references person deferrable initially immediate,
  at          timestamptz not null default now(),
  finished_at timestamptz,
  primary key (plan_id, number),
  check ((state = 'done') = (sends is not null and figures is not null)),
  check (origin = 'proposed' or state = 'done')
);
create index on flow_plan_version (state) where state in ('waiting', 'running');
