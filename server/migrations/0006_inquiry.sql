create table inquiry (
  id            uuid primary key default uuid7(),
  title         text not null check (length(title) between 1 and 300),
  body          text not null,
  html          text not null,
  asked_by      uuid references person,
  asked_at      timestamptz not null default now(),
  unit_id       uuid references unit,
  problem_kind  text check (length(problem_kind) between 1 and 80),
  state         text not null default 'open' check (state in ('open', 'resolved', 'withdrawn')),
  resolved_at   timestamptz,
  withdrawn_at  timestamptz,
  merged_into   uuid references inquiry,
  edited_at     timestamptz,
  hidden_at     timestamptz,
  hidden_by     uuid references person,
  version       integer not null default 1 check (version >= 1),
  last_at       timestamptz not null default now(),
  answers       integer not null default 0 check (answers >= 0),
  origin        text,
  check ((state = 'resolved') = (resolved_at is not null)),
  check ((state = 'withdrawn') = (withdrawn_at is not null)),
  check (hidden_by is null or hidden_at is not null),
  check (merged_into is distinct from id)
);
create unique index on inquiry (origin) where origin is not null;
create index on inquiry (asked_by, asked_at desc);
create index on inquiry (last_at desc, id desc);
create index inquiry_unanswered on inquiry (asked_at, id)
  where state = 'open' and answers = 0 and merged_into is null and hidden_at is null;
create index inquiry_kinds on inquiry (last_at desc) where problem_kind is not null;
create index on inquiry (merged_into) where merged_into is not null;
create index inquiry_title_words on inquiry using gin (to_tsvector('simple', plain(title)));
create index inquiry_title_likeness on inquiry using gin (plain(title) gin_trgm_ops);

-- One to three communities. `last_at` repeats the inquiry's, so that a community's newest are found by an index.
create table inquiry_community (
  inquiry_id   uuid not null references inquiry,
  community_id uuid not null references community,
  since        timestamptz not null default now(),
  last_at      timestamptz not null default now(),
  primary key (inquiry_id, community_id)
);
create index on inquiry_community (community_id, last_at desc, inquiry_id desc);

-- A private community's inquiry stands alone: otherwise its words would be read outside.
create function inquiry_communities_hold() returns trigger language plpgsql as $$
begin
  if exists (
    select from inquiry_community held join community on community.id = held.community_id
    where held.inquiry_id in (select inquiry_id from added)
    group by held.inquiry_id
    having count(*) > 3 or (count(*) > 1 and bool_or(community.visibility = 'private'))
  ) then
    raise exception 'an inquiry has one to three communities, and a private one stands alone'
      using errcode = 'check_violation', constraint = 'inquiry_communities_hold';
  end if;
  return null;
end $$;
create trigger inquiry_communities_hold after insert on inquiry_community
  referencing new table as added for each statement execute function inquiry_communities_hold();

create table inquiry_topic (
  inquiry_id uuid not null references inquiry,
  topic_id   uuid not null references topic,
  primary key (inquiry_id, topic_id)
);
create index on inquiry_topic (topic_id);

create table contribution (
  id           uuid primary key default uuid7(),
  inquiry_id   uuid not null references inquiry,
  parent_id    uuid references contribution,
  kind         text not null check (kind in ('answer', 'experience', 'question', 'challenge', 'reply')),
  outcome      text check (outcome in ('worked', 'partly', 'failed')),
  body         text not null,
  html         text not null,
  by_id        uuid references person,
  at           timestamptz not null default now(),
  edited_at    timestamptz,
  version      integer not null default 1 check (version >= 1),
  helped_by    uuid references person,
  helped_at    timestamptz,
  withdrawn_at timestamptz,
  hidden_at    timestamptz,
  hidden_by    uuid references person,
  origin       text,
  check ((kind = 'reply') = (parent_id is not null)),
  check ((kind = 'experience') = (outcome is not null)),
  check (helped_by is null or helped_at is not null),
  check (hidden_by is null or hidden_at is not null)
);
create unique index on contribution (origin) where origin is not null;
create index on contribution (inquiry_id, at);
create index on contribution (by_id, at desc);
create index on contribution (parent_id) where parent_id is not null;

-- Each time an inquiry was solved, and that it was opened again. At most one stands.
create table resolution (
  id           uuid primary key default uuid7(),
  inquiry_id   uuid not null references inquiry,
  another_way  text not null default '',
  html         text not null default '',
  practice_id  uuid,
  by_id        uuid references person,
  at           timestamptz not null default now(),
  ended_at     timestamptz,
  ended_by     uuid references person,
  ended_reason text not null default '' check (length(ended_reason) <= 1000),
  check (ended_at is not null or (ended_by is null and ended_reason = ''))
);
create unique index resolution_standing on resolution (inquiry_id) where ended_at is null;
create index on resolution (inquiry_id, at);

-- Earlier wordings of inquiries and contributions.
create table wording (
  subject_id uuid not null,
  version    integer not null,
  title      text,
  body       text not null,
  outcome    text,
  by_id      uuid references person,
  at         timestamptz not null,
  primary key (subject_id, version)
);

create table me_too (
  inquiry_id uuid not null references inquiry,
  person_id  uuid not null references person,
  at         timestamptz not null default now(),
  primary key (inquiry_id, person_id)
);

create table thanks (
  contribution_id uuid not null references contribution,
  person_id       uuid not null references person,
  reason          text not null check (length(reason) between 1 and 500),
  at              timestamptz not null default now(),
  primary key (contribution_id, person_id)
);

-- Somebody asked by name. Three seats for an inquiry; who declines gives theirs back.
create table asked_person (
  inquiry_id  uuid not null references inquiry,
  person_id   uuid not null references person,
  by_id       uuid references person,
  at          timestamptz not null default now(),
  seat        smallint check (seat between 1 and 3),
  declined_at timestamptz,
  primary key (inquiry_id, person_id),
  unique (inquiry_id, seat),
  check ((seat is null) = (declined_at is not null))
);
create index on asked_person (person_id, at desc);

create table move (
  id             uuid primary key default uuid7(),
  inquiry_id     uuid not null references inquiry,
  from_communities uuid[] not null,
  to_communities uuid[] not null check (cardinality(to_communities) between 1 and 3),
  reason         text not null check (length(reason) between 1 and 500),
  by_id          uuid references person,
  at             timestamptz not null default now()
);
create index on move (inquiry_id);

-- That words were taken away for good, never which.
create table redaction (
  id         uuid primary key default uuid7(),
  inquiry_id uuid not null references inquiry,
  ground     text not null check (ground in ('person', 'secret', 'harm', 'rights')),
  places     integer not null,
  files      integer not null default 0,
  by_id      uuid references person,
  at         timestamptz not null default now()
);
create index on redaction (inquiry_id);

create table bookmark (
  person_id    uuid not null references person,
  subject_kind text not null check (subject_kind in ('inquiry', 'practice')),
  subject_id   uuid not null,
  at           timestamptz not null default now(),
  primary key (person_id, subject_kind, subject_id)
);

-- What somebody is still writing; nobody else sees it.
create table draft (
  person_id uuid not null references person,
  key       text not null check (length(key) between 1 and 200),
  content   jsonb not null,
  at        timestamptz not null default now(),
  primary key (person_id, key)
);

create table report (
  id           uuid primary key default uuid7(),
  subject_kind text not null check (subject_kind in ('inquiry', 'contribution', 'practice')),
  subject_id   uuid not null,
  by_id        uuid references person,
  reason       text not null check (length(reason) between 1 and 2000),
  at           timestamptz not null default now(),
  decision     text check (decision in ('kept', 'hidden', 'redacted')),
  decided_by   uuid references person,
  decided_at   timestamptz,
  check ((decision is null) = (decided_at is null))
);
create index on report (subject_id);
create unique index report_waiting on report (subject_id, by_id) where decision is null;

create table attachment (
  file_id      uuid not null references file,
  subject_kind text not null,
  subject_id   uuid not null,
  primary key (file_id, subject_id)
);
create index on attachment (subject_id);
