import type { EscalationAct, EscalationAnswer, EscalationState } from '@mortar/contract/sensing-escalations'
import { type RawBuilder, sql } from 'kysely'
import { among, type Reader, type Writer } from '#platform/database.ts'
import type { Escalation } from './escalation.ts'
import type { Because, UnitAbove } from './line.ts'

export interface EscalationRow extends Escalation {
  unit: { id: string; name: string }
  community: { id: string; slug: string; name: string; short: string; colour: number }
  visibility: 'open' | 'by_request' | 'private'
  member: boolean
  facilitates: boolean
  movedAt: Date
}

const rows = (personId: string, rest: RawBuilder<unknown>) => sql<EscalationRow>`
  select escalation.*, json_build_object('id', unit.id, 'name', unit.name) as unit,
         json_build_object('id', community.id, 'slug', community.slug, 'name', community.name, 'short', community.short,
           'colour', community.colour) as community,
         community.visibility, mine.person_id is not null as member,
         coalesce('facilitator' = any(mine.roles), false) as facilitates
  from escalation
  join unit on unit.id = escalation.unit_id
  join community on community.id = escalation.community_id
  left join membership mine on mine.community_id = escalation.community_id and mine.person_id = ${personId}
  ${rest}`

/** With `hold`, verbs on one escalation come one by one. */
export async function findEscalation(
  db: Reader,
  personId: string,
  id: string,
  hold = false,
): Promise<EscalationRow | undefined> {
  const found = await rows(
    personId,
    sql`where escalation.id = ${id} ${hold ? sql`for update of escalation` : sql``}`,
  ).execute(db)
  return found.rows[0]
}

export async function escalationsByIds(db: Reader, personId: string, ids: string[]): Promise<EscalationRow[]> {
  if (ids.length === 0) return []
  return (await rows(personId, sql`where escalation.id = ${among(ids)}`).execute(db)).rows
}

export interface ListQuery {
  community: string | undefined
  which: 'open' | 'closed' | 'all'
  after: string[] | undefined
  limit: number
}

const openStates = sql`('sent', 'received', 'decided')`

/** Those of a community, or else those of one's own communities and those put to oneself; the latest step first. */
export async function escalationsOf(db: Reader, personId: string, query: ListQuery): Promise<EscalationRow[]> {
  const [movedAt, id] = query.after ?? []
  const where = query.community
    ? sql`escalation.community_id = ${query.community}`
    : sql`(mine.person_id is not null or ${personId} in (escalation.manager_id, escalation.delegate_id))`
  const which =
    query.which === 'all'
      ? sql`true`
      : query.which === 'open'
        ? sql`escalation.state in ${openStates}`
        : sql`escalation.state not in ${openStates}`
  const found = await rows(
    personId,
    sql`where ${where} and ${which}
        ${movedAt === undefined ? sql`` : sql`and (escalation.moved_at, escalation.id) < (${movedAt}::timestamptz, ${id}::uuid)`}
        order by escalation.moved_at desc, escalation.id desc limit ${query.limit + 1}`,
  ).execute(db)
  return found.rows
}

/** What is put to somebody and not closed yet, what is due first. */
export async function putTo(db: Reader, personId: string): Promise<EscalationRow[]> {
  const found = await rows(
    personId,
    sql`where ${personId} in (escalation.manager_id, escalation.delegate_id) and escalation.state in ${openStates}
        order by escalation.due_on, escalation.id limit 200`,
  ).execute(db)
  return found.rows
}

/** What is open of some communities, what is due first. */
export async function openIn(db: Reader, personId: string, communities: readonly string[]): Promise<EscalationRow[]> {
  const found = await rows(
    personId,
    sql`where escalation.community_id = any(${communities}::uuid[]) and escalation.state in ${openStates}
          and escalation.hidden_at is null
        order by escalation.due_on, escalation.id limit 200`,
  ).execute(db)
  return found.rows
}

export interface MoveRow {
  id: string
  act: EscalationAct
  answer: EscalationAnswer | null
  reason: string
  dueOn: string | null
  fromId: string | null
  toId: string | null
  unitId: string | null
  because: Because | null
  byId: string | null
  at: Date
}

export const movesOf = (db: Reader, escalationId: string): Promise<MoveRow[]> =>
  db
    .selectFrom('escalationMove')
    .select(['id', 'act', 'answer', 'reason', 'dueOn', 'fromId', 'toId', 'unitId', 'because', 'byId', 'at'])
    .where('escalationId', '=', escalationId)
    .orderBy('at')
    .orderBy('id')
    .limit(500)
    .execute() as Promise<MoveRow[]>

type NewEscalation = Pick<
  Escalation,
  'communityId' | 'unitId' | 'inquiryId' | 'title' | 'asked' | 'background' | 'dueOn'
> & { managerId: string; sentBy: string }

export const saveEscalation = (tx: Writer, row: NewEscalation): Promise<{ id: string }> =>
  tx.insertInto('escalation').values(row).returning('id').executeTakeFirstOrThrow()

export interface NewMove {
  escalationId: string
  act: EscalationAct
  byId: string | null
  answer?: EscalationAnswer
  reason?: string
  dueOn?: string | null
  toId?: string | null
  fromId?: string | null
  unitId?: string | null
  because?: Because
}

export const saveMove = (tx: Writer, row: NewMove) => tx.insertInto('escalationMove').values(row).execute()

interface Change {
  state?: EscalationState
  answer?: EscalationAnswer | null
  dueOn?: string
  managerId?: string | null
  delegateId?: string | null
  unitId?: string
}

/** Moves it on from the state it was read in; tells whether it still was there. */
export async function moveOn(tx: Writer, { id, state }: Pick<Escalation, 'id' | 'state'>, change: Change) {
  const { numUpdatedRows } = await tx
    .updateTable('escalation')
    .set({ ...change, movedAt: sql<Date>`date_trunc('milliseconds', now())` })
    .where('id', '=', id)
    .where('state', '=', state)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

const isPresent = sql`(person.left_on is null or person.left_on > current_date) and person.erased_at is null`

/** A unit and those above it, with who answers for each. */
export async function lineAbove(db: Reader, unitId: string): Promise<UnitAbove[]> {
  const { rows: line } = await sql<UnitAbove>`
    with recursive up as (
      select id, parent_id, closed_on, 0 as height from unit where id = ${unitId}
      union all
      select unit.id, unit.parent_id, unit.closed_on, up.height + 1
      from unit join up on unit.id = up.parent_id where up.height < 50
    )
    select up.id as unit_id, up.closed_on is null as open,
           array(select person.id from unit_manager held join person on person.id = held.person_id
                 where held.unit_id = up.id and held.role = 'manager' and ${isPresent}
                 order by held.since, held.person_id) as managers
    from up order by up.height`.execute(db)
  return line
}

export async function isHere(db: Reader, personId: string): Promise<boolean> {
  const { rows: found } = await sql`
    select from person where id = ${personId} and ${isPresent} and origin = 'organization'`.execute(db)
  return found.length > 0
}

/** Open escalations whose manager does not answer for the unit any more, or whose delegate left. */
export async function astray(db: Reader): Promise<string[]> {
  const { rows: found } = await sql<{ id: string }>`
    select escalation.id from escalation
    join unit on unit.id = escalation.unit_id
    where escalation.state in ${openStates} and (
      unit.closed_on is not null and escalation.manager_id is not null
      or escalation.manager_id is not null and not exists (
        select from unit_manager held join person on person.id = held.person_id
        where held.unit_id = escalation.unit_id and held.person_id = escalation.manager_id and held.role = 'manager'
          and ${isPresent})
      or escalation.delegate_id is not null and not exists (
        select from person where person.id = escalation.delegate_id and ${isPresent})
      or escalation.manager_id is null and exists (
        with recursive up as (
          select id, parent_id, closed_on from unit own where own.id = escalation.unit_id
          union all select above.id, above.parent_id, above.closed_on from unit above join up on above.id = up.parent_id)
        select from up join unit_manager held on held.unit_id = up.id and held.role = 'manager'
        join person on person.id = held.person_id where up.closed_on is null and ${isPresent}))
    order by escalation.id limit 200`.execute(db)
  return found.map(({ id }) => id)
}

/** Who answers for which open unit, by the name of either. */
export async function managersNamed(db: Reader, words: string) {
  const { rows: found } = await sql<{ unit: { id: string; name: string }; personId: string }>`
    select json_build_object('id', unit.id, 'name', unit.name) as unit, person.id as person_id
    from unit_manager held
    join unit on unit.id = held.unit_id and unit.closed_on is null
    join person on person.id = held.person_id
    where held.role = 'manager' and ${isPresent}
      and (plain(person.name) like '%' || plain(${escaped(words)}) || '%'
        or plain(unit.name) like '%' || plain(${escaped(words)}) || '%')
    order by plain(unit.name), plain(person.name), person.id limit 30`.execute(db)
  return found
}

const escaped = (words: string) => words.trim().replaceAll(/[\\%_]/g, String.raw`\$&`)

/** Those who facilitate a community and still work here. */
export async function facilitatorsOf(db: Reader, communityId: string): Promise<string[]> {
  const { rows: found } = await sql<{ id: string }>`
    select person.id from membership join person on person.id = membership.person_id
    where membership.community_id = ${communityId} and 'facilitator' = any(membership.roles) and ${isPresent}
    order by person.id limit 50`.execute(db)
  return found.map(({ id }) => id)
}

/** The signal that an escalation came from. */
export async function signalOf(db: Reader, escalationId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('triage')
    .select('signalId')
    .where('escalationId', '=', escalationId)
    .where('undoneAt', 'is', null)
    .executeTakeFirst()
  return row?.signalId
}
