-- Who takes part in rounds of pairs, and how: their own act. The rows go when they withdraw.
create table pairing_choice (
  person_id uuid primary key references person deferrable initially immediate,
  -- How many people they would help at once.
  room      smallint not null default 1 check (room between 1 and 5),
  -- Whether they like to meet somebody of another unit, without a topic.
  meets     boolean not null default false,
  paused_at timestamptz,
  at        timestamptz not null default now()
);

-- What they want to learn with somebody, and what they would help with. Said here, whatever they noted as a need.
create table pairing_want (
  person_id uuid not null references pairing_choice on delete cascade deferrable initially immediate,
  topic_id  uuid not null references topic deferrable initially immediate,
  primary key (person_id, topic_id)
);
create index on pairing_want (topic_id);
create table pairing_offer (
  person_id uuid not null references pairing_choice on delete cascade deferrable initially immediate,
  topic_id  uuid not null references topic deferrable initially immediate,
  primary key (person_id, topic_id)
);
create index on pairing_offer (topic_id);

-- A round proposes its pairs at once. Until `answer_by` both say yes or no; what came about lasts until `ends_on`.
create table pairing_round (
  id        uuid primary key default uuid7(),
  kind      text not null check (kind in ('learn', 'meet')),
  answer_by date not null,
  ends_on   date not null,
  by_id     uuid references person deferrable initially immediate,
  at        timestamptz not null default now(),
  closed_at timestamptz,
  -- How many people said that it helped, where that can be told; counted once, when it closed.
  result    jsonb,
  check (answer_by < ends_on),
  check ((closed_at is null) = (result is null))
);
create index on pairing_round (at desc, id desc);

create table pairing_pair (
  id       uuid primary key default uuid7(),
  round_id uuid not null references pairing_round deferrable initially immediate,
  -- Off: one of them said no, or did not answer. Nobody but themselves is told which.
  state    text not null default 'proposed' check (state in ('proposed', 'agreed', 'off', 'ended')),
  ended_at timestamptz,
  check ((state = 'ended') = (ended_at is not null))
);
create index on pairing_pair (round_id);
create index on pairing_pair (state) where state in ('proposed', 'agreed');

create table pairing_topic (
  pair_id  uuid not null references pairing_pair on delete cascade deferrable initially immediate,
  topic_id uuid not null references topic deferrable initially immediate,
  primary key (pair_id, topic_id)
);
create index on pairing_topic (topic_id);

-- Each of the two: what they answered, what they wrote first, and whether it helped them.
create table pairing_part (
  pair_id     uuid not null references pairing_pair on delete cascade deferrable initially immediate,
  person_id   uuid not null references person deferrable initially immediate,
  side        text not null check (side in ('helps', 'learns', 'meets')),
  answer      text check (answer in ('yes', 'no')),
  words       text not null default '' check (length(words) <= 2000),
  said_at     timestamptz,
  help        text check (help in ('yes', 'somewhat', 'no')),
  line        text not null default '' check (length(line) <= 500),
  primary key (pair_id, person_id),
  check ((words = '') = (said_at is null)),
  check (line = '' or help is not null)
);
create index on pairing_part (person_id, pair_id);
