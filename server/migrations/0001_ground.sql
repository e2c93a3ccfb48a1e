create extension if not exists pg_trgm;
create extension if not exists unaccent;
create extension if not exists btree_gin;
create extension if not exists fuzzystrmatch;

-- Time-ordered identifiers (RFC 9562, version 7): neighbours in time are neighbours in the index.
create function uuid7() returns uuid language sql volatile parallel safe as $$
  with parts as (
    select overlay(
      uuid_send(gen_random_uuid())
      placing substring(int8send((extract(epoch from clock_timestamp()) * 1000)::bigint) from 3)
      from 1 for 6
    ) as bytes
  )
  select encode(set_byte(bytes, 6, (get_byte(bytes, 6) & 15) | 112), 'hex')::uuid from parts
$$;

create function plain(words text) returns text language sql immutable parallel safe strict as $$
  select lower(public.unaccent('public.unaccent', words))
$$;

create table file (
  id          uuid primary key default uuid7(),
  sha256      bytea not null,
  name        text not null check (length(name) between 1 and 255),
  media_type  text not null,
  size        integer not null check (size between 1 and 26214400),
  uploaded_by uuid,
  uploaded_at timestamptz not null default now(),
  redacted_at timestamptz
);
create index on file (uploaded_by, uploaded_at desc);

-- Bytes apart from their description, shared by equal files.
create table file_content (
  sha256 bytea primary key,
  bytes  bytea not null
);

-- The answer to a write, kept a day, so that a repeated request changes nothing.
create table idempotency (
  person_id  uuid not null,
  key        text not null check (length(key) between 1 and 200),
  request    bytea not null,
  status     integer,
  reply      text,
  created_at timestamptz not null default now(),
  primary key (person_id, key)
);
create index on idempotency (created_at);
