-- What happened in a community is read from what is kept of it (news, days, entries); nothing looks for it here any more,
-- and every act paid for five indexes that no statement used.
drop index activity_community_ids_id_idx;
drop index activity_first_community;
drop index activity_second_community;
drop index activity_third_community;
drop index activity_unit_id_id_idx;
