-- Whose problem a duplicate carried over is known as such, so that taking the merge back takes it back, too.
alter table me_too add carried_from uuid references inquiry on delete set null deferrable initially immediate;
create index on me_too (carried_from) where carried_from is not null;
