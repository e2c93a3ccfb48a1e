-- Contents that were taken away here and are still to be deleted from the storage of files beside the database.
create table file_removal (
  sha256 bytea primary key,
  at     timestamptz not null default now()
);
