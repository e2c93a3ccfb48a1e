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
  another_way   text,
  resolved_by   uuid references person,
  resolved_at   timestamptz,
  withdrawn_at  timestamptz,
  merged_into   uuid references inquiry,
  edited_at     timestamptz,
  hidden_at     timestamptz,
  version       integer not null default 1,
  last_at       timestamptz not null default now(),
  answers       integer not null default 0,
  origin        text,
  check ((state = 'resolved') = (resolved_at is not null)),
  check ((state = 'withdrawn') = (withdrawn_at is not null)),
  check (merged_into is distinct from id)
);
create unique index on inquiry (origin) where origin is not null;
create index on inquiry (asked_by, asked_at desc);
create index on inquiry (last_at desc, id desc);
create index on inquiry (asked_at) where state = 'open' and answers = 0;

-- One to three communities; a private community's inquiry stands alone.
create table inquiry_community (
  inquiry_id   uuid not null references inquiry,
  community_id uuid not null references community,
  since        timestamptz not null default now(),
  primary key (inquiry_id, community_id)
);
create index on inquiry_community (community_id, inquiry_id desc);

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
  version      integer not null default 1,
  helped_by    uuid references person,
  helped_at    timestamptz,
  withdrawn_at timestamptz,
  hidden_at    timestamptz,
  origin       text,
  check ((kind = 'reply') = (parent_id is not null)),
  check (outcome is null or kind = 'experience'),
  check (kind <> 'experience' or outcome is not null)
);
create unique index on contribution (origin) where origin is not null;
create index on contribution (inquiry_id, at);
create index on contribution (by_id, at desc);
create index on contribution (parent_id) where parent_id is not null;

-- Earlier wordings of inquiries and contributions.
create table wording (
  subject_id uuid not null,
  version    integer not null,
  title      text,
  body       text not null,
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

-- Somebody asked by name, at most three for an inquiry.
create table asked_person (
  inquiry_id  uuid not null references inquiry,
  person_id   uuid not null references person,
  by_id       uuid not null references person,
  at          timestamptz not null default now(),
  declined_at timestamptz,
  primary key (inquiry_id, person_id)
);
create index on asked_person (person_id, at desc);

create table move (
  id             uuid primary key default uuid7(),
  inquiry_id     uuid not null references inquiry,
  from_communities uuid[] not null,
  to_communities uuid[] not null,
  reason         text not null check (length(reason) between 1 and 500),
  by_id          uuid not null references person,
  at             timestamptz not null default now()
);
create index on move (inquiry_id);

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
  by_id        uuid not null references person,
  reason       text not null check (length(reason) between 1 and 2000),
  at           timestamptz not null default now(),
  decision     text check (decision in ('kept', 'hidden', 'redacted')),
  decided_by   uuid references person,
  decided_at   timestamptz,
  check ((decision is null) = (decided_at is null))
);
create index on report (subject_id);

create table attachment (
  file_id      uuid not null references file,
  subject_kind text not null,
  subject_id   uuid not null,
  primary key (file_id, subject_id)
);
create index on attachment (subject_id);
