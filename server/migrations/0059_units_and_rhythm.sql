-- Exploring against exploiting, unit by unit, published once when a quarter is over: what never changes cannot be held
-- against itself. The row without a unit is the whole organization's.
create table unit_edition (
  quarter date not null check (extract(day from quarter) = 1),
  unit_id uuid references unit deferrable initially immediate,
  figure  jsonb,
  at      timestamptz not null default now(),
  unique nulls not distinct (quarter, unit_id)
);

-- A pulse that comes again by itself, until a day; of a community or (null) of the whole organization.
create table pulse_rhythm (
  community_id uuid references community deferrable initially immediate,
  weeks        integer not null check (weeks between 4 and 26),
  -- Days that each wave is open.
  lasts        integer not null check (lasts between 3 and 42),
  until        date not null,
  set_by       uuid references person deferrable initially immediate,
  set_on       date not null default current_date,
  unique nulls not distinct (community_id),
  check (lasts < weeks * 7)
);
