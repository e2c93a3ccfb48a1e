-- People are found by what they say they know, without reading what everybody says.
create function plain_list(words text[]) returns text language sql immutable parallel safe as $$
  select plain(array_to_string(words, ' · '))
$$;
alter table person add plain_experience text not null generated always as (plain_list(experience)) stored;
drop index person_who_says;
create index person_experience on person using gin (plain_experience gin_trgm_ops) where experience <> '{}';

-- Who hears of a thread or a community, at whatever level: each activity asks.
drop index following_subject_id_idx;
create index following_subject on following (subject_id) include (person_id, level);
