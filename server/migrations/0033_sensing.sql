-- What the organization wants to reach. Communities and practices say for themselves how they serve it.
create table imperative (
  id           uuid primary key default uuid7(),
  title        text not null check (length(title) between 1 and 200),
  why          text not null check (length(why) between 1 and 10000),
  from_day     date not null,
  to_day       date check (to_day >= from_day),
  carrier_id   uuid references person deferrable initially immediate,
  made_by      uuid references person deferrable initially immediate,
  made_at      timestamptz not null default now(),
  ended_at     timestamptz,
  ended_by     uuid references person deferrable initially immediate,
  ended_reason text check (length(ended_reason) between 1 and 2000),
  check ((ended_at is null) = (ended_reason is null))
);

create table imperative_service (
  id            uuid primary key default uuid7(),
  imperative_id uuid not null references imperative deferrable initially immediate,
  community_id  uuid references community deferrable initially immediate,
  practice_id   uuid references practice deferrable initially immediate,
  how           text not null check (length(how) between 1 and 500),
  by_id         uuid references person deferrable initially immediate,
  at            timestamptz not null default now(),
  check (num_nonnulls(community_id, practice_id) = 1),
  unique nulls not distinct (imperative_id, community_id, practice_id)
);
create index on imperative_service (community_id) where community_id is not null;
create index on imperative_service (practice_id) where practice_id is not null;

-- A matter that a community cannot solve, put to somebody who answers for a unit.
create table escalation (
  id           uuid primary key default uuid7(),
  community_id uuid not null references community deferrable initially immediate,
  unit_id      uuid not null references unit deferrable initially immediate,
  -- Who answers now; nobody while neither the unit nor the line above it has a manager.
  manager_id   uuid references person deferrable initially immediate,
  -- Whom the manager asked to deal with it.
  delegate_id  uuid references person deferrable initially immediate,
  inquiry_id   uuid references inquiry deferrable initially immediate,
  title        text not null check (length(title) between 1 and 200),
  asked        text not null check (length(asked) between 1 and 10000),
  background   text not null default '' check (length(background) <= 20000),
  due_on       date not null,
  state        text not null default 'sent' check (state in ('sent', 'received', 'decided', 'done', 'withdrawn')),
  answer       text check (answer in ('yes', 'no', 'later')),
  sent_by      uuid references person deferrable initially immediate,
  sent_at      timestamptz not null default now(),
  moved_at     timestamptz not null default date_trunc('milliseconds', now()),
  check (case state when 'sent' then answer is null when 'received' then answer is null
                    when 'decided' then answer is not null when 'done' then answer in ('yes', 'no')
                    else true end),
  check (delegate_id is null or manager_id is not null),
  check (delegate_id is distinct from manager_id or delegate_id is null)
);
create index on escalation (community_id, moved_at desc, id desc);
create index on escalation (manager_id) where state in ('sent', 'received', 'decided');
create index on escalation (delegate_id) where delegate_id is not null;
create index on escalation (inquiry_id) where inquiry_id is not null;
create index escalation_open on escalation (id) where state in ('sent', 'received', 'decided');

-- Each step, as it was; none is changed afterwards.
create table escalation_move (
  id            uuid primary key default uuid7(),
  escalation_id uuid not null references escalation deferrable initially immediate,
  act           text not null check (act in ('send', 'receive', 'decide', 'finish', 'reopen', 'withdraw', 'send_again',
                                             'delegate', 'take_back', 'hand_on', 'lose_manager', 'address')),
  answer        text check (answer in ('yes', 'no', 'later')),
  reason        text not null default '' check (length(reason) <= 4000),
  due_on        date,
  -- To whom it went, and from whom, where it went on; in the name of which unit.
  to_id         uuid references person deferrable initially immediate,
  from_id       uuid references person deferrable initially immediate,
  unit_id       uuid references unit deferrable initially immediate,
  -- Why it went on by itself: who answered for it left, answers for another unit, or the unit is no more.
  because       text check (because in ('left', 'moved', 'dissolved', 'found')),
  by_id         uuid references person deferrable initially immediate,
  at            timestamptz not null default now(),
  check ((act = 'decide') = (answer is not null)),
  check (act <> 'decide' or reason <> ''),
  check (answer is distinct from 'later' or due_on is not null)
);
create index on escalation_move (escalation_id, at, id);

-- A feed that a community, or the knowledge office for all, listens to.
create table feed (
  id            uuid primary key default uuid7(),
  community_id  uuid references community deferrable initially immediate,
  url           text not null check (length(url) between 8 and 2000 and url ~ '^https?://'),
  host          text not null check (length(host) between 1 and 260),
  title         text not null default '' check (length(title) <= 300),
  added_by      uuid references person deferrable initially immediate,
  added_at      timestamptz not null default now(),
  etag          text check (length(etag) <= 1000),
  last_modified text check (length(last_modified) <= 200),
  next_at       timestamptz not null default now(),
  -- Taken up by a process until then; what dies in the middle is taken up again.
  claimed_until timestamptz,
  read_at       timestamptz,
  failures      integer not null default 0 check (failures >= 0),
  failure       text check (failure ~ '^[a-zA-Z]{1,40}$'),
  ended_at      timestamptz,
  ended_why     text check (ended_why in ('gone', 'failing', 'byHand')),
  check ((ended_at is null) = (ended_why is null))
);
create unique index feed_once on feed (community_id, url) nulls not distinct where ended_at is null;
create index feed_due on feed (next_at) where ended_at is null;
create index on feed (host) where claimed_until is not null;

-- News from outside: of one community, or of the whole organization where none is named.
create table signal (
  id           uuid primary key default uuid7(),
  community_id uuid references community deferrable initially immediate,
  feed_id      uuid references feed deferrable initially immediate,
  -- The signal of the organization that a community took up.
  from_id      uuid references signal deferrable initially immediate,
  key          text not null check (length(key) between 1 and 2000),
  link         text check (length(link) <= 2000 and link ~ '^https?://'),
  title        text not null check (length(title) between 1 and 300),
  summary      text not null default '' check (length(summary) <= 4000),
  published_at timestamptz,
  added_by     uuid references person deferrable initially immediate,
  found_at     timestamptz not null default date_trunc('milliseconds', now()),
  outcome      text not null default 'new' check (outcome in ('new', 'inquiry', 'watch', 'escalation', 'nothing')),
  watch_until  date,
  check ((outcome = 'watch') = (watch_until is not null))
);
create unique index signal_once on signal (community_id, md5(key)) nulls not distinct;
create unique index signal_link_once on signal (community_id, md5(link)) nulls not distinct where link is not null;
create index on signal (community_id, outcome, found_at desc, id desc);
create index on signal (found_at desc, id desc);
create index on signal (from_id) where from_id is not null;
create index signal_watched on signal (watch_until) where outcome = 'watch';

-- What a community made of a signal, and why. The last one that was not undone holds.
create table triage (
  id            uuid primary key default uuid7(),
  signal_id     uuid not null references signal deferrable initially immediate,
  outcome       text not null check (outcome in ('inquiry', 'watch', 'escalation', 'nothing')),
  reason        text not null check (length(reason) between 1 and 2000),
  watch_until   date,
  inquiry_id    uuid references inquiry deferrable initially immediate,
  escalation_id uuid references escalation deferrable initially immediate,
  by_id         uuid references person deferrable initially immediate,
  at            timestamptz not null default now(),
  undone_by     uuid references person deferrable initially immediate,
  undone_at     timestamptz,
  check ((outcome = 'watch') = (watch_until is not null)),
  check ((outcome = 'inquiry') = (inquiry_id is not null)),
  check ((outcome = 'escalation') = (escalation_id is not null))
);
create unique index triage_holds on triage (signal_id) where undone_at is null;
create index on triage (signal_id, at);
create index on triage (inquiry_id) where inquiry_id is not null;
create index on triage (escalation_id) where escalation_id is not null;

-- The same list of verbs stands in `attention/why.ts`.
create or replace function is_news(verb text) returns boolean language sql immutable parallel safe return verb in (
  'inquiry.asked', 'inquiry.answered', 'inquiry.experience_told', 'inquiry.asked_back', 'inquiry.challenged',
  'inquiry.replied', 'inquiry.resolved', 'inquiry.reopened', 'inquiry.moved', 'inquiry.merged',
  'practice.taken', 'practice.applied', 'practice.validated', 'practice.revised', 'practice.retired', 'practice.restored',
  'practice.unit_adopted', 'practice.unit_trying', 'practice.unit_declined', 'practice.unit_dropped',
  'escalation.sent', 'escalation.received', 'escalation.decided_yes', 'escalation.decided_no', 'escalation.decided_later',
  'escalation.finished', 'escalation.handed_on',
  'community.charter_written', 'community.stage_set', 'community.closed');
