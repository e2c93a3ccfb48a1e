-- What reached somebody, and why.
create table inbox_line (
  id            bigint generated always as identity primary key,
  person_id     uuid not null references person,
  activity_id   bigint not null,
  at            timestamptz not null,
  why           text not null,
  verb          text not null,
  subject_kind  text not null,
  subject_id    uuid not null,
  community_id  uuid references community,
  actor_id      uuid references person,
  detail        jsonb not null default '{}',
  read_at       timestamptz,
  unique (person_id, activity_id)
);
create index on inbox_line (person_id, id desc);
create index on inbox_line (person_id) where read_at is null;

-- How much of a thread or a community somebody wants to hear.
create table following (
  person_id    uuid not null references person,
  subject_kind text not null check (subject_kind in ('inquiry', 'practice', 'community')),
  subject_id   uuid not null,
  level        text not null check (level in ('everything', 'mentions', 'nothing')),
  chosen       boolean not null default true,
  at           timestamptz not null default now(),
  primary key (person_id, subject_kind, subject_id)
);
create index on following (subject_id) where level = 'everything';
