import type pg from 'pg'

export interface Identified {
  state: 'matched' | 'doubtful' | 'unknown' | 'no_person'
  number: number | null
  personId: string | null
  candidates: string[]
}

/** What an address of a machine begins with. */
const machines = `^(no-?reply|do-?not-?reply|mailer-daemon|postmaster|bounces?|notifications?|alerts?|daemon|root|cron|jenkins|.*\\[bot\\])([+._-].*)?(@|$)`

/**
 * Whom addresses and logins stand for: sure by address, key, login or a decision made before; doubtful by the same
 * name, or the same address at another place. One statement for thousands.
 */
const text = `
  with given as (select alias, label, place from unnest($2::text[], $3::text[]) with ordinality as given (alias, label, place)),
  bare as materialized (
    select given.*, regexp_replace(alias, '\\+[^@]*@', '@') as address, split_part(alias, '@', 1) as local,
           position('@' in alias) > 0 as mail, regexp_replace(alias, '^.*\\\\', '') as login,
           plain(label) as called, plain(translate(split_part(alias, '@', 1), '._-', '   ')) as spelt
    from given where not exists (select from trace_identity known where known.source_id = $1 and known.alias = given.alias)
  ),
  people as materialized (
    select id, email, lower(key) as key, split_part(email, '@', 1) as login, plain_name from person
    where erased_at is null and origin = 'organization'
  ),
  sure as (
    select alias, people.id from bare join people on people.email = bare.address
    union select bare.alias, people.id from bare join people on people.key = bare.alias
    union select bare.alias, people.id from bare join people on people.login = bare.login where not mail
    union select bare.alias, decided.person_id from bare join trace_identity decided
      on decided.alias = bare.alias and decided.state = 'matched' and decided.decided_at is not null
  ),
  maybe as (
    select alias, people.id from bare join people on people.login = bare.local where mail and length(local) > 2
    union select alias, people.id from bare join people on people.plain_name = called where label <> ''
    union select alias, people.id from bare join people on people.plain_name = spelt where length(local) > 4
  ),
  surely as (select alias, array_agg(distinct id) as ids from sure group by alias),
  perhaps as (select alias, array_agg(distinct id) as ids from maybe group by alias),
  found as (
    select bare.*, coalesce(surely.ids, '{}') as sure, coalesce(perhaps.ids, '{}') as maybe
    from bare left join surely using (alias) left join perhaps using (alias)
  )
  select given.place,
         coalesce(known.state, case when cardinality(sure) = 1 then 'matched' when cardinality(sure) > 1 then 'doubtful'
           when found.alias ~ '${machines}' then 'no_person' when cardinality(maybe) > 0 then 'doubtful' else 'unknown' end) as state,
         known.number,
         coalesce(known.person_id, case when cardinality(sure) = 1 then sure[1] end) as "personId",
         coalesce(known.candidates, case when cardinality(sure) = 1 then '{}' when cardinality(sure) > 1 then sure[1:8] else maybe[1:8] end) as candidates
  from given
  left join found using (place)
  left join trace_identity known on known.source_id = $1 and known.alias = given.alias
  order by given.place`

export async function identify(
  client: pg.ClientBase,
  source: string,
  aliases: string[],
  labels: string[],
): Promise<Identified[]> {
  const { rows } = await client.query<Identified>(text, [source, aliases, labels])
  return rows
}

/** Keeps identities, and gives their numbers in the same order. */
export async function saveIdentities(
  client: pg.ClientBase,
  source: string,
  found: { alias: string; label: string; state: string; personId: string | null; candidates: string[] }[],
): Promise<number[]> {
  const { rows } = await client.query<{ number: number }>(
    `with given as (
       select * from jsonb_to_recordset($2::jsonb) as given (place int, alias text, label text, state text, person uuid, candidates uuid[])
     ),
     saved as (
       insert into trace_identity (source_id, alias, label, state, person_id, candidates)
       select $1, alias, label, state, person, candidates from given order by place
       on conflict (source_id, alias) do update set label = excluded.label
       returning number, alias
     )
     select saved.number from saved join given using (alias) order by given.place`,
    [source, JSON.stringify(found.map(({ personId, ...one }, place) => ({ place, person: personId, ...one })))],
  )
  return rows.map(({ number }) => number)
}

/** Endings of addresses of the organization's own people. */
export async function ownDomains(client: pg.ClientBase): Promise<Set<string>> {
  const { rows } = await client.query<{ domain: string }>(
    `select distinct split_part(email, '@', 2) as domain from person where email is not null and origin = 'organization'`,
  )
  return new Set(rows.map(({ domain }) => domain))
}

/** What people said last about a source: who agreed, who withdrew. */
export async function saidAbout(client: pg.ClientBase, source: string): Promise<Map<string, boolean>> {
  const { rows } = await client.query<{ person: string; agreed: boolean }>(
    `select distinct on (person_id) person_id as person, agreed from trace_choice where source_id = $1 order by person_id, at desc`,
    [source],
  )
  return new Map(rows.map(({ person, agreed }) => [person, agreed]))
}
