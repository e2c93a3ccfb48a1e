-- How mature a community, or the organization (null), is as its people answer. What the evidence said when they were
-- done is kept beside it, so that the two can be held against each other later, too.
create table maturity_assessment (
  id           uuid primary key default uuid7(),
  community_id uuid references community deferrable initially immediate,
  begun_by     uuid references person deferrable initially immediate,
  begun_at     timestamptz not null default now(),
  ended_by     uuid references person deferrable initially immediate,
  ended_at     timestamptz,
  evidence     jsonb check (jsonb_typeof(evidence) = 'object'),
  check ((ended_at is null) = (evidence is null))
);
create unique index maturity_assessment_open on maturity_assessment (community_id) nulls not distinct where ended_at is null;
create index on maturity_assessment (community_id, ended_at desc);

create table maturity_answer (
  assessment_id uuid not null references maturity_assessment deferrable initially immediate,
  question      text not null check (length(question) between 1 and 40),
  level         smallint not null check (level between 1 and 4),
  why           text not null default '' check (length(why) <= 2000),
  by_id         uuid references person deferrable initially immediate,
  at            timestamptz not null default now(),
  primary key (assessment_id, question)
);
