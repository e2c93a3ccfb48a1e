-- How fresh a practice is follows the clock: the index keeps the dates, a search compares them with now.
alter table search_entry
  add column verified_at timestamptz,
  add column review_at   timestamptz,
  add column verify_days integer;

update search_entry
set verified_at = practice.verified_at, review_at = practice.review_at, verify_days = practice.verify_days,
    merit = kept.merit, quality = quality + 2 * (kept.merit - search_entry.merit)
from practice,
     lateral (select ((case when practice.validated_at is null then 0.2 else 0.8 end)
                      * (case practice.state when 'retired' then 0.3 else 1 end))::real as merit) kept
where search_entry.kind = 'practice' and search_entry.id = practice.id;
