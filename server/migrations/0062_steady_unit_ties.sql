-- Figures of a pair of units follow a change only when five people or more must be behind it. `most` is how many of the ties four people
-- may have at most, for nobody to see; `repeats` says that the figures are those of an earlier run.
alter table unit_tie add column most real, add column repeats boolean not null default false;
-- Of figures from before this is not known: they count as if four people had all of them.
update unit_tie set most = observed;
alter table unit_tie alter column most set not null;
