-- When a member was in their community before this visit: what changed since then is shown to them, and to nobody else.
alter table membership add column visited_before timestamptz;
