create table practice (
  id              uuid primary key default uuid7(),
  community_id    uuid not null references community,
  kind            text not null check (kind in ('method', 'tool', 'document', 'story', 'case', 'routine')),
  state           text not null default 'draft' check (state in ('draft', 'proposed', 'current', 'retired')),
  title           text not null check (length(title) between 1 and 300),
  revision        integer not null default 1,
  steward_id      uuid references person,
  variant_of      uuid references practice,
  variant_context text,
  from_inquiry    uuid references inquiry,
  made_by         uuid references person,
  made_at         timestamptz not null default now(),
  changed_at      timestamptz not null default now(),
  verify_days     integer not null default 180 check (verify_days between 7 and 1825),
  verified_at     timestamptz,
  verified_by     uuid references person,
  validated_at    timestamptz,
  retired_at      timestamptz,
  retired_reason  text,
  origin          text,
  check ((state = 'retired') = (retired_at is not null)),
  check ((variant_of is null) = (variant_context is null)),
  check (variant_of is distinct from id)
);
create unique index on practice (origin) where origin is not null;
create index on practice (community_id, state, changed_at desc);
create index on practice (steward_id) where state = 'current';
create index on practice (variant_of);
create index on practice (from_inquiry);

-- Immutable: an edit is a new revision.
create table practice_revision (
  practice_id uuid not null references practice,
  revision    integer not null check (revision >= 1),
  title       text not null,
  problem     text not null,
  works_when  text not null default '',
  works_not   text not null default '',
  how         text not null,
  steps       jsonb not null default '[]',
  sources     text not null default '',
  html        jsonb not null,
  note        text not null default '',
  by_id       uuid references person,
  taken_by    uuid references person,
  at          timestamptz not null default now(),
  primary key (practice_id, revision)
);

-- A change that anybody may propose and a steward takes, or not, with a reason.
create table change_proposal (
  id          uuid primary key default uuid7(),
  practice_id uuid not null references practice,
  base        integer not null,
  content     jsonb not null,
  note        text not null check (length(note) between 1 and 500),
  by_id       uuid not null references person,
  at          timestamptz not null default now(),
  state       text not null default 'waiting' check (state in ('waiting', 'taken', 'declined', 'withdrawn')),
  decided_by  uuid references person,
  decided_at  timestamptz,
  reason      text
);
create index on change_proposal (practice_id, state);

-- Contributions that a practice was distilled from.
create table practice_source (
  practice_id     uuid not null references practice,
  contribution_id uuid not null references contribution,
  primary key (practice_id, contribution_id)
);
create index on practice_source (contribution_id);

create table run (
  id          uuid primary key default uuid7(),
  practice_id uuid not null references practice,
  revision    integer not null,
  unit_id     uuid not null references unit,
  title       text not null default '',
  started_by  uuid not null references person,
  started_at  timestamptz not null default now(),
  ended_at    timestamptz,
  ended_by    uuid references person,
  note        text
);
create index on run (unit_id, started_at desc);
create index on run (practice_id);
create table run_step (
  run_id   uuid not null references run,
  step     integer not null check (step >= 1),
  done_by  uuid not null references person,
  done_at  timestamptz not null default now(),
  primary key (run_id, step)
);

-- Somebody used a practice and says how it went.
create table application (
  id          uuid primary key default uuid7(),
  practice_id uuid not null references practice,
  revision    integer not null,
  person_id   uuid references person,
  unit_id     uuid references unit,
  place       text not null default '',
  outcome     text not null check (outcome in ('worked', 'partly', 'failed')),
  changed     text not null default '',
  different   text not null default '',
  at          timestamptz not null default now(),
  inquiry_id  uuid references inquiry,
  run_id      uuid references run,
  withdrawn_at timestamptz
);
create index on application (practice_id, at);
create index on application (unit_id, at desc);
create index on application (person_id);

create table validation (
  id          uuid primary key default uuid7(),
  practice_id uuid not null references practice,
  revision    integer not null,
  holds       boolean not null,
  reasons     text not null check (length(reasons) between 1 and 4000),
  evidence    jsonb not null,
  by_id       uuid references person,
  at          timestamptz not null default now()
);
create index on validation (practice_id, at desc);

create table verification_act (
  id          uuid primary key default uuid7(),
  practice_id uuid not null references practice,
  revision    integer not null,
  days        integer not null,
  note        text not null default '',
  by_id       uuid references person,
  at          timestamptz not null default now()
);
create index on verification_act (practice_id, at desc);

-- A unit's decisions about a practice; the latest one holds.
create table adoption (
  id          uuid primary key default uuid7(),
  practice_id uuid not null references practice,
  unit_id     uuid not null references unit,
  state       text not null check (state in ('trying', 'adopted', 'declined', 'dropped')),
  reason      text not null check (length(reason) between 1 and 2000),
  by_id       uuid references person,
  at          timestamptz not null default now(),
  latest      boolean not null default true
);
create unique index adoption_latest on adoption (practice_id, unit_id) where latest;
create index on adoption (unit_id) where latest;

-- Adopt or explain: a practice sent to a unit, with an answer due.
create table unit_proposal (
  id          uuid primary key default uuid7(),
  practice_id uuid not null references practice,
  unit_id     uuid not null references unit,
  message     text not null default '' check (length(message) <= 2000),
  by_id       uuid not null references person,
  at          timestamptz not null default now(),
  due_on      date,
  answered_at timestamptz,
  adoption_id uuid references adoption
);
create unique index on unit_proposal (practice_id, unit_id) where answered_at is null;
create index on unit_proposal (unit_id) where answered_at is null;
