-- Sign-in. The columns are those of better-auth; an account belongs to a person.
create table account (
  id             uuid primary key default gen_random_uuid(),
  person_id      uuid not null unique references person,
  name           text not null,
  email          text not null,
  email_verified boolean not null default false,
  image          text,
  created_at     timestamptz not null default now(),
  updated_at     timestamptz not null default now(),
  -- Addresses may change hands within one transaction.
  unique (email) deferrable initially deferred
);

-- One signs in with the address that the organization knows.
create function account_follows_person() returns trigger language plpgsql as $$
begin
  update account set email = coalesce(new.email, email), name = new.name, updated_at = now() where person_id = new.id;
  return null;
end $$;
create trigger account_follows_person after update of email, name on person
  for each row when (old.email is distinct from new.email or old.name is distinct from new.name)
  execute function account_follows_person();

create table session (
  id         uuid primary key default gen_random_uuid(),
  token      text not null unique,
  account_id uuid not null references account on delete cascade,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index on session (account_id);
create table credential (
  id                       uuid primary key default gen_random_uuid(),
  account_key              text not null,
  provider_id              text not null,
  account_id               uuid not null references account on delete cascade,
  access_token             text,
  refresh_token            text,
  id_token                 text,
  access_token_expires_at  timestamptz,
  refresh_token_expires_at timestamptz,
  scope                    text,
  password                 text,
  created_at               timestamptz not null default now(),
  updated_at               timestamptz not null default now(),
  unique (provider_id, account_key)
);
create index on credential (account_id);
create table verification (
  id         uuid primary key default gen_random_uuid(),
  identifier text not null,
  value      text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index on verification (identifier);
create table passkey (
  id            uuid primary key default gen_random_uuid(),
  name          text,
  public_key    text not null,
  account_id    uuid not null references account on delete cascade,
  credential_id text not null unique,
  counter       bigint not null,
  device_type   text not null,
  backed_up     boolean not null,
  transports    text,
  aaguid        text,
  created_at    timestamptz default now()
);
create index on passkey (account_id);
create table sign_in_rate (
  id           uuid primary key default gen_random_uuid(),
  key          text not null unique,
  count        integer not null,
  last_request bigint not null
);

-- A link that lets one person in once: first set-up, invitation, or a lost password. Only its hash is kept.
create table sign_in_link (
  hash       bytea primary key,
  purpose    text not null check (purpose in ('first', 'invitation', 'recovery')),
  person_id  uuid references person,
  made_by    uuid references person,
  made_at    timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at    timestamptz,
  check ((purpose = 'first') = (person_id is null))
);
create index on sign_in_link (person_id);

create table personal_token (
  id         uuid primary key default uuid7(),
  person_id  uuid not null references person,
  hash       bytea not null unique,
  name       text not null check (length(name) between 1 and 100),
  scopes     text[] not null check (scopes <@ '{read,write,office}' and cardinality(scopes) > 0),
  made_at    timestamptz not null default now(),
  expires_at timestamptz,
  used_at    timestamptz,
  revoked_at timestamptz
);
create index on personal_token (person_id);
