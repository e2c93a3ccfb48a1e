-- Indicators as they were published, of a community or (null) of the organization, quarter by quarter. Of a figure about
-- people it also holds how many there were, so that the next one differs in none or in five of them: for nobody to see.
create table indicator_edition (
  community_id uuid references community deferrable initially immediate,
  quarter      date not null check (extract(day from quarter) = 1),
  upto         timestamptz not null,
  figures      jsonb not null,
  -- What the community put in and brought out: all are held against one another when the quarter is over.
  producer     jsonb,
  at           timestamptz not null default now(),
  unique nulls not distinct (community_id, quarter)
);

-- Communities in which something happened that is not reckoned yet, day by day.
create table indicator_news (
  community_id uuid not null references community deferrable initially immediate,
  day          date not null,
  noted_at     timestamptz not null default clock_timestamp(),
  last_at      timestamptz not null default clock_timestamp(),
  -- Something older came in as well, as an import brings it: all quarters are reckoned again.
  anew         boolean not null default false,
  primary key (community_id, day)
);

insert into indicator_news (community_id, day, anew) select id, current_date, true from community;

-- What happened before is reckoned from the tables themselves.
insert into activity_reader (name, transaction, id)
select 'measurement', transaction, id from activity order by transaction desc, id desc limit 1;
