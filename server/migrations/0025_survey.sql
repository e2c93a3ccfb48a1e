-- A survey: worded in both languages, put to some units with everything below, to communities, or to everybody.
alter table survey
  add column units          uuid[] not null default '{}',
  add column communities    uuid[] not null default '{}',
  add column legal_ground   text not null default '' check (length(legal_ground) <= 1000),
  add column retention_days integer not null default 730 check (retention_days between 7 and 36500),
  -- Of a tie either both ends answered, or whoever is named was told and has not objected: as sources have it.
  add column mode           text not null default 'opt_in' check (mode in ('opt_in', 'announced')),
  add column opens_on       date,
  -- Days between two reminders that come by themselves; zero for none.
  add column remind_every   smallint not null default 7 check (remind_every between 0 and 60),
  -- What was published when it closed. It stays as it was, whoever withdraws later: nobody's part can be read from it.
  add column response       jsonb,
  add column result         jsonb,
  add column compared       jsonb,
  add check ((state = 'closed') = (closed_at is not null)),
  add check (state <> 'closed' or (result is not null and response is not null)),
  add check (state = 'draft' or source_id is not null);
create index on survey (state) where state <> 'closed';

alter table survey_person
  drop column begun_at,
  drop column finished_at,
  add column state     text not null default 'asked' check (state in ('asked', 'begun', 'finished', 'declined')),
  add column state_at  timestamptz not null default now(),
  -- Whether somebody lets themselves be reminded, and how often that was done.
  add column reminders boolean not null default true,
  add column reminded  smallint not null default 0;
create index on survey_person (survey_id, unit_id);
create index on survey_answer (other_id);
