-- In how many units the people of a community work is counted now and then, since counting takes as long as the rest of its page.
create table community_units (
  community_id uuid primary key references community on delete cascade deferrable initially immediate,
  units        integer not null,
  counted_at   timestamptz not null default now()
);
create index on community_units (counted_at);
