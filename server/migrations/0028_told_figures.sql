-- How many people's traces may be kept, as it was told last: it stays until five have come or gone.
alter table trace_source add column people_told integer check (people_told >= 0);
