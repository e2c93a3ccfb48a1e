import { record } from '#activity/index.ts'
import { type Database, inTransaction, type Writer } from '#platform/database.ts'
import { concerned } from './actions.ts'
import { onward } from './line.ts'
import { astray, type EscalationRow, findEscalation, isHere, lineAbove, moveOn, saveMove } from './queries.ts'

const nobody = '00000000-0000-0000-0000-000000000000'

/**
 * Follows the chart: where a manager left, answers for another unit, or the unit was dissolved, what was put to them goes
 * to who came after them or up the line, and whoever dealt with it in somebody's place and left gives it back.
 */
export async function followTheLine(db: Database): Promise<number> {
  const ids = await astray(db)
  for (const id of ids)
    await inTransaction(db, async (tx) => {
      const escalation = await findEscalation(tx, nobody, id, true)
      if (escalation) await putRight(tx, escalation)
    })
  return ids.length
}

async function putRight(tx: Writer, escalation: EscalationRow): Promise<void> {
  const present = escalation.managerId !== null && (await isHere(tx, escalation.managerId))
  const next = onward(await lineAbove(tx, escalation.unitId), escalation.managerId, present)
  if (next.stays) return delegateGone(tx, escalation)

  const { managerId, because } = next
  const unitId = next.unitId ?? escalation.unitId
  const to = { managerId, unitId, delegateId: null }
  await moveOn(tx, escalation, to)
  await saveMove(tx, {
    escalationId: escalation.id,
    act: managerId ? 'hand_on' : 'lose_manager',
    byId: null,
    fromId: escalation.managerId,
    toId: managerId,
    unitId,
    because,
  })
  await tell(tx, { ...escalation, ...to }, managerId ? 'escalation.handed_on' : 'escalation.manager_lost')
}

async function delegateGone(tx: Writer, escalation: EscalationRow): Promise<void> {
  if (!escalation.delegateId || (await isHere(tx, escalation.delegateId))) return
  await moveOn(tx, escalation, { delegateId: null })
  await saveMove(tx, {
    escalationId: escalation.id,
    act: 'take_back',
    byId: null,
    fromId: escalation.delegateId,
    toId: escalation.managerId,
    because: 'left',
  })
  await tell(tx, { ...escalation, delegateId: null }, 'escalation.taken_back')
}

const tell = async (tx: Writer, escalation: EscalationRow, verb: `escalation.${string}`) =>
  record(tx, {
    actor: null,
    verb,
    subject: { kind: 'escalation', id: escalation.id },
    communities: [escalation.communityId],
    unit: escalation.unitId,
    people: await concerned(tx, escalation, null),
  })

/** Looks now and then whether the chart moved away from under an escalation. */
export const lookForAstray = async ({ db }: { db: Database }): Promise<void> => void (await followTheLine(db))
