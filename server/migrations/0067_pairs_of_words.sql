-- What is like a problem shares two words of its title. Looked up as a pair they are in few titles, where each word alone
-- may be in thousands. Of a long title the longest words stand for it.
create function pairs_of(words tsvector) returns integer[] language sql immutable strict parallel safe as $$
  with told as (select word from unnest(tsvector_to_array(words)) word order by length(word) desc, word collate "C" limit 12)
  select coalesce(array_agg((hashtextextended(one.word || ' ' || other.word, 0) & 2147483647)::integer), '{}')
  from told one join told other on one.word collate "C" < other.word collate "C"
$$;

alter table search_entry add column pairs integer[] not null default '{}';

update search_entry set pairs = pairs_of(to_tsvector(dictionary.name, title))
from (select ('plain_' || coalesce('{"da": "danish", "de": "german", "en": "english", "es": "spanish", "fi": "finnish",
  "fr": "french", "it": "italian", "nl": "dutch", "no": "norwegian", "pt": "portuguese", "ru": "russian", "sv": "swedish"}'::jsonb
  ->> left(coalesce((select value #>> '{}' from setting where key = 'language'), 'en'), 2), 'simple'))::regconfig as name) dictionary
where kind in ('inquiry', 'practice');

create index search_entry_pairs on search_entry using gin (pairs) with (fastupdate = off) where kind in ('inquiry', 'practice');
