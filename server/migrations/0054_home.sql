-- What somebody follows outside their communities is found by page; what waits for a steward, by community.
create index on news (subject_id);
create index on practice (community_id) where state = 'proposed';
