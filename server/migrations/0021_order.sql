-- Order in the repertoire: a practice is hidden from readers, or words are taken out of it for good.
alter table practice
  add hidden_at timestamptz,
  add hidden_by uuid references person deferrable initially immediate,
  add check (hidden_by is null or hidden_at is not null);

-- That words were taken away for good, never which.
create table practice_redaction (
  id          uuid primary key default uuid7(),
  practice_id uuid not null references practice deferrable initially immediate,
  ground      text not null check (ground in ('person', 'secret', 'harm', 'rights')),
  places      integer not null,
  files       integer not null default 0,
  by_id       uuid references person deferrable initially immediate,
  at          timestamptz not null default now()
);
create index on practice_redaction (practice_id);

-- The same value with every text in it covered where it matches.
create function covered(value jsonb, pattern text, cover text) returns jsonb language plpgsql immutable as $$
begin
  case jsonb_typeof(value)
    when 'string' then return to_jsonb(regexp_replace(value #>> '{}', pattern, cover, 'gi'));
    when 'array' then return (
      select coalesce(jsonb_agg(covered(item, pattern, cover) order by place), '[]')
      from jsonb_array_elements(value) with ordinality listed (item, place));
    when 'object' then return (
      select coalesce(jsonb_object_agg(key, covered(item, pattern, cover)), '{}') from jsonb_each(value) pair (key, item));
    else return value;
  end case;
end $$;
