-- A photo, where somebody wants to be seen. Whom they report to was shown of everybody: from now on each may choose.
alter table person add column photo_id uuid references file deferrable initially immediate;
alter table person alter column shows set default '{does,communities,contributions,experience,history,manager}';
create index on person (photo_id) where photo_id is not null;
update person set shows = shows || '{manager}' where erased_at is null;
