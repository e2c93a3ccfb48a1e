-- A topic that was removed, or became one with another, stands nowhere any more. What stood under a removed one stays with
-- it and comes back with it; what a closed needs assessment asked about one that was merged stays told.
alter table topic add column gone text check (gone in ('removed', 'merged'));

drop index topic_community_id_coalesce_lower_idx;
create unique index topic_name on topic (community_id, coalesce(parent_id, community_id), lower(name)) where gone is null;

drop trigger page_topic_renamed on topic;
create trigger page_topic_renamed after update of name, gone on topic for each row execute function page_topic_renamed();
