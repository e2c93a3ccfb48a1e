import { sql } from 'kysely'
import type { Reader, Writer } from '#platform/database.ts'
import { present } from '../../queries.ts'
import type { Volunteer } from '../../pairing/pairs.ts'

export interface Choice {
  room: number
  meets: boolean
  paused: boolean
  wants: string[]
  offers: string[]
}

const topics = (table: 'pairing_want' | 'pairing_offer', of: string) =>
  sql<
    string[]
  >`array(select topic_id from ${sql.table(table)} said where said.person_id = ${sql.ref(of)} order by topic_id)`

export async function findChoice(db: Reader, personId: string): Promise<Choice | undefined> {
  const { rows } = await sql<Choice>`
    select room, meets, paused_at is not null as paused, ${topics('pairing_want', 'choice.person_id')} as wants,
      ${topics('pairing_offer', 'choice.person_id')} as offers
    from pairing_choice choice where person_id = ${personId}`.execute(db)
  return rows[0]
}

/** Writes a choice whole. */
export async function saveChoice(
  tx: Writer,
  personId: string,
  { room, meets, paused, wants, offers }: Choice,
): Promise<void> {
  await sql`
    insert into pairing_choice (person_id, room, meets, paused_at)
    values (${personId}, ${room}, ${meets}, case when ${paused} then now() end)
    on conflict (person_id) do update set room = excluded.room, meets = excluded.meets, at = now(),
      paused_at = case when excluded.paused_at is not null then coalesce(pairing_choice.paused_at, now()) end`.execute(
    tx,
  )
  for (const [table, said] of [
    ['pairing_want', wants],
    ['pairing_offer', offers],
  ] as const) {
    await sql`delete from ${sql.table(table)} where person_id = ${personId}`.execute(tx)
    await sql`insert into ${sql.table(table)} (person_id, topic_id)
      select ${personId}, topic from unnest(${said}::uuid[]) topic on conflict do nothing`.execute(tx)
  }
}

export async function removeChoice(tx: Writer, personId: string): Promise<void> {
  await tx.deleteFrom('pairingChoice').where('personId', '=', personId).execute()
}

/** Topics of what somebody noted and has not met yet: to choose from, by nobody but themselves. */
export async function ownOpenTopics(db: Reader, personId: string): Promise<string[]> {
  const { rows } = await sql<{ topicId: string }>`
    select distinct topic_id as "topicId" from need where person_id = ${personId} and met_at is null`.execute(db)
  return rows.map(({ topicId }) => topicId)
}

export interface VolunteerRow extends Volunteer {
  meets: boolean
}

/** Everybody who takes part now, with the room that pairs under way leave them; busy ones want and meet nobody else. */
export async function volunteers(db: Reader): Promise<VolunteerRow[]> {
  const { rows } = await sql<{
    person: string
    unit: string | null
    room: number
    meets: boolean
    wants: string[]
    offers: string[]
  }>`
    with busy as (
      select part.person_id, part.side, count(*)::int as pairs
      from pairing_part part join pairing_pair pair on pair.id = part.pair_id and pair.state in ('proposed', 'agreed')
      group by 1, 2)
    select choice.person_id as person, held.unit_id as unit,
      greatest(choice.room - coalesce((select pairs from busy where busy.person_id = person.id and side = 'helps'), 0), 0) as room,
      choice.meets and not exists (select from busy where busy.person_id = person.id and side = 'meets') as meets,
      case when exists (select from busy where busy.person_id = person.id and side = 'learns') then '{}'
        else ${topics('pairing_want', 'person.id')} end as wants,
      ${topics('pairing_offer', 'person.id')} as offers
    from pairing_choice choice join person on person.id = choice.person_id and ${present}
    left join lateral (
      select position.unit_id from position
      where position.person_id = person.id and position.unit_id is not null and position.from_day <= current_date
        and (position.to_day is null or position.to_day > current_date) order by position.from_day desc, position.id limit 1) held on true
    where choice.paused_at is null order by person.id`.execute(db)
  return rows.map(({ person, unit, room, meets, wants, offers }) => ({
    person,
    unit: unit ?? undefined,
    room,
    meets,
    wants: new Set(wants),
    helpsWith: new Set(offers),
  }))
}
