-- Time and money given to a community or one of its gatherings.
create table resource (
  id           uuid primary key default uuid7(),
  community_id uuid not null references community deferrable initially immediate,
  kind         text not null check (kind in ('time', 'money')),
  amount       numeric(12, 2) not null check (amount > 0),
  purpose      text not null check (length(purpose) between 1 and 300),
  from_day     date not null,
  to_day       date not null check (to_day >= from_day),
  by_id        uuid references person deferrable initially immediate,
  at           timestamptz not null default now(),
  withdrawn_at timestamptz
);
create index on resource (community_id, from_day desc);
create index on resource (by_id, from_day desc);

-- What a community tells its sponsors, or (annual) all who may read it; without a community the whole organization.
create table value_report (
  id           uuid primary key default uuid7(),
  community_id uuid references community deferrable initially immediate,
  kind         text not null check (kind in ('sponsor', 'annual')),
  title        text not null check (length(title) between 1 and 200),
  from_day     date not null,
  to_day       date not null check (to_day >= from_day),
  version      integer not null default 1,
  made_by      uuid references person deferrable initially immediate,
  made_at      timestamptz not null default now(),
  changed_at   timestamptz not null default date_trunc('milliseconds', now()),
  check (kind = 'annual' or community_id is not null)
);
create index on value_report (community_id, to_day desc);

-- Each version as it was; none is changed afterwards.
create table value_report_version (
  report_id uuid not null references value_report deferrable initially immediate,
  version   integer not null check (version >= 1),
  text      text not null check (length(text) between 1 and 60000),
  note      text not null default '' check (length(note) <= 500),
  by_id     uuid references person deferrable initially immediate,
  at        timestamptz not null default now(),
  primary key (report_id, version)
);
