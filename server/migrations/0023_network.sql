-- Where traces come from: what for, how long, on which ground; nothing enters without a source.
create table trace_source (
  id             uuid primary key default uuid7(),
  name           text not null unique check (length(name) between 1 and 120),
  kind           text not null check (kind in ('messages', 'artefacts', 'meetings', 'survey', 'mortar')),
  channel        text not null check (length(channel) between 1 and 40),
  purpose        text not null check (length(purpose) between 1 and 1000),
  legal_ground   text not null check (length(legal_ground) between 1 and 1000),
  retention_days integer not null default 730 check (retention_days between 7 and 36500),
  mode           text not null default 'opt_in' check (mode in ('opt_in', 'announced')),
  -- An announced source may be computed from fourteen days after everybody was told.
  announced_at   timestamptz,
  -- Channels that files name themselves, beside the one above; a tie tells its place here, from 1.
  channels       text[] not null default '{}' check (cardinality(channels) <= 30),
  created_by     uuid references person deferrable initially immediate,
  created_at     timestamptz not null default now(),
  closed_at      timestamptz,
  check (announced_at is null or mode = 'announced')
);

-- What each person said about a source: agreed to it, or withdrew from it. Kept as acts, the latest counts.
create table trace_choice (
  source_id uuid not null references trace_source deferrable initially immediate,
  person_id uuid not null references person deferrable initially immediate,
  agreed    boolean not null,
  at        timestamptz not null default now(),
  primary key (source_id, person_id, at)
);
create index on trace_choice (person_id, source_id, at desc);

-- An address, login or alias as a source writes it, and whom it stands for. Ties name it by number.
create table trace_identity (
  number     integer generated always as identity primary key,
  source_id  uuid not null references trace_source deferrable initially immediate,
  alias      text not null check (length(alias) between 1 and 320),
  label      text not null default '' check (length(label) <= 320),
  state      text not null check (state in ('matched', 'doubtful', 'unknown', 'no_person')),
  person_id  uuid references person deferrable initially immediate,
  candidates uuid[] not null default '{}',
  decided_by uuid references person deferrable initially immediate,
  decided_at timestamptz,
  unique (source_id, alias),
  check ((state = 'matched') = (person_id is not null))
);
create index on trace_identity (person_id);
create index on trace_identity (source_id, state);

-- One act of reading traces: files, how far it came, what was skipped and why.
create table trace_import (
  id          uuid primary key default uuid7(),
  -- Short, since every tie carries it.
  number      integer not null unique generated always as identity,
  source_id   uuid not null references trace_source deferrable initially immediate,
  by_id       uuid references person deferrable initially immediate,
  at          timestamptz not null default now(),
  files       jsonb not null default '[]',
  reading     jsonb not null default '{}',
  state       text not null default 'waiting' check (state in ('receiving', 'waiting', 'reading', 'done', 'stopped', 'failed', 'undone')),
  progress    jsonb,
  beat_at     timestamptz,
  report      jsonb,
  failure     jsonb,
  finished_at timestamptz
);
create index on trace_import (source_id, at desc);

-- What arrives by the page, until it is read.
create table trace_import_piece (
  import_id uuid not null references trace_import on delete cascade deferrable initially immediate,
  file      smallint not null,
  seq       integer not null,
  bytes     bytea not null,
  primary key (import_id, file, seq)
);

-- Who with whom in which week: an aggregate, never a message. Week is the number of weeks since 1970-01-05.
-- One import may write the same pair and week in several rows, which add up; of two imports the larger counts.
create table tie_week (
  import_no integer not null,
  week      smallint not null,
  channel   smallint not null default 0,
  from_no   integer not null,
  to_no     integer not null,
  times     integer not null check (times > 0),
  -- The times, each divided by how many it was addressed to.
  weight    real not null check (weight > 0)
);
create index on tie_week using brin (import_no, week);
create index on tie_week (from_no);
create index on tie_week (to_no);

-- What people worked on: its path or name, never its content.
create table artefact (
  number    integer generated always as identity primary key,
  source_id uuid not null references trace_source deferrable initially immediate,
  name      text not null check (length(name) between 1 and 1000),
  unique (source_id, name)
);
create table artefact_week (
  import_no integer not null,
  week      smallint not null,
  artefact  integer not null,
  person_no integer not null,
  times     integer not null check (times > 0)
);
create index on artefact_week using brin (import_no, week);
create index on artefact_week (artefact);
create index on artefact_week (person_no);

-- A name-generator survey: whom do you turn to, how often, what for.
create table survey (
  id         uuid primary key default uuid7(),
  source_id  uuid references trace_source deferrable initially immediate,
  name       text not null check (length(name) between 1 and 120),
  purpose    text not null default '' check (length(purpose) <= 2000),
  questions  jsonb not null,
  state      text not null default 'draft' check (state in ('draft', 'open', 'closed')),
  closes_on  date,
  created_by uuid references person deferrable initially immediate,
  created_at timestamptz not null default now(),
  opened_at  timestamptz,
  closed_at  timestamptz,
  check ((state = 'draft') = (opened_at is null))
);
create table survey_person (
  survey_id   uuid not null references survey on delete cascade deferrable initially immediate,
  person_id   uuid not null references person deferrable initially immediate,
  unit_id     uuid references unit deferrable initially immediate,
  begun_at    timestamptz,
  finished_at timestamptz,
  reminded_at timestamptz,
  primary key (survey_id, person_id)
);
create index on survey_person (person_id);
create table survey_answer (
  survey_id uuid not null,
  person_id uuid not null,
  question  text not null check (length(question) between 1 and 40),
  other_id  uuid not null references person deferrable initially immediate,
  frequency smallint check (frequency between 0 and 6),
  what_for  text[] not null default '{}',
  more      boolean not null default false,
  at        timestamptz not null default now(),
  primary key (survey_id, person_id, question, other_id),
  foreign key (survey_id, person_id) references survey_person on delete cascade deferrable initially immediate,
  check (other_id <> person_id)
);

-- One computation over ties and chart, kept with its settings, so that it can be compared and repeated.
create table discovery_run (
  id          uuid primary key default uuid7(),
  by_id       uuid references person deferrable initially immediate,
  at          timestamptz not null default now(),
  scheduled   boolean not null default false,
  settings    jsonb not null,
  state       text not null default 'waiting' check (state in ('waiting', 'running', 'done', 'failed', 'stopped')),
  progress    jsonb,
  beat_at     timestamptz,
  summary     jsonb,
  failure     jsonb,
  finished_at timestamptz,
  check ((state = 'done') <= (summary is not null))
);
create index on discovery_run (at desc);

-- When discovery runs by itself; one row.
create table discovery_schedule (
  one     boolean primary key default true check (one),
  every   text not null check (every in ('never', 'monthly', 'quarterly')),
  by_id   uuid references person deferrable initially immediate,
  at      timestamptz not null default now()
);

-- Its figures are those that may be shown: they stay as they were while fewer than five people have come or gone.
create table found_community (
  id           uuid primary key default uuid7(),
  run_id       uuid not null references discovery_run on delete cascade deferrable initially immediate,
  number       integer not null,
  people       integer not null check (people >= 5),
  units        integer not null check (units >= 1),
  evidence     jsonb not null,
  -- Whether it is large and spread enough to be described to anybody who is not in it.
  described    boolean not null,
  -- The one of an earlier run whose figures it repeats.
  figures_of   uuid references found_community on delete set null deferrable initially immediate,
  words        text[] not null default '{}',
  -- The community that it is or is part of, when there is one already.
  known_id     uuid references community deferrable initially immediate,
  likeness     text check (likeness in ('same', 'part', 'contains')),
  -- The one of an earlier run that it goes on from.
  continues_id uuid references found_community on delete set null deferrable initially immediate,
  change       text check (change in ('born', 'stayed', 'grown', 'shrunk', 'split', 'merged')),
  unique (run_id, number)
);
create index on found_community (known_id);
create table found_person (
  found_id  uuid not null references found_community on delete cascade deferrable initially immediate,
  person_id uuid not null references person deferrable initially immediate,
  part      text not null check (part in ('core', 'edge')),
  strength  real not null,
  primary key (found_id, person_id)
);
create index on found_person (person_id);

-- How one person stands between units and communities, for their own eyes; kept of the latest run only.
create table own_position (
  run_id    uuid not null references discovery_run on delete cascade deferrable initially immediate,
  person_id uuid not null references person deferrable initially immediate,
  position  jsonb not null,
  primary key (run_id, person_id)
);
create index on own_position (person_id);

-- Ties between units as one run saw them: observed and expected, and how many people of the unit that has fewer in it
-- stand behind. Only pairs with at least five on each side are kept.
create table unit_tie (
  run_id   uuid not null references discovery_run on delete cascade deferrable initially immediate,
  one_id   uuid not null references unit deferrable initially immediate,
  other_id uuid not null references unit deferrable initially immediate,
  observed double precision not null,
  expected double precision not null,
  people   integer not null check (people >= 5),
  primary key (run_id, one_id, other_id)
);

-- Asking the likely core, one by one and in private, whether a community that was found is real.
create table recognition (
  id           uuid primary key default uuid7(),
  found_id     uuid references found_community on delete set null deferrable initially immediate,
  state        text not null default 'asking' check (state in ('asking', 'recognised', 'not_recognised', 'withdrawn')),
  started_by   uuid references person deferrable initially immediate,
  started_at   timestamptz not null default now(),
  ended_at     timestamptz,
  community_id uuid references community deferrable initially immediate,
  check ((state = 'asking') = (ended_at is null)),
  check ((state = 'recognised') = (community_id is not null))
);
create unique index on recognition (found_id) where state = 'asking';
create table recognition_question (
  recognition_id uuid not null references recognition on delete cascade deferrable initially immediate,
  person_id      uuid not null references person deferrable initially immediate,
  asked_at       timestamptz not null default now(),
  answer         text check (answer in ('yes', 'no', 'not_me')),
  called         text not null default '' check (length(called) <= 120),
  names_me       boolean not null default false,
  answered_at    timestamptz,
  primary key (recognition_id, person_id),
  check ((answer is null) = (answered_at is null))
);
create index on recognition_question (person_id, asked_at);

-- What happened around the map, for each person's privacy centre.
create index activity_network on activity (id) where verb like 'network.%';
