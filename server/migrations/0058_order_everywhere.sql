-- Order on every page that people write: what is reported, what is hidden, what is taken out for good.
alter table report drop constraint report_subject_kind_check;
alter table report add constraint report_subject_kind_check check (subject_kind in (
  'inquiry', 'contribution', 'practice', 'signal', 'escalation', 'imperative', 'story', 'value_report', 'sheet'));

-- That words were taken away for good, never which.
create table page_redaction (
  id           uuid primary key default uuid7(),
  subject_kind text not null check (subject_kind in ('signal', 'escalation', 'imperative', 'story', 'value_report', 'sheet')),
  subject_id   uuid not null,
  ground       text not null check (ground in ('person', 'secret', 'harm', 'rights', 'erasure')),
  places       integer not null check (places > 0),
  by_id        uuid references person deferrable initially immediate,
  at           timestamptz not null default now()
);
create index on page_redaction (subject_id);

insert into report (id, subject_kind, subject_id, reason, by_id, at, decision, decided_by, decided_at)
select distinct on (story_id, by_id, coalesce(decided_at, 'infinity')) id, 'story', story_id, reason, by_id, at,
       case when decided_at is not null then 'kept' end, decided_by, decided_at
from value_story_report order by story_id, by_id, coalesce(decided_at, 'infinity'), at;
insert into page_redaction (id, subject_kind, subject_id, ground, places, by_id, at)
select id, 'story', story_id, ground, places, by_id, at from value_story_redaction;
drop table value_story_report;
drop table value_story_redaction;

alter table signal
  add hidden_at timestamptz,
  add hidden_by uuid references person deferrable initially immediate,
  add check (hidden_by is null or hidden_at is not null);
alter table escalation
  add hidden_at timestamptz,
  add hidden_by uuid references person deferrable initially immediate,
  add check (hidden_by is null or hidden_at is not null);
alter table imperative
  add hidden_at timestamptz,
  add hidden_by uuid references person deferrable initially immediate,
  add check (hidden_by is null or hidden_at is not null);
alter table value_story
  add hidden_at timestamptz,
  add hidden_by uuid references person deferrable initially immediate,
  add check (hidden_by is null or hidden_at is not null);
alter table value_report
  add hidden_at timestamptz,
  add hidden_by uuid references person deferrable initially immediate,
  add check (hidden_by is null or hidden_at is not null);
-- A sheet that nobody wants any more is set aside, and can be taken out again.
alter table sheet
  add hidden_at timestamptz,
  add hidden_by uuid references person deferrable initially immediate,
  add discarded_at timestamptz,
  add discarded_by uuid references person deferrable initially immediate,
  add check (hidden_by is null or hidden_at is not null),
  add check (discarded_by is null or discarded_at is not null);
