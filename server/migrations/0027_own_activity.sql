-- What happened in a week is counted anew when something of it is read: weeks are found by when it was.
create index activity_at on activity using brin (at);

-- How many people were taken out of a community found since its figures were published: they withdrew or were erased.
-- The difference of two figures is reckoned with them, without knowing who they were.
alter table found_community add column gone integer not null default 0 check (gone >= 0);
