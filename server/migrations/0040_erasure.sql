-- A person's right to erasure: asked for by them, decided by the knowledge office, waited for, carried out. No words here.
create table erasure (
  id         uuid primary key default uuid7(),
  person_id  uuid not null references person deferrable initially immediate,
  state      text not null check (state in ('asked', 'waiting', 'taken_back', 'done')),
  asked_at   timestamptz,
  decided_at timestamptz,
  decided_by uuid references person deferrable initially immediate,
  due_at     timestamptz,
  -- What became of their words: as the organization had it set when the erasure ran.
  words      text check (words in ('stay', 'go')),
  ended_at   timestamptz,
  ended_by   uuid references person deferrable initially immediate,
  check ((state = 'asked') <= (asked_at is not null)),
  check ((state in ('waiting', 'done')) <= (decided_at is not null and due_at is not null)),
  check ((state in ('taken_back', 'done')) = (ended_at is not null)),
  check ((state = 'done') = (words is not null))
);
create unique index erasure_under_way on erasure (person_id) where state in ('asked', 'waiting');
create index on erasure (due_at) where state = 'waiting';
create index on erasure (person_id, id desc);

-- By what somebody who was erased would be known again: keyed hashes of their id and addresses, of no use without the key.
-- No reference: marks are also laid into a database that has never known the person.
create table erasure_mark (
  person_id uuid not null,
  mark      bytea not null,
  at        timestamptz not null,
  primary key (person_id, mark)
);
create index on erasure_mark (mark);

alter table redaction drop constraint redaction_ground_check,
  add constraint redaction_ground_check check (ground in ('person', 'secret', 'harm', 'rights', 'erasure'));
alter table practice_redaction drop constraint practice_redaction_ground_check,
  add constraint practice_redaction_ground_check check (ground in ('person', 'secret', 'harm', 'rights', 'erasure'));
