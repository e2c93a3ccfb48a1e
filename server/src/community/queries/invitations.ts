import { type RawBuilder, sql } from 'kysely'
import type { Reader, Writer } from '#platform/database.ts'
import type { Me } from '#platform/statement.ts'

/** Somebody's wish to join a community by request; one waits at a time. */
export async function saveRequest(tx: Writer, communityId: string, personId: string, message: string) {
  return (
    tx
      .insertInto('joinRequest')
      .values({ communityId, personId, message })
      // Written out: a prepared statement finds the partial index by a constant only.
      .onConflict((c) =>
        c.columns(['communityId', 'personId']).where('state', '=', sql.lit('waiting')).doUpdateSet({ message }),
      )
      .returning('id')
      .executeTakeFirstOrThrow()
  )
}

export const waitingRequests = (db: Reader, communityId: string) =>
  db
    .selectFrom('joinRequest')
    .select(['id', 'personId', 'message', 'at'])
    .where('communityId', '=', communityId)
    .where('state', '=', 'waiting')
    .orderBy('at')
    .limit(200)
    .execute()

/** Decides a request that still waits; tells whose it was. */
export const decideRequest = (
  tx: Writer,
  communityId: string,
  id: string,
  decision: { state: 'accepted' | 'refused'; decidedBy: string; reason: string },
) =>
  tx
    .updateTable('joinRequest')
    .set({ ...decision, decidedAt: sql<Date>`now()` })
    .where('id', '=', id)
    .where('communityId', '=', communityId)
    .where('state', '=', 'waiting')
    .returning('personId')
    .executeTakeFirst()

export const withdrawRequest = (tx: Writer, communityId: string, personId: string) =>
  tx
    .updateTable('joinRequest')
    .set({ state: 'withdrawn', decidedAt: sql<Date>`now()` })
    .where('communityId', '=', communityId)
    .where('personId', '=', personId)
    .where('state', '=', 'waiting')
    .execute()

export interface Invited {
  personId: string | null
  unitId: string | null
  occupationId: string | null
}

export const saveInvitation = (tx: Writer, row: Invited & { communityId: string; byId: string; message: string }) =>
  tx.insertInto('invitation').values(row).returning('id').executeTakeFirstOrThrow()

export interface InvitationRow extends Invited {
  id: string
  communityId: string
  unit: string | null
  occupation: string | null
  /** How many people are meant; read for a community, not for whom it reached. */
  people?: number | null
  message: string
  byId: string | null
  at: Date
}

const here = sql`person.erased_at is null and (person.left_on is null or person.left_on > current_date)`

const peopleMeant = sql`case
  when invitation.occupation_id is not null then (
    select count(*) from person where person.occupation_id = invitation.occupation_id and ${here})
  when invitation.unit_id is not null then (
    with recursive below(id) as (
      select invitation.unit_id union select child.id from unit child join below on child.parent_id = below.id)
    select count(distinct person.id) from below
    join position on position.unit_id = below.id and position.from_day <= current_date
      and (position.to_day is null or position.to_day >= current_date)
    join person on person.id = position.person_id and ${here})
  end`

/**
 * The open invitations of a community, newest first. Who answered is theirs alone; so are those that nobody signed,
 * which came of agreeing in private.
 */
export async function invitationsOf(db: Reader, communityId: string): Promise<InvitationRow[]> {
  const { rows } = await sql<InvitationRow>`
    select invitation.id, invitation.community_id, invitation.person_id, invitation.unit_id, invitation.occupation_id,
           unit.name as unit, occupation.name as occupation, ${peopleMeant} as people, invitation.message,
           invitation.by_id, invitation.at
    from invitation
    left join unit on unit.id = invitation.unit_id
    left join occupation on occupation.id = invitation.occupation_id
    where invitation.community_id = ${communityId} and invitation.withdrawn_at is null
      and (invitation.by_id is not null or invitation.person_id is null)
    order by invitation.at desc limit 200`.execute(db)
  return rows
}

const within = (personId: Me) => sql`
  select unit_id as id from position
  where person_id = ${personId} and from_day <= current_date and (to_day is null or to_day >= current_date)
  union select unit.parent_id from unit join places on places.id = unit.id where unit.parent_id is not null`

const waitsFor = (personId: Me) => sql`
  invitation.withdrawn_at is null
  and (invitation.person_id = ${personId}
    or invitation.occupation_id = (select occupation_id from person where person.id = ${personId})
    or invitation.unit_id in (select id from places))
  and not exists (
    select from invitation_reply reply where reply.invitation_id = invitation.id and reply.person_id = ${personId})
  and not exists (
    select from membership where membership.community_id = invitation.community_id and membership.person_id = ${personId})`

/** Whether something waits that somebody is invited to. */
export const isInvited = (personId: RawBuilder<string>) => sql`exists (
  with recursive places as (${within(personId)})
  select from invitation where ${waitsFor(personId)})`

/** What a person is invited to and has not answered, by name, unit (or one above) or occupation. */
export async function invitationsTo(db: Reader, personId: string): Promise<InvitationRow[]> {
  const { rows } = await sql<InvitationRow>`
    with recursive places as (${within(personId)})
    select invitation.id, invitation.community_id, invitation.person_id, invitation.unit_id, invitation.occupation_id,
           unit.name as unit, occupation.name as occupation, invitation.message, invitation.by_id, invitation.at
    from invitation
    join community on community.id = invitation.community_id and community.closed_at is null
    left join unit on unit.id = invitation.unit_id
    left join occupation on occupation.id = invitation.occupation_id
    where ${waitsFor(personId)}
    order by invitation.at desc limit 50`.execute(db)
  return rows
}

/** Keeps a person's answer to an invitation; the first one holds. */
export async function saveReply(
  tx: Writer,
  invitationId: string,
  personId: string,
  accepted: boolean,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('invitationReply')
    .values({ invitationId, personId, accepted })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

export const withdrawInvitation = (tx: Writer, communityId: string, id: string) =>
  tx
    .updateTable('invitation')
    .set({ withdrawnAt: sql<Date>`now()` })
    .where('id', '=', id)
    .where('communityId', '=', communityId)
    .where('withdrawnAt', 'is', null)
    .returning('id')
    .executeTakeFirst()
