create table community (
  id          uuid primary key default uuid7(),
  slug        text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 80),
  name        text not null check (length(name) between 1 and 120),
  short       text not null check (length(short) between 1 and 8),
  colour      smallint not null check (colour between 1 and 8),
  visibility  text not null default 'open' check (visibility in ('open', 'by_request', 'private')),
  stage       text not null default 'potential'
              check (stage in ('potential', 'coalescing', 'maturing', 'stewardship', 'transformation')),
  form        text not null default 'informal' check (form in ('informal', 'supported', 'structured')),
  origin      text not null default 'initiated' check (origin in ('emergent', 'initiated')),
  parent_id   uuid references community,
  charter_version integer not null default 1,
  evidence_rule jsonb not null default '{"applications":3,"people":3,"units":2,"workedShare":0.6667}',
  created_by  uuid references person,
  created_at  timestamptz not null default now(),
  closed_at   timestamptz,
  closed_by   uuid references person,
  ending_note text,
  check ((closed_at is null) = (ending_note is null)),
  check (parent_id is distinct from id)
);
create index on community (parent_id);
create index on community (plain(name));

create table charter (
  community_id uuid not null references community,
  version      integer not null check (version >= 1),
  domain       text not null check (length(domain) between 1 and 300),
  about        text not null default '',
  not_about    text not null default '',
  purpose      text not null default '',
  people       text not null default '',
  conventions  text not null default '',
  rhythm       text not null default '',
  review_on    date,
  note         text not null default '',
  by_id        uuid references person,
  at           timestamptz not null default now(),
  primary key (community_id, version)
);

-- A membership exists by the person's own act only.
create table membership (
  community_id uuid not null references community,
  person_id    uuid not null references person,
  roles        text[] not null default '{}'
               check (roles <@ '{facilitator,steward,sponsor,liaison,newcomer_host}'),
  joined_at    timestamptz not null default now(),
  by_act       text not null check (by_act in ('founded', 'joined', 'accepted')),
  visited_at   timestamptz,
  primary key (community_id, person_id)
);
create index on membership (person_id);

-- Who was a member, from when to when; leaving is nobody's news.
create table past_membership (
  community_id uuid not null references community,
  person_id    uuid not null references person,
  joined_at    timestamptz not null,
  left_at      timestamptz not null default now(),
  primary key (community_id, person_id, left_at)
);

create table join_request (
  id           uuid primary key default uuid7(),
  community_id uuid not null references community,
  person_id    uuid not null references person,
  message      text not null default '' check (length(message) <= 2000),
  state        text not null default 'waiting' check (state in ('waiting', 'accepted', 'refused', 'withdrawn')),
  at           timestamptz not null default now(),
  decided_by   uuid references person,
  decided_at   timestamptz,
  reason       text
);
create unique index on join_request (community_id, person_id) where state = 'waiting';

-- An invitation to a person, a unit or an occupation; each person invited decides for themselves.
create table invitation (
  id            uuid primary key default uuid7(),
  community_id  uuid not null references community,
  person_id     uuid references person,
  unit_id       uuid references unit,
  occupation_id uuid references occupation,
  message       text not null default '' check (length(message) <= 2000),
  by_id         uuid references person,
  at            timestamptz not null default now(),
  withdrawn_at  timestamptz,
  check (num_nonnulls(person_id, unit_id, occupation_id) = 1)
);
create index on invitation (community_id);
create index on invitation (person_id);
create index on invitation (unit_id);
create index on invitation (occupation_id);
create table invitation_reply (
  invitation_id uuid not null references invitation,
  person_id     uuid not null references person,
  accepted      boolean not null,
  at            timestamptz not null default now(),
  primary key (invitation_id, person_id)
);

create table topic (
  id           uuid primary key default uuid7(),
  community_id uuid not null references community,
  parent_id    uuid references topic,
  name         text not null check (length(name) between 1 and 80),
  check (parent_id is distinct from id)
);
create unique index on topic (community_id, coalesce(parent_id, community_id), lower(name));
