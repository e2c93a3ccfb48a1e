-- A version of a plan that is in use: its sends are suggested to those whom they are for. One plan at a time of each.
alter table flow_plan
  add column used_version integer,
  add column used_by uuid references person deferrable initially immediate,
  add column used_at timestamptz,
  add foreign key (id, used_version) references flow_plan_version (plan_id, number) deferrable initially immediate,
  add check ((used_version is null) = (used_at is null)),
  add check (used_version is null or retired_at is null);
create index on flow_plan (used_at) where used_version is not null;
