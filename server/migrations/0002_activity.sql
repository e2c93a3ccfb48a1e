-- What members did: append-only, written in the same transaction as the change.
create table activity (
  id           bigint generated always as identity primary key,
  at           timestamptz not null default now(),
  transaction  xid8 not null default pg_current_xact_id(),
  actor_id     uuid,
  verb         text not null check (verb ~ '^[a-z_]+\.[a-z_]+$'),
  subject_kind text not null,
  subject_id   uuid not null,
  community_ids uuid[] not null default '{}',
  unit_id      uuid,
  person_ids   uuid[] not null default '{}',
  detail       jsonb not null default '{}'
);
create index on activity (subject_id, id);
create index on activity using gin (community_ids, id);
create index on activity (actor_id, id);
create index on activity (unit_id, id) where unit_id is not null;
create index on activity (transaction, id);

create function activity_is_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'activity is append-only';
end $$;
create trigger activity_append_only before update or delete on activity
  for each row execute function activity_is_append_only();

-- Wakes readers and open pages in every process; carries ids only, never words.
create function activity_tells() returns trigger language plpgsql as $$
begin
  perform pg_notify('activity', json_build_object('kind', new.subject_kind, 'id', new.subject_id)::text);
  return null;
end $$;
create trigger activity_tells after insert on activity
  for each row execute function activity_tells();

-- How far each reader has come. Rows of transactions still open are left for the next round.
create table activity_reader (
  name        text primary key,
  transaction xid8 not null default '0',
  id          bigint not null default 0
);

-- Administrative acts, apart from what members did.
create table audit (
  id         bigint generated always as identity primary key,
  at         timestamptz not null default now(),
  actor_id   uuid,
  act        text not null,
  subject_id uuid,
  address    text,
  detail     jsonb not null default '{}'
);
create index on audit (at desc);
