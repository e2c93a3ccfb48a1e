-- What the people of a community decided about its stage: that it moved, or that it stays. What the evidence proposed
-- just then is kept beside it, by the names of the signs.
create table stage_move (
  id           uuid primary key default uuid7(),
  community_id uuid not null references community deferrable initially immediate,
  from_stage   text not null check (from_stage in ('potential', 'coalescing', 'maturing', 'stewardship', 'transformation')),
  to_stage     text not null check (to_stage in ('potential', 'coalescing', 'maturing', 'stewardship', 'transformation')),
  proposed     text check (proposed in ('potential', 'coalescing', 'maturing', 'stewardship', 'transformation')),
  signs        text[] not null default '{}',
  reason       text not null default '' check (length(reason) <= 2000),
  by_id        uuid references person deferrable initially immediate,
  at           timestamptz not null default now(),
  check (from_stage <> to_stage or proposed is not null)
);
create index on stage_move (community_id, at desc, id desc);

insert into stage_move (community_id, from_stage, to_stage, by_id, at)
select subject_id, detail ->> 'from', detail ->> 'to', actor_id, at from activity
where verb = 'community.stage_set' and detail ? 'from' and detail ? 'to' and detail ->> 'from' <> detail ->> 'to';

-- What a community asks of its sponsor and its members: who changed it, and why.
create table form_change (
  id           uuid primary key default uuid7(),
  community_id uuid not null references community deferrable initially immediate,
  from_form    text not null check (from_form in ('informal', 'supported', 'structured')),
  to_form      text not null check (to_form in ('informal', 'supported', 'structured')),
  reason       text not null default '' check (length(reason) <= 2000),
  by_id        uuid references person deferrable initially immediate,
  at           timestamptz not null default now(),
  check (from_form <> to_form)
);
create index on form_change (community_id, at desc, id desc);
