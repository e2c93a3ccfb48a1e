-- Who lets others see which units they connect; without a row nobody but themselves.
create table position_sharing (
  person_id uuid primary key references person deferrable initially immediate,
  shown_to  text not null check (shown_to in ('office', 'everybody')),
  at        timestamptz not null default now()
);

-- Two charts held against the same ties: of two days, or of today and of a planned import.
create table reorganization (
  id          uuid primary key default uuid7(),
  by_id       uuid references person deferrable initially immediate,
  at          timestamptz not null default now(),
  settings    jsonb not null,
  state       text not null default 'waiting' check (state in ('waiting', 'running', 'done', 'failed', 'stopped')),
  progress    jsonb,
  beat_at     timestamptz,
  outcome     jsonb,
  failure     jsonb,
  finished_at timestamptz,
  check ((state = 'done') <= (outcome is not null))
);
create index on reorganization (at desc);
