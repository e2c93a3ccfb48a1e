-- A model with its settings, to be run again: its plan never changes, so that the same address gives the same numbers.
create table experiment (
  id         uuid primary key default uuid7(),
  by_id      uuid references person deferrable initially immediate,
  at         timestamptz not null default now(),
  changed_at timestamptz not null default now(),
  name       text not null check (length(name) between 1 and 200),
  note       text not null default '' check (length(note) <= 4000),
  model      text not null check (length(model) between 1 and 60),
  plan       jsonb not null,
  -- Of the model and of the program, as it was saved.
  version    integer not null,
  program    text not null,
  seen       text not null default 'me' check (seen in ('me', 'organization')),
  copy_of    uuid references experiment deferrable initially immediate,
  -- What came out when it was saved or run here: means, intervals and a digest.
  result     jsonb,
  retired_at timestamptz
);
create index on experiment (by_id, changed_at desc, id desc);
create index on experiment (seen, changed_at desc, id desc) where retired_at is null;
create index on experiment (copy_of);

-- An experiment carried out by the server, in a thread of its own.
create table experiment_run (
  id            uuid primary key default uuid7(),
  experiment_id uuid not null references experiment deferrable initially immediate,
  by_id         uuid references person deferrable initially immediate,
  at            timestamptz not null default now(),
  state         text not null default 'waiting' check (state in ('waiting', 'running', 'done', 'failed', 'stopped')),
  -- What it is reckoned to take of one processor, and what it took so far.
  estimate      real not null,
  seconds       real not null default 0,
  progress      jsonb,
  beat_at       timestamptz,
  failure       jsonb,
  finished_at   timestamptz
);
create index on experiment_run (experiment_id, at desc);
create index on experiment_run (state, at);
create index on experiment_run (by_id, at);

-- Its replications as they came: row after row of measures, eight bytes each. What is here is not computed again.
create table experiment_rows (
  run_id uuid not null references experiment_run on delete cascade deferrable initially immediate,
  cell   integer not null check (cell >= 0),
  first  integer not null check (first >= 0),
  values bytea not null,
  primary key (run_id, cell, first)
);
