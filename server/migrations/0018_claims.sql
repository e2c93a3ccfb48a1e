-- Who works on a request with a key, and that they live: what a dead process left half done may be asked for again.
alter table idempotency
  add column claim     uuid not null default gen_random_uuid(),
  add column alive_at  timestamptz not null default now(),
  -- Set in the transaction of the write itself.
  add column committed boolean not null default false;
