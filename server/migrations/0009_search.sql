-- What can be found. Written by the search room alone, from activity; it can be emptied and built anew at any time.
create table search_entry (
  kind          text not null check (kind in ('practice', 'inquiry', 'contribution', 'person', 'community', 'unit')),
  id            uuid not null,
  -- The page it is shown on: a contribution is found on its inquiry.
  page_id       uuid not null,
  title         text not null,
  body          text not null,
  -- Who may find it: everybody, who may know of one of its communities, read inside one, or is a member of one.
  reach         text not null check (reach in ('everybody', 'seen', 'inside', 'members')),
  community_ids uuid[] not null default '{}',
  -- Units whose people may read it although its community is private.
  unit_ids      uuid[] not null default '{}',
  state         text,
  -- How much it deserves to stand above others that match as well: evidence, verification.
  merit         real not null default 0,
  at            timestamptz not null,
  words         tsvector not null,
  title_words   tsvector not null,
  primary key (kind, id)
);
create index search_entry_words on search_entry using gin (words);
create index search_entry_title_words on search_entry using gin (title_words);
create index on search_entry (page_id);

-- Words of titles and names, to understand a misspelt one.
create table search_word (
  word text primary key
);
create index search_word_likeness on search_word using gin (word gin_trgm_ops);
create index search_word_beginning on search_word (word text_pattern_ops);

-- Rendered text without its tags, and without the two characters that mark what was found.
create function text_of(html text) returns text language sql immutable parallel safe strict as $$
  select btrim(regexp_replace(
    replace(replace(replace(replace(replace(replace(
      regexp_replace(html, '<[^>]*>', ' ', 'g'),
      '&lt;', '<'), '&gt;', '>'), '&quot;', '"'), '&#39;', ''''), '&nbsp;', ' '), '&amp;', '&'),
    '[\s\x01-\x1f]+', ' ', 'g'))
$$;
