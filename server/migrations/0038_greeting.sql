-- Somebody new was welcomed: once, by whoever came first.
create table greeting (
  community_id uuid not null,
  person_id    uuid not null references person deferrable initially immediate,
  by_id        uuid references person deferrable initially immediate,
  at           timestamptz not null default now(),
  primary key (community_id, person_id),
  foreign key (community_id) references community deferrable initially immediate,
  check (by_id is distinct from person_id)
);
