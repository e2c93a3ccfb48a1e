-- What somebody wants to learn: theirs alone until they share it, and theirs again when they take it back.
create table need (
  id        uuid primary key default uuid7(),
  person_id uuid not null references person deferrable initially immediate,
  topic_id  uuid not null references topic deferrable initially immediate,
  -- How much is missing: a little, a good deal, much.
  gap       smallint not null check (gap between 1 and 3),
  note      text not null default '' check (length(note) <= 2000),
  noted_at  timestamptz not null default now(),
  met_at    timestamptz
);
create index on need (person_id, noted_at desc, id desc);
create index on need (topic_id) where met_at is null;

-- With whom: one person asked to help, or one community. The row goes when the need is taken back.
create table need_share (
  id           uuid primary key default uuid7(),
  need_id      uuid not null references need on delete cascade deferrable initially immediate,
  mentor_id    uuid references person deferrable initially immediate,
  community_id uuid references community deferrable initially immediate,
  shared_at    timestamptz not null default now(),
  check (num_nonnulls(mentor_id, community_id) = 1),
  unique nulls not distinct (need_id, mentor_id, community_id)
);
create index on need_share (mentor_id) where mentor_id is not null;
create index on need_share (community_id) where community_id is not null;

-- A declared interest: said aloud, unlike a need.
create table interest (
  person_id uuid not null references person deferrable initially immediate,
  topic_id  uuid not null references topic deferrable initially immediate,
  at        timestamptz not null default now(),
  primary key (person_id, topic_id)
);
create index on interest (topic_id);

create table learning_item (
  id            uuid primary key default uuid7(),
  kind          text not null check (kind in ('practice', 'document', 'course', 'gathering', 'person', 'link')),
  title         text not null check (length(title) between 1 and 200),
  words         text not null default '' check (length(words) <= 10000),
  minutes       integer not null check (minutes between 1 and 100000),
  address       text check (length(address) between 8 and 2000 and address ~ '^https?://'),
  practice_id   uuid references practice deferrable initially immediate,
  -- Whom one may shadow; shown to others only after they agreed.
  person_id     uuid references person deferrable initially immediate,
  agreed_at     timestamptz,
  -- The last day on which it is offered.
  expires_on    date,
  -- By what a catalogue of another system knows it, so that it can be brought in again.
  external_id   text check (length(external_id) between 1 and 200),
  -- What the law asks, of whom (everybody where neither is named), and why: the only thing that is compulsory.
  law_reason      text check (length(law_reason) between 1 and 2000),
  law_units       uuid[] not null default '{}',
  law_occupations uuid[] not null default '{}',
  law_by          uuid references person deferrable initially immediate,
  law_at          timestamptz,
  added_by      uuid references person deferrable initially immediate,
  added_at      timestamptz not null default now(),
  changed_at    timestamptz not null default now(),
  retired_at    timestamptz,
  retired_by    uuid references person deferrable initially immediate,
  check (kind = 'practice' or practice_id is null),
  check (kind = 'person' or person_id is null),
  check (kind <> 'practice' or practice_id is not null),
  check (kind <> 'person' or person_id is not null or retired_at is not null),
  check ((law_reason is null) = (law_at is null)),
  check (law_reason is not null or (law_units = '{}' and law_occupations = '{}'))
);
create unique index learning_item_external on learning_item (external_id) where external_id is not null;
create index on learning_item (plain(title), id) where retired_at is null;
create index on learning_item (expires_on) where retired_at is null and expires_on is not null;
create index on learning_item (practice_id) where practice_id is not null;
create index on learning_item (person_id) where person_id is not null;

create table learning_item_topic (
  item_id  uuid not null references learning_item on delete cascade deferrable initially immediate,
  topic_id uuid not null references topic deferrable initially immediate,
  primary key (item_id, topic_id)
);
create index on learning_item_topic (topic_id);

-- "Not for me": an item, or a topic with all that belongs to it. The plan learns from it; the row goes when it is undone.
create table learning_decline (
  person_id uuid not null references person deferrable initially immediate,
  item_id   uuid references learning_item on delete cascade deferrable initially immediate,
  topic_id  uuid references topic deferrable initially immediate,
  at        timestamptz not null default now(),
  check (num_nonnulls(item_id, topic_id) = 1),
  unique nulls not distinct (person_id, item_id, topic_id)
);
create index on learning_decline (item_id) where item_id is not null;
create index on learning_decline (topic_id) where topic_id is not null;

-- What somebody did with an item, and with which application of a practice they used it.
create table learning_done (
  person_id      uuid not null references person deferrable initially immediate,
  item_id        uuid not null references learning_item on delete cascade deferrable initially immediate,
  act            text not null check (act in ('did', 'used')),
  application_id uuid references application deferrable initially immediate,
  at             timestamptz not null default now(),
  primary key (person_id, item_id, act),
  check (act = 'used' or application_id is null)
);
create index on learning_done (item_id);
create index on learning_done (application_id) where application_id is not null;

-- A needs assessment: asked of some units with everything below, occupations and communities, or of everybody.
create table needs_assessment (
  id          uuid primary key default uuid7(),
  title       jsonb not null,
  purpose     jsonb not null,
  state       text not null default 'draft' check (state in ('draft', 'open', 'closed')),
  -- Asked here, or brought in from elsewhere.
  origin      text not null default 'asked' check (origin in ('asked', 'imported')),
  units       uuid[] not null default '{}',
  occupations uuid[] not null default '{}',
  communities uuid[] not null default '{}',
  -- The last day on which it can be answered.
  closes_on   date,
  made_by     uuid references person deferrable initially immediate,
  made_at     timestamptz not null default now(),
  opened_at   timestamptz,
  closed_at   timestamptz,
  -- What was published when it closed. It stays as it was, whoever goes later.
  result      jsonb,
  check ((state = 'draft') = (opened_at is null)),
  check ((state = 'closed') = (closed_at is not null)),
  check ((state = 'closed') = (result is not null)),
  check (state <> 'open' or closes_on is not null)
);
create index on needs_assessment (state) where state <> 'closed';

-- One question on each topic, worded in both languages.
create table needs_assessment_topic (
  assessment_id uuid not null references needs_assessment on delete cascade deferrable initially immediate,
  topic_id      uuid not null references topic deferrable initially immediate,
  place         smallint not null check (place between 1 and 60),
  words         jsonb not null,
  primary key (assessment_id, topic_id)
);
create index on needs_assessment_topic (topic_id);

create table needs_assessment_person (
  assessment_id uuid not null references needs_assessment on delete cascade deferrable initially immediate,
  person_id     uuid not null references person deferrable initially immediate,
  -- Where they worked when they were asked.
  unit_id       uuid references unit deferrable initially immediate,
  state         text not null default 'asked' check (state in ('asked', 'begun', 'finished', 'declined')),
  state_at      timestamptz not null default now(),
  primary key (assessment_id, person_id)
);
create index on needs_assessment_person (person_id);

-- How much is missing, from nothing (0) to much (3); nothing here where the topic is no part of their work.
create table needs_assessment_answer (
  assessment_id uuid not null,
  person_id     uuid not null,
  topic_id      uuid not null references topic deferrable initially immediate,
  gap           smallint check (gap between 0 and 3),
  at            timestamptz not null default now(),
  primary key (assessment_id, person_id, topic_id),
  foreign key (assessment_id, person_id) references needs_assessment_person on delete cascade deferrable initially immediate
);
create index on needs_assessment_answer (topic_id);

-- A catalogue or an assessment brought in from elsewhere, and what it changed, so that it can be undone.
create table learning_import (
  id            uuid primary key default uuid7(),
  kind          text not null check (kind in ('catalogue', 'assessment')),
  file_name     text not null check (length(file_name) between 1 and 200),
  rows          integer not null check (rows >= 0),
  assessment_id uuid references needs_assessment on delete set null deferrable initially immediate,
  changes       jsonb not null default '[]',
  by_id         uuid references person deferrable initially immediate,
  at            timestamptz not null default now(),
  undone_at     timestamptz,
  undone_by     uuid references person deferrable initially immediate,
  check ((undone_at is null) = (undone_by is null))
);
create index on learning_import (at desc, id desc);

-- Two topics that became one. What followed the first follows the second; what moved is kept, so that it can move back.
create table topic_merge (
  id           uuid primary key default uuid7(),
  community_id uuid not null references community deferrable initially immediate,
  topic_id     uuid not null,
  name         text not null check (length(name) between 1 and 80),
  parent_id    uuid,
  into_id      uuid not null,
  moved        jsonb not null,
  by_id        uuid references person deferrable initially immediate,
  at           timestamptz not null default now(),
  undone_at    timestamptz,
  undone_by    uuid references person deferrable initially immediate
);
create index on topic_merge (community_id, at desc, id desc);
create index on topic_merge (topic_id) where undone_at is null;
