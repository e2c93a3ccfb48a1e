-- What the organization aims at, what was escalated, what came from outside and what communities did for people is found, too.
-- Kinds without levels are indexed whole by the reader of activity.
alter table search_entry drop constraint search_entry_kind_check;
alter table search_entry add constraint search_entry_kind_check check (kind in (
  'practice', 'inquiry', 'contribution', 'person', 'community', 'unit', 'imperative', 'escalation', 'signal', 'story'));
