-- What a what-if on the organization itself came to, in figures as they may be shown, and what it started from.
alter table experiment add outcome jsonb;

-- How many replications at a time, and for a what-if the organization as it was taken: plain lists, nobody's id.
alter table experiment_run add batch integer not null default 1 check (batch > 0);
alter table experiment_run add given bytea;

-- What leaves the network for the lab: how many ties there are between groups of units, five people behind each figure.
create table tie_pattern (
  id      uuid primary key default uuid7(),
  at      timestamptz not null default now(),
  pattern jsonb not null,
  -- Who stood behind it, without those who withdrew since; and how many these are.
  people  uuid[] not null,
  gone    integer not null default 0
);
