create table practice (
  id              uuid primary key default uuid7(),
  community_id    uuid not null references community,
  kind            text not null check (kind in ('method', 'tool', 'document', 'story', 'case', 'routine')),
  state           text not null default 'draft' check (state in ('draft', 'proposed', 'current', 'retired')),
  title           text not null check (length(title) between 1 and 300),
  revision        integer not null default 1,
  words           tsvector not null default '',
  steward_id      uuid references person,
  variant_of      uuid references practice,
  variant_context text check (length(variant_context) between 1 and 300),
  from_inquiry    uuid references inquiry,
  made_by         uuid references person,
  made_at         timestamptz not null default now(),
  changed_at      timestamptz not null default now(),
  -- When it first became current. From then on it is readable wherever current practices are, retired or not.
  current_at      timestamptz,
  verify_days     integer not null default 180 check (verify_days between 7 and 1825),
  verified_at     timestamptz,
  verified_by     uuid references person,
  -- When the next review is due: counted from the last verification, or from when it became current.
  review_at       timestamptz,
  validated_at    timestamptz,
  retired_at      timestamptz,
  retired_reason  text,
  origin          text,
  check ((state = 'retired') = (retired_at is not null)),
  check ((state = 'retired') = (retired_reason is not null)),
  check (state <> 'current' or (current_at is not null and review_at is not null)),
  check (current_at is null or state in ('current', 'retired')),
  check ((variant_of is null) = (variant_context is null)),
  check (variant_of is distinct from id)
);
create unique index on practice (origin) where origin is not null;
create index on practice (community_id, state, changed_at desc, id desc);
create index on practice (state, changed_at desc, id desc);
create index on practice (steward_id);
create index on practice (made_by);
create index on practice (variant_of);
create index on practice (from_inquiry);
create index on practice (review_at) where state = 'current';
create index practice_words on practice using gin (words);
create index practice_title_words on practice using gin (plain(title) gin_trgm_ops);

-- How much a verification is still worth for ranking: whole until it is due, halved with each interval after, never under a half.
create function freshness(review_at timestamptz, verify_days integer, now timestamptz)
returns double precision language sql immutable parallel safe as $$
  select greatest(0.5, least(1.0, power(0.5,
    extract(epoch from now - review_at)::double precision / (greatest(verify_days, 1) * 86400.0))))
$$;

-- How it came to be draft, proposed, current, retired: who, when, why.
create table practice_move (
  id          uuid primary key default uuid7(),
  practice_id uuid not null references practice,
  state       text not null check (state in ('draft', 'proposed', 'current', 'retired')),
  reason      text not null default '' check (length(reason) <= 2000),
  by_id       uuid references person,
  at          timestamptz not null default now()
);
create index on practice_move (practice_id, at);

create table practice_topic (
  practice_id uuid not null references practice,
  topic_id    uuid not null references topic,
  primary key (practice_id, topic_id)
);
create index on practice_topic (topic_id);

-- Files shown in one of its revisions.
create table practice_file (
  file_id     uuid not null references file,
  practice_id uuid not null references practice,
  primary key (file_id, practice_id)
);
create index on practice_file (practice_id);

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
  by_id       uuid references person,
  at          timestamptz not null default now(),
  state       text not null default 'waiting' check (state in ('waiting', 'taken', 'declined', 'withdrawn')),
  decided_by  uuid references person,
  decided_at  timestamptz,
  reason      text,
  check ((state = 'waiting') = (decided_at is null))
);
create index on change_proposal (practice_id, state);
create index on change_proposal (by_id);

-- Contributions that a practice was distilled from.
create table practice_source (
  practice_id     uuid not null references practice,
  contribution_id uuid not null references contribution,
  primary key (practice_id, contribution_id)
);
create index on practice_source (contribution_id);

-- A unit goes through the steps of a routine that it adopted.
create table run (
  id          uuid primary key default uuid7(),
  practice_id uuid not null references practice,
  revision    integer not null,
  unit_id     uuid not null references unit,
  title       text not null default '' check (length(title) <= 200),
  started_by  uuid references person,
  started_at  timestamptz not null default now(),
  ended_at    timestamptz,
  ended_by    uuid references person,
  note        text,
  check ((ended_at is null) = (note is null))
);
create index on run (unit_id, started_at desc);
create index on run (practice_id, started_at desc);
create table run_step (
  run_id   uuid not null references run,
  step     integer not null check (step >= 1),
  done_by  uuid references person,
  done_at  timestamptz not null default now(),
  primary key (run_id, step)
);

-- Somebody used a practice and says how it went. A unit's own application is not shown under a name.
create table application (
  id          uuid primary key default uuid7(),
  practice_id uuid not null references practice,
  revision    integer not null,
  person_id   uuid references person,
  by_unit     boolean not null default false,
  unit_id     uuid references unit,
  place       text not null default '' check (length(place) <= 300),
  outcome     text not null check (outcome in ('worked', 'partly', 'failed')),
  changed     text not null default '' check (length(changed) <= 4000),
  different   text not null default '' check (length(different) <= 4000),
  at          timestamptz not null default now(),
  inquiry_id  uuid references inquiry,
  run_id      uuid unique references run,
  withdrawn_at timestamptz,
  check (not by_unit or unit_id is not null)
);
create index on application (practice_id, at);
create index on application (unit_id, at desc);
create index on application (person_id, at desc);

create table validation (
  id          uuid primary key default uuid7(),
  practice_id uuid not null references practice,
  revision    integer not null,
  holds       boolean not null,
  reasons     text not null check (length(reasons) between 1 and 4000),
  -- What lay before whoever decided: the applications and the rule, as they were.
  evidence    jsonb not null,
  by_id       uuid references person,
  at          timestamptz not null default now()
);
create index on validation (practice_id, at desc);

create table verification_act (
  id          uuid primary key default uuid7(),
  practice_id uuid not null references practice,
  revision    integer not null,
  days        integer not null check (days between 7 and 1825),
  note        text not null default '' check (length(note) <= 2000),
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
create index on adoption (practice_id, at);

-- Adopt or explain: a practice sent to a unit, with an answer due.
create table unit_proposal (
  id          uuid primary key default uuid7(),
  practice_id uuid not null references practice,
  unit_id     uuid not null references unit,
  message     text not null default '' check (length(message) <= 2000),
  by_id       uuid references person,
  at          timestamptz not null default now(),
  due_on      date,
  answered_at timestamptz,
  adoption_id uuid references adoption,
  check ((answered_at is null) = (adoption_id is null))
);
create unique index unit_proposal_waiting on unit_proposal (practice_id, unit_id) where answered_at is null;
create index on unit_proposal (unit_id, practice_id);

-- The units somebody works in or answers for, and all that those are part of: what reaches the whole reaches its parts.
create function units_around(who uuid) returns setof uuid language sql stable parallel safe rows 6 as $$
  with recursive around(id) as (
    (select unit_id from position
     where person_id = who and unit_id is not null and from_day <= current_date
       and (to_day is null or to_day >= current_date)
     union select unit_id from unit_manager where person_id = who)
    union
    select unit.parent_id from unit join around on around.id = unit.id where unit.parent_id is not null
  )
  select id from around
$$;
