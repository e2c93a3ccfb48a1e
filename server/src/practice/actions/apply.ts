import type { ApplyPractice, Outcome } from '@mortar/contract/practice'
import { record } from '#activity/index.ts'
import { inquiryFor, markSolvedByPractice } from '#inquiry/index.ts'
import { type Database, inTransaction, type Writer } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'
import { practiceFor } from '../access.ts'
import { isAround } from '../queries/adoption.ts'
import { restoreApplication, saveApplication, withdrawApplication } from '../queries/evidence.ts'
import { refuse } from '../refusals.ts'

export const applyPractice = (db: Database, actor: Actor, id: string, input: ApplyPractice) =>
  inTransaction(db, (tx) => applyWithin(tx, actor, id, input))

/** "I used this", inside another room's transaction: on the ask page, when a practice solved what was being asked. */
export async function applyWithin(tx: Writer, actor: Actor, id: string, input: ApplyPractice) {
  const { unit, inquiry, byUnit, ...said } = input
  const { practice, who } = await practiceFor(tx, actor, id)
  if (practice.state !== 'current') throw refuse.conflict(practice.state === 'retired' ? 'retired' : 'notCurrent')
  if (who.guest) throw refuse.forbidden('unitNotYours')
  if (byUnit && !unit) throw refuse.invalid('byUnitNeedsUnit')
  if (unit && !(await isAround(tx, actor.id, unit))) throw refuse.forbidden('unitNotYours')
  if (inquiry) await solve(tx, actor, inquiry, id, said.outcome)

  const application = await saveApplication(tx, {
    ...said,
    byUnit,
    practiceId: id,
    revision: practice.revision,
    personId: actor.id,
    unitId: unit ?? null,
    inquiryId: inquiry ?? null,
  })
  await record(tx, {
    actor: actor.id,
    verb: 'practice.applied',
    subject: { kind: 'practice', id },
    communities: [practice.community.id],
    unit: unit ?? null,
    people: practice.stewardId && practice.stewardId !== actor.id ? [practice.stewardId] : [],
    detail: { application: application.id, outcome: said.outcome },
  })
  return application
}

/** Who asked and was helped has their answer: the inquiry says that this practice solved it. */
async function solve(tx: Writer, actor: Actor, inquiryId: string, practiceId: string, outcome: Outcome) {
  const { inquiry } = await inquiryFor(tx, actor, inquiryId)
  if (outcome === 'worked' && inquiry.askedBy === actor.id && inquiry.state === 'open') {
    await markSolvedByPractice(tx, actor, inquiryId, practiceId)
  }
}

export const takeBackApplication = (db: Database, actor: Actor, id: string, application: string) =>
  change(db, actor, { id, application, by: withdrawApplication, verb: 'practice.application_withdrawn' })

/** Undoes that: its day, revision and inquiry are as they were. */
export const restoreOwnApplication = (db: Database, actor: Actor, id: string, application: string) =>
  change(db, actor, { id, application, by: restoreApplication, verb: 'practice.application_restored' })

interface Change {
  id: string
  application: string
  by: typeof withdrawApplication
  verb: 'practice.application_withdrawn' | 'practice.application_restored'
}

async function change(db: Database, actor: Actor, { id, application, by, verb }: Change) {
  await inTransaction(db, async (tx) => {
    const { practice } = await practiceFor(tx, actor, id)
    if (!(await by(tx, id, application, actor.id))) throw refuse.notFound('applicationNotFound')
    await record(tx, {
      actor: actor.id,
      verb,
      subject: { kind: 'practice', id },
      communities: [practice.community.id],
      detail: { application },
    })
  })
}
