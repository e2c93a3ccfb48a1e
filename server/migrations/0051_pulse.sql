-- Who said yes to short surveys; taken back at any time.
create table pulse_choice (
  person_id uuid primary key references person deferrable initially immediate,
  since     date not null default current_date
);

-- One round of questions, of a community or (null) of the whole organization. No time in it is finer than a day.
create table pulse_wave (
  id           uuid primary key default uuid7(),
  community_id uuid references community deferrable initially immediate,
  themes       text[] not null check (themes <@ '{safety,trust,usefulness,energy}' and cardinality(themes) between 1 and 4),
  opened_by    uuid references person deferrable initially immediate,
  opened_on    date not null default current_date,
  closes_on    date not null check (closes_on >= opened_on),
  state        text not null default 'open' check (state in ('open', 'closed')),
  closed_on    date,
  -- What was published when it closed. It never changes, so that no two figures tell of one person.
  result       jsonb,
  check ((state = 'closed') = (result is not null)),
  check ((state = 'closed') = (closed_on is not null))
);
create unique index pulse_wave_alone on pulse_wave (community_id) nulls not distinct where state = 'open';
create index on pulse_wave (community_id, opened_on desc);

-- That somebody has answered: a mark that names nobody, under a key that is not in the database. Nothing leads to the answer.
create table pulse_token (
  wave_id uuid not null references pulse_wave deferrable initially immediate,
  mark    bytea not null check (length(mark) = 32),
  primary key (wave_id, mark)
);

-- Answers of an open wave, sealed. With each new one they are sealed and written anew, in an order that chance gives.
create table pulse_held (
  id      uuid primary key default gen_random_uuid(),
  wave_id uuid not null references pulse_wave deferrable initially immediate,
  sealed  bytea not null
);
create index on pulse_held (wave_id);

-- Answers of a closed wave, all written at once in an order that chance gives, under ids that hold no time.
create table pulse_answer (
  id      uuid primary key default gen_random_uuid(),
  wave_id uuid not null references pulse_wave deferrable initially immediate,
  given   jsonb not null
);
create index on pulse_answer (wave_id);
