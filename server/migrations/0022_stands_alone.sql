-- The same rule from the other side: what is shared with other communities keeps a community from becoming private.
create function private_community_stands_alone() returns trigger language plpgsql as $$
begin
  if exists (
    select from inquiry_community here join inquiry_community other
      on other.inquiry_id = here.inquiry_id and other.community_id <> here.community_id
    where here.community_id = new.id
  ) then
    raise exception 'inquiries of this community are asked of others as well'
      using errcode = 'check_violation', constraint = 'private_community_stands_alone';
  end if;
  return new;
end $$;
create trigger private_community_stands_alone before update of visibility on community
  for each row when (new.visibility = 'private' and old.visibility <> 'private')
  execute function private_community_stands_alone();
