import type { AdoptionState, PracticeKind } from '@mortar/contract/practice'
import type { CommunityLink } from '@mortar/contract/common'
import { sql } from 'kysely'
import { limitOf, type Reader } from '#platform/database.ts'
import type { UnitRow } from './page.ts'
import { communityJson, communitySeen, isReadable, practiceWithReader } from './reading.ts'

interface LinkRow {
  id: string
  title: string
  kind: PracticeKind
  state: 'draft' | 'proposed' | 'current' | 'retired'
}

export interface UnitDecisionRow {
  practiceId: string
  state: AdoptionState
  reason: string
  at: Date
  byId: string | null
}

export async function decisionsOfUnit(db: Reader, personId: string, unitId: string): Promise<UnitDecisionRow[]> {
  const { rows } = await sql<UnitDecisionRow>`
    select practice.id as practice_id, a.state, a.reason, a.at, a.by_id
    from ${practiceWithReader(personId)} join adoption a on a.practice_id = practice.id
    where a.unit_id = ${unitId} and a.latest and ${isReadable(personId)}
    order by a.at desc limit 500`.execute(db)
  return rows
}

export interface AskedRow {
  practice: LinkRow
  message: string
  dueOn: string | null
  late: boolean
  at: Date
}

export async function askedOfUnit(db: Reader, personId: string, unitId: string): Promise<AskedRow[]> {
  const { rows } = await sql<AskedRow>`
    select json_build_object('id', practice.id, 'title', practice.title, 'kind', practice.kind, 'state', practice.state) as practice,
           p.message, p.due_on, coalesce(p.due_on < current_date, false) as late, p.at
    from ${practiceWithReader(personId)} join unit_proposal p on p.practice_id = practice.id
    where p.unit_id = ${unitId} and p.answered_at is null and practice.state = 'current' and ${isReadable(personId)}
    order by p.due_on nulls last, p.at limit 100`.execute(db)
  return rows
}

export interface MatrixQuery {
  community?: string | undefined
  kind?: PracticeKind | undefined
}

export interface MatrixPractice extends LinkRow {
  community: CommunityLink | null
  adopted: number
  trying: number
  declined: number
}

/** Current practices, the widest spread first. */
export async function practicesOfMatrix(db: Reader, personId: string, { community, kind }: MatrixQuery, limit: number) {
  const conditions = [
    sql`practice.state = 'current'`,
    isReadable(personId),
    ...(community ? [sql`practice.community_id = ${community}`] : []),
    ...(kind ? [sql`practice.kind = ${kind}`] : []),
  ]
  const { rows } = await sql<MatrixPractice>`
    select practice.id, practice.title, practice.kind, practice.state, practice.adopted, practice.trying, practice.declined,
           case when ${communitySeen(personId)} then ${communityJson} end as community
    from ${practiceWithReader(personId)}
    where ${sql.join(conditions, sql` and `)}
    order by practice.adopted desc, practice.trying desc, practice.title, practice.id
    limit ${limitOf(limit + 1)}`.execute(db)
  return rows
}

export interface MatrixUnit extends UnitRow {
  mayDecide: boolean
}

/** All units below one, or those that decided about these practices and those that the reader decides for. */
export async function unitsOfMatrix(
  db: Reader,
  personId: string,
  practices: string[],
  under: string | undefined,
  limit: number,
) {
  const mine = sql`exists (select from unit_manager m where m.unit_id = unit.id and m.person_id = ${personId})`
  const { rows } = under
    ? await sql<MatrixUnit>`
        with recursive below(id) as (
          select id from unit where id = ${under}
          union select unit.id from unit join below on unit.parent_id = below.id)
        select unit.id, unit.name, ${mine} as may_decide from unit join below on below.id = unit.id
        where unit.closed_on is null order by unit.name, unit.id limit ${limitOf(limit + 1)}`.execute(db)
    : await sql<MatrixUnit>`
        with asked as (
          select unit_id, count(*) as decisions from adoption
          where latest and practice_id = any(${practices}::uuid[]) group by unit_id
        ), mine as (select unit_id from unit_manager where person_id = ${personId})
        select unit.id, unit.name, mine.unit_id is not null as may_decide
        from (select unit_id from asked union select unit_id from mine) column_unit
        join unit on unit.id = column_unit.unit_id and unit.closed_on is null
        left join asked on asked.unit_id = unit.id
        left join mine on mine.unit_id = unit.id
        order by mine.unit_id is null, asked.decisions desc nulls last, unit.name, unit.id limit ${limitOf(limit + 1)}`.execute(
        db,
      )
  return rows
}

export interface CellRow {
  practice: string
  unit: string
  state: AdoptionState | 'asked'
  reason: string
  at: Date
}

/** What units decided, and what the reader may know of proposals that still wait. */
export async function cellsOfMatrix(
  db: Reader,
  personId: string,
  practices: string[],
  units: string[],
): Promise<CellRow[]> {
  const { rows } = await sql<CellRow>`
    select a.practice_id as practice, a.unit_id as unit, a.state, a.reason, a.at
    from adoption a where a.latest and a.practice_id = any(${practices}) and a.unit_id = any(${units})
    union all
    select p.practice_id, p.unit_id, 'asked', p.message, p.at
    from ${practiceWithReader(personId)} join unit_proposal p on p.practice_id = practice.id
    where p.answered_at is null and p.practice_id = any(${practices}) and p.unit_id = any(${units})
      and (practice.steward_id = ${personId} or mine.roles && '{steward,facilitator}'
        or p.unit_id in (select units_around(${personId})))
      and not exists (select from adoption a
        where a.practice_id = p.practice_id and a.unit_id = p.unit_id and a.latest)`.execute(db)
  return rows
}
