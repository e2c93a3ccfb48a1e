import type { AdoptionState, ProposeToUnit } from '@mortar/contract/practice'
import { record } from '#activity/index.ts'
import { type Database, inTransaction } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'
import { practiceFor } from '../access.ts'
import { isInUse, nextDecisions } from '../adoption.ts'
import { isSteward } from '../practice.ts'
import {
  decidersOf,
  decidesFor,
  findUnit,
  lastDecision,
  saveDecision,
  saveProposal,
  withdrawProposal,
} from '../queries/adoption.ts'
import { refuse } from '../refusals.ts'

interface Decision {
  unit: string
  state: AdoptionState
  reason: string
}

/** What a unit decides about a practice is recorded by its manager or a delegate, with the reason. */
export async function decideForUnit(db: Database, actor: Actor, id: string, { unit, state, reason }: Decision) {
  await inTransaction(db, async (tx) => {
    const { practice } = await practiceFor(tx, actor, id)
    if (!(await findUnit(tx, unit))) throw refuse.notFound('unitNotFound')
    if (!(await decidesFor(tx, actor.id, unit))) throw refuse.forbidden('managerOnly')
    if (practice.currentAt === null) throw refuse.conflict('notCurrent')
    const last = await lastDecision(tx, id, unit)
    const next = nextDecisions(last?.state ?? null, practice.state === 'current')
    if (!next.includes(state)) throw refuse.conflict(practice.state === 'retired' ? 'retired' : 'noSuchDecision')

    await saveDecision(tx, { practiceId: id, unitId: unit, state, reason, byId: actor.id })
    await record(tx, {
      actor: actor.id,
      verb: `practice.unit_${state}`,
      subject: { kind: 'practice', id },
      communities: [practice.community.id],
      unit,
      people: practice.stewardId && practice.stewardId !== actor.id ? [practice.stewardId] : [],
    })
  })
}

/** Adopt or explain: a steward sends a current practice to a unit, and its people may then read it. */
export async function proposeToUnit(db: Database, actor: Actor, id: string, { unit, message, dueOn }: ProposeToUnit) {
  await inTransaction(db, async (tx) => {
    const { practice, who } = await practiceFor(tx, actor, id)
    if (!isSteward(practice, who)) throw refuse.forbidden('stewardOnly')
    if (practice.state !== 'current') throw refuse.conflict('notCurrent')
    if (!(await findUnit(tx, unit))) throw refuse.notFound('unitNotFound')
    if (dueOn && dueOn < new Date().toISOString().slice(0, 10)) throw refuse.invalid('dueInPast')
    const last = await lastDecision(tx, id, unit)
    if (last && isInUse(last.state)) throw refuse.conflict('alreadyDecided')
    if (!(await saveProposal(tx, { practiceId: id, unitId: unit, message, dueOn, byId: actor.id }))) {
      throw refuse.conflict('alreadyAsked')
    }
    await record(tx, {
      actor: actor.id,
      verb: 'practice.proposed_to_unit',
      subject: { kind: 'practice', id },
      communities: [practice.community.id],
      unit,
      people: (await decidersOf(tx, unit)).filter((person) => person !== actor.id),
      detail: { dueOn },
    })
  })
}

/** Who sent it, or another steward, takes it back while the unit has not answered. What it opened to the unit closes again. */
export async function takeProposalBack(db: Database, actor: Actor, id: string, unit: string) {
  await inTransaction(db, async (tx) => {
    const { practice, who } = await practiceFor(tx, actor, id)
    const mine = isSteward(practice, who) ? undefined : actor.id
    if (!(await withdrawProposal(tx, id, unit, mine))) throw refuse.notFound('noProposal')
    await record(tx, {
      actor: actor.id,
      verb: 'practice.proposal_withdrawn',
      subject: { kind: 'practice', id },
      communities: [practice.community.id],
      unit,
    })
  })
}
