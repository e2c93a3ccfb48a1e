-- Who carries a role in a community, of whom most are members and no more: who left with one is looked for among them.
create index membership_roles on membership (community_id) where roles <> '{}';
