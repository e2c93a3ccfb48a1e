-- A short name with one slip shares too few groups of letters with the right one: it is found by what is left of both.
alter table name_word add slips text[] not null generated always as (slips_of(word)) stored;
create index name_word_slips on name_word using gin (slips) with (fastupdate = off);
