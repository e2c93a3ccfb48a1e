-- Since when an inquiry waits for a first answer. Kept beside each of its communities too, so that their queues are read
-- and counted by an index, without looking at every inquiry that was ever asked there.
create function unanswered_since(inquiry) returns timestamptz language sql immutable as $$
  select case when $1.state = 'open' and $1.answers = 0 and $1.merged_into is null and $1.hidden_at is null
              then $1.asked_at end
$$;

alter table inquiry_community add unanswered_since timestamptz;
update inquiry_community held set unanswered_since = unanswered_since(inquiry)
from inquiry where inquiry.id = held.inquiry_id and unanswered_since(inquiry) is not null;
create index inquiry_community_unanswered on inquiry_community (community_id, unanswered_since, inquiry_id)
  where unanswered_since is not null;

-- Kept by the tables themselves, whichever verb or import writes.
create function inquiry_enters_queue() returns trigger language plpgsql as $$
begin
  select unanswered_since(inquiry) into new.unanswered_since from inquiry where inquiry.id = new.inquiry_id;
  return new;
end $$;
create trigger inquiry_enters_queue before insert on inquiry_community
  for each row execute function inquiry_enters_queue();

create function inquiry_moves_in_queue() returns trigger language plpgsql as $$
begin
  update inquiry_community set unanswered_since = unanswered_since(new) where inquiry_id = new.id;
  return null;
end $$;
create trigger inquiry_moves_in_queue after update on inquiry
  for each row when (unanswered_since(old) is distinct from unanswered_since(new))
  execute function inquiry_moves_in_queue();

-- What is new in a community, by its time. Activity is of three communities at most.
create index activity_first_community on activity ((community_ids[1]), at);
create index activity_second_community on activity ((community_ids[2]), at) where community_ids[2] is not null;
create index activity_third_community on activity ((community_ids[3]), at) where community_ids[3] is not null;

-- People who say that they know something.
create index person_who_says on person (id) where experience <> '{}' and 'experience' = any(shows);
