-- What an inquiry's page shows alike to everybody who reads it, kept so that it need not be gathered from ten tables each
-- time. Whatever changes a part of it empties it in the same transaction; it is made anew soon after, and until then
-- gathered when somebody reads. People are kept as ids: names are read where they stand.
create table inquiry_page (
  inquiry_id uuid primary key references inquiry on delete cascade deferrable initially immediate,
  shown      json,
  person_ids uuid[],
  check ((shown is null) = (person_ids is null))
) with (toast_tuple_target = 8160);
-- Beside its row as long as it fits: one look instead of three.
alter table inquiry_page alter shown set storage main;
create index inquiry_page_empty on inquiry_page (inquiry_id) where shown is null;

-- Always writes, even where the page is empty: who makes it anew holds the row meanwhile, and must not miss this change.
create function empty_page(id uuid) returns void language sql as $$
  update inquiry_page set shown = null, person_ids = null where inquiry_id = id
$$;

create function page_begins() returns trigger language plpgsql as $$
begin
  insert into inquiry_page (inquiry_id) values (new.id);
  return null;
end $$;
create trigger page_begins after insert on inquiry for each row execute function page_begins();

create function page_part_changes() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then perform empty_page(old.inquiry_id); end if;
  if tg_op = 'INSERT' or tg_op = 'UPDATE' and new.inquiry_id <> old.inquiry_id then perform empty_page(new.inquiry_id); end if;
  return null;
end $$;
create trigger page_part_changes after insert or update or delete on contribution for each row execute function page_part_changes();
create trigger page_part_changes after insert or update or delete on resolution for each row execute function page_part_changes();
create trigger page_part_changes after insert or update or delete on inquiry_topic for each row execute function page_part_changes();
create trigger page_part_changes after insert or update or delete on asked_person for each row execute function page_part_changes();
create trigger page_part_changes after insert or update or delete on move for each row execute function page_part_changes();
create trigger page_part_changes after insert or update or delete on redaction for each row execute function page_part_changes();
create trigger page_part_changes after insert or update or delete on me_too for each row execute function page_part_changes();

create function page_thanks_change() returns trigger language plpgsql as $$
begin
  perform empty_page(inquiry_id) from contribution
  where id in (case when tg_op <> 'INSERT' then old.contribution_id end, case when tg_op <> 'DELETE' then new.contribution_id end);
  return null;
end $$;
create trigger page_thanks_change after insert or update or delete on thanks for each row execute function page_thanks_change();

-- In one order, so that two who do this cannot wait for each other.
create function page_topic_renamed() returns trigger language plpgsql as $$
begin
  perform empty_page(inquiry_id) from (select inquiry_id from inquiry_topic where topic_id = new.id order by inquiry_id) held;
  return null;
end $$;
create trigger page_topic_renamed after update of name on topic for each row execute function page_topic_renamed();

create function page_merged() returns trigger language plpgsql as $$
begin
  perform empty_page(id) from unnest(array[old.merged_into, new.merged_into]) id where id is not null;
  return null;
end $$;
create trigger page_merged after update of merged_into on inquiry for each row
  when (old.merged_into is distinct from new.merged_into) execute function page_merged();

insert into inquiry_page (inquiry_id) select id from inquiry;
