-- A restore writes the tables in any order: references may wait for the end of its transaction.
do $$
declare reference record;
begin
  for reference in
    select conrelid::regclass as tbl, conname from pg_constraint
    where contype = 'f' and not condeferrable and connamespace = current_schema()::regnamespace
  loop
    execute format('alter table %s alter constraint %I deferrable initially immediate', reference.tbl, reference.conname);
  end loop;
end $$;
