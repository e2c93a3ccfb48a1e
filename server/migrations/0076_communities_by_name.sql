-- The list of communities is read in its order, without looking at each name anew.
create index on community (plain(name), id);
drop index community_plain_idx;
