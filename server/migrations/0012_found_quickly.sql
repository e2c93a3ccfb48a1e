-- The index anew: found from the front, so that what is asked often costs the same in an organization of any size.
-- It can be made again at any time, so nothing is carried over.
drop table search_entry;
drop table search_word;

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
  topic_ids     uuid[] not null default '{}',
  state         text,
  outcomes      text[] not null default '{}',
  -- How much it deserves to stand above others that match as well: evidence, verification.
  merit         real not null default 0,
  at            timestamptz not null,
  -- Its place among its kind without any word: the order never changes with time alone.
  quality       real not null,
  -- 0 is the front of its kind, 1 is sixteen times as wide, 2 is all the rest.
  level         smallint not null check (level between 0 and 2),
  words         tsvector not null,
  title_words   tsvector not null,
  primary key (kind, id)
) with (fillfactor = 90);
create index on search_entry (page_id);
create index on search_entry (kind, quality);
-- Written at once: a list of pending words would be read from end to end by every search.
create index search_entry_title_front on search_entry using gin (title_words) with (fastupdate = off) where level = 0;
create index search_entry_title on search_entry using gin (title_words) with (fastupdate = off);
create index search_entry_front on search_entry using gin (words) with (fastupdate = off) where level = 0;
create index search_entry_middle on search_entry using gin (words) with (fastupdate = off) where level <= 1;
create index search_entry_all on search_entry using gin (words, community_ids, topic_ids) with (fastupdate = off);

-- From which quality on an entry belongs to a level.
create table search_level (
  kind  text not null,
  level smallint not null check (level in (0, 1)),
  least real not null default '-infinity',
  primary key (kind, level)
);
insert into search_level (kind, level)
select kind, level from unnest('{practice,inquiry,contribution,person,community,unit}'::text[]) kind, unnest('{0,1}'::smallint[]) level;

-- What is left of a word when one letter is taken out: two words that are one slip apart share one of these.
create function slips_of(word text) returns text[] language sql immutable parallel safe strict as $$
  select array_agg(distinct shape) from (
    select word as shape
    union all select left(word, place - 1) || substr(word, place + 1) from generate_series(1, length(word)) place
  ) shapes
$$;

-- Words of titles, names and the vocabulary, to understand an unfinished or a misspelt one.
create table search_word (
  word  text primary key,
  -- In about how many titles.
  seen  integer not null default 1,
  slips text[] not null
);
create index search_word_slips on search_word using gin (slips) with (fastupdate = off);
create index search_word_likeness on search_word using gin (word gin_trgm_ops) with (fastupdate = off);
create index search_word_beginning on search_word (word text_pattern_ops) include (seen);

-- Each language of PostgreSQL without accents, so that "kaytto" and "käyttö" are one word.
do $$
declare language text;
begin
  for language in
    select cfgname from pg_ts_config where cfgnamespace = 'pg_catalog'::regnamespace order by cfgname <> 'simple'
  loop
    execute format('create text search configuration %I (copy = pg_catalog.%I)', 'plain_' || language, language);
    execute format('alter text search configuration %I alter mapping for word, hword, hword_part with public.unaccent, %I',
      'plain_' || language, case language when 'simple' then 'simple' else language || '_stem' end);
    -- As written, but without words that say nothing: a title is found by its beginnings, not by every "the".
    execute format('create text search configuration %I (copy = plain_simple)', 'written_' || language);
    if language in ('danish', 'dutch', 'english', 'finnish', 'french', 'german', 'italian', 'norwegian', 'portuguese', 'russian', 'spanish', 'swedish') then
      execute format('create text search dictionary %I (template = pg_catalog.simple, stopwords = %I)', 'written_' || language, language);
      execute format('alter text search configuration %I alter mapping replace simple with %I', 'written_' || language, 'written_' || language);
    end if;
  end loop;
end $$;

-- Rendered text without its tags, and without the two characters that mark what was found.
create or replace function text_of(html text) returns text language sql immutable parallel safe strict as $$
  select btrim(translate(
    replace(replace(replace(replace(replace(replace(
      regexp_replace(html, '<[^>]*>', ' ', 'g'),
      '&lt;', '<'), '&gt;', '>'), '&quot;', '"'), '&#39;', ''''), '&nbsp;', ' '), '&amp;', '&'),
    e'\x01\x02\x03\x04\x05\x06\x07\x08\x09\x0a\x0b\x0c\x0d\x0e\x0f\x10\x11\x12\x13\x14\x15\x16\x17\x18\x19\x1a\x1b\x1c\x1d\x1e\x1f',
    repeat(' ', 31)))
$$;
