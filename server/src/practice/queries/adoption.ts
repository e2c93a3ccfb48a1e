import type { AdoptionState, ProposeToUnit } from '@mortar/contract/practice'
import { sql } from 'kysely'
import type { Reader, Writer } from '#platform/database.ts'
import type { UnitRow } from './page.ts'

export const findUnit = (db: Reader, id: string): Promise<UnitRow | undefined> =>
  db.selectFrom('unit').select(['id', 'name']).where('id', '=', id).executeTakeFirst()

/** Whether somebody may record the decisions of a unit. */
export async function decidesFor(db: Reader, personId: string, unitId: string): Promise<boolean> {
  const { rows } = await sql`
    select from unit_manager join unit on unit.id = unit_manager.unit_id
    where unit_id = ${unitId} and person_id = ${personId} and unit.closed_on is null`.execute(db)
  return rows.length > 0
}

/** Whether somebody works in a unit or below it, or answers for it. */
export async function isAround(db: Reader, personId: string, unitId: string): Promise<boolean> {
  const { rows } = await sql`select from units_around(${personId}) as around(id) where id = ${unitId}`.execute(db)
  return rows.length > 0
}

/** The last decision of a unit, held until the transaction ends. */
export async function lastDecision(tx: Writer, practiceId: string, unitId: string) {
  // Two people deciding for one unit at once: the second waits and then sees what the first decided.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`adoption ${practiceId} ${unitId}`}, 0))`.execute(tx)
  return tx
    .selectFrom('adoption')
    .select(['id', 'state'])
    .where('practiceId', '=', practiceId)
    .where('unitId', '=', unitId)
    .where('latest', '=', true)
    .executeTakeFirst()
}

interface NewDecision {
  practiceId: string
  unitId: string
  state: AdoptionState
  reason: string
  byId: string | null
  at?: Date
}

/** Records a decision as the latest, keeps the earlier ones, and answers a proposal that waited for it. */
export async function saveDecision(tx: Writer, row: NewDecision): Promise<string> {
  const { practiceId, unitId } = row
  await tx
    .updateTable('adoption')
    .set({ latest: false })
    .where('practiceId', '=', practiceId)
    .where('unitId', '=', unitId)
    .where('latest', '=', true)
    .execute()
  const { id } = await tx.insertInto('adoption').values(row).returning('id').executeTakeFirstOrThrow()
  await tx
    .updateTable('unitProposal')
    .set({ answeredAt: row.at ?? sql<Date>`now()`, adoptionId: id })
    .where('practiceId', '=', practiceId)
    .where('unitId', '=', unitId)
    .where('answeredAt', 'is', null)
    .execute()
  return id
}

export async function decisionsAbout(db: Reader, practiceId: string, unitId: string | undefined) {
  const { rows } = await sql<{ unit: UnitRow; state: AdoptionState; reason: string; byId: string | null; at: Date }>`
    select json_build_object('id', unit.id, 'name', unit.name) as unit, a.state, a.reason, a.by_id, a.at
    from adoption a join unit on unit.id = a.unit_id
    where a.practice_id = ${practiceId} and (${unitId ?? null}::uuid is null or a.unit_id = ${unitId ?? null}::uuid)
    order by a.at desc, a.id desc limit 500`.execute(db)
  return rows
}

/** Sends a practice to a unit once; tells whether nothing was waiting there yet. */
export async function saveProposal(
  tx: Writer,
  row: Omit<ProposeToUnit, 'unit'> & { practiceId: string; unitId: string; byId: string | null; at?: Date },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('unitProposal')
    .values(row)
    .onConflict((conflict) => conflict.columns(['practiceId', 'unitId']).where('answeredAt', 'is', null).doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** Takes back what waits at a unit, sent by this person or, for a steward, by anybody; tells whether there was one. */
export async function withdrawProposal(tx: Writer, practiceId: string, unitId: string, byId: string | undefined) {
  const { numDeletedRows } = await tx
    .deleteFrom('unitProposal')
    .where('practiceId', '=', practiceId)
    .where('unitId', '=', unitId)
    .where('answeredAt', 'is', null)
    .$if(byId !== undefined, (query) => query.where('byId', '=', byId!))
    .executeTakeFirst()
  return numDeletedRows === 1n
}

export const decidersOf = async (db: Reader, unitId: string): Promise<string[]> =>
  (await db.selectFrom('unitManager').select('personId').where('unitId', '=', unitId).execute()).map(
    ({ personId }) => personId,
  )
