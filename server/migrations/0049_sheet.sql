-- A template that a community filled in. Each time somebody else goes on, or after a pause, a new version begins;
-- `edits` counts every saving, so that of two people who write at once neither overwrites the other.
create table sheet (
  id           uuid primary key default uuid7(),
  community_id uuid not null references community deferrable initially immediate,
  template     text not null check (length(template) between 1 and 40),
  state        text not null default 'draft' check (state in ('draft', 'in_use', 'done')),
  version      integer not null default 1 check (version > 0),
  edits        integer not null default 1 check (edits > 0),
  started_by   uuid references person deferrable initially immediate,
  started_at   timestamptz not null default now(),
  moved_at     timestamptz not null default now()
);
create index on sheet (community_id, moved_at desc, id desc);

create table sheet_version (
  sheet_id uuid not null references sheet deferrable initially immediate,
  version  integer not null check (version > 0),
  title    text not null check (length(title) between 1 and 200),
  content  jsonb not null default '{}' check (jsonb_typeof(content) = 'object'),
  by_id    uuid references person deferrable initially immediate,
  at       timestamptz not null default now(),
  primary key (sheet_id, version)
);
