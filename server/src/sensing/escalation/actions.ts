import type { Escalate, EscalationAnswer } from '@mortar/contract/sensing-escalations'
import { type Activity, record } from '#activity/index.ts'
import { communityFor, isAlive, isFacilitator } from '#community/index.ts'
import { inquiryFor } from '#inquiry/index.ts'
import { type Database, inTransaction, type Writer } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'
import { refuse } from '../refusals.ts'
import { signalToTriage } from '../signal/access.ts'
import { triageInto } from '../signal/triage.ts'
import { type EscalationFor, escalationToMove } from './access.ts'
import { after, mayAddress, mayDelegate, mayTakeBack, type Step, today } from './escalation.ts'
import { facilitatorsOf, isHere, lineAbove, moveOn, type NewMove, saveEscalation, saveMove } from './queries.ts'

/** Everybody who deals with it, except who did this. */
export async function concerned(
  tx: Writer,
  { communityId, managerId, delegateId, sentBy }: EscalationFor['escalation'],
  actorId: string | null,
): Promise<string[]> {
  const facilitators = await facilitatorsOf(tx, communityId)
  const all = [...facilitators, sentBy, managerId, delegateId].filter((id) => id !== null)
  return [...new Set(all)].filter((id) => id !== actorId)
}

const tellOf = (
  { id, communityId, unitId }: { id: string; communityId: string; unitId: string },
  verb: Activity['verb'],
  actor: string | null,
  people: string[],
): Activity => ({ actor, verb, subject: { kind: 'escalation', id }, communities: [communityId], unit: unitId, people })

async function mustAnswerFor(tx: Writer, unit: string, manager: string): Promise<void> {
  const [here] = await lineAbove(tx, unit)
  if (!here?.open || !here.managers.includes(manager)) throw refuse.invalid('notTheManager')
}

/** Puts a matter to a manager; what it came from is linked. */
export async function escalate(db: Database, actor: Actor, body: Escalate): Promise<{ id: string }> {
  const { community: at, unit, manager, title, asked, background, dueOn, inquiry, signal } = body
  return inTransaction(db, async (tx) => {
    const { community, who } = await communityFor(tx, actor, at)
    if (!isFacilitator(who)) throw refuse.forbidden('facilitatorOnly')
    if (!isAlive(community)) throw refuse.conflict('communityClosed')
    if (dueOn < today()) throw refuse.invalid('dueInPast')
    await mustAnswerFor(tx, unit, manager)
    if (inquiry) await ofCommunity(tx, actor, inquiry, community.id)
    const { id } = await saveEscalation(tx, {
      communityId: community.id,
      unitId: unit,
      managerId: manager,
      inquiryId: inquiry,
      title,
      asked,
      background,
      dueOn,
      sentBy: actor.id,
    })
    await saveMove(tx, { escalationId: id, act: 'send', byId: actor.id, toId: manager, unitId: unit, dueOn })
    if (signal) {
      const found = await signalToTriage(tx, actor, signal, community.id)
      await triageInto(tx, actor, found, { outcome: 'escalation', reason: title, escalationId: id })
    }
    await record(
      tx,
      tellOf(
        { id, communityId: community.id, unitId: unit },
        'escalation.sent',
        actor.id,
        [manager].filter((one) => one !== actor.id),
      ),
    )
    return { id }
  })
}

/** The inquiry that it came from was asked of this community. */
async function ofCommunity(tx: Writer, actor: Actor, inquiry: string, community: string): Promise<void> {
  const { places } = await inquiryFor(tx, actor, inquiry)
  if (!places.some(({ id }) => id === community)) throw refuse.invalid('inquiryElsewhere')
}

interface Told {
  answer?: EscalationAnswer
  reason?: string
  dueOn?: string | null
}

const verbs = {
  receive: 'escalation.received',
  decide: 'escalation.decided',
  finish: 'escalation.finished',
  reopen: 'escalation.reopened',
  withdraw: 'escalation.withdrawn',
  send_again: 'escalation.sent_again',
} as const satisfies Record<Step, Activity['verb']>

/** One step of the rule table, with its trace. */
export async function takeStep(db: Database, actor: Actor, id: string, step: Step, told: Told = {}): Promise<void> {
  await inTransaction(db, async (tx) => {
    const { escalation, who } = await escalationToMove(tx, actor, id)
    const state = after(step, escalation, who)
    if (state === 'notYours')
      throw refuse.forbidden(step === 'withdraw' || step === 'send_again' ? 'facilitatorOnly' : 'managerOnly')
    if (state === 'notNow') throw refuse.conflict('notNow')
    if (told.dueOn && told.dueOn < today()) throw refuse.invalid('dueInPast')
    const { answer, reason, dueOn } = told
    const change = {
      state,
      ...(answer && { answer }),
      ...(dueOn && { dueOn }),
      ...(state === 'sent' && { answer: null }),
    }
    if (!(await moveOn(tx, escalation, change))) throw refuse.conflict('notNow')
    await saveMove(tx, {
      escalationId: id,
      act: step,
      byId: actor.id,
      ...(answer && { answer }),
      ...(reason && { reason }),
      ...(dueOn && { dueOn }),
    })
    const verb = answer ? (`escalation.decided_${answer}` as const) : verbs[step]
    await record(tx, tellOf(escalation, verb, actor.id, await concerned(tx, escalation, actor.id)))
  })
}

/** The manager asks somebody to deal with it; that person may then read it and answer. */
export async function delegate(db: Database, actor: Actor, id: string, person: string, reason: string): Promise<void> {
  await inTransaction(db, async (tx) => {
    const { escalation, who } = await escalationToMove(tx, actor, id)
    if (!mayDelegate(escalation, who)) throw who.manager ? refuse.conflict('notNow') : refuse.forbidden('managerOnly')
    if (person === actor.id) throw refuse.invalid('delegateSelf')
    if (!(await isHere(tx, person))) throw refuse.notFound('noSuchPerson')
    await change(tx, actor, escalation, { delegateId: person }, 'escalation.delegated', {
      act: 'delegate',
      toId: person,
      fromId: escalation.delegateId,
      reason,
    })
  })
}

export async function takeBack(db: Database, actor: Actor, id: string): Promise<void> {
  await inTransaction(db, async (tx) => {
    const { escalation, who } = await escalationToMove(tx, actor, id)
    if (!mayTakeBack(escalation, who)) throw who.manager ? refuse.conflict('notNow') : refuse.forbidden('managerOnly')
    await change(tx, actor, escalation, { delegateId: null }, 'escalation.taken_back', {
      act: 'take_back',
      fromId: escalation.delegateId,
      toId: actor.id,
    })
  })
}

/** While nobody answers for it, a facilitator names who does. */
export async function address(db: Database, actor: Actor, id: string, unit: string, manager: string): Promise<void> {
  await inTransaction(db, async (tx) => {
    const { escalation, who } = await escalationToMove(tx, actor, id)
    if (!mayAddress(escalation, who))
      throw who.facilitator ? refuse.conflict('hasManager') : refuse.forbidden('facilitatorOnly')
    await mustAnswerFor(tx, unit, manager)
    await change(tx, actor, escalation, { managerId: manager, unitId: unit }, 'escalation.addressed', {
      act: 'address',
      toId: manager,
      unitId: unit,
    })
  })
}

/** Changes who deals with it, tells them and those who did, and keeps the step. */
async function change(
  tx: Writer,
  actor: Actor,
  escalation: EscalationFor['escalation'],
  to: { managerId?: string; delegateId?: string | null; unitId?: string },
  verb: Activity['verb'],
  move: Omit<NewMove, 'escalationId' | 'byId'>,
): Promise<void> {
  if (!(await moveOn(tx, escalation, to))) throw refuse.conflict('notNow')
  await saveMove(tx, { ...move, escalationId: escalation.id, byId: actor.id })
  const before = await concerned(tx, escalation, actor.id)
  const people = new Set([...before, ...(await concerned(tx, { ...escalation, ...to }, actor.id))])
  await record(tx, tellOf({ ...escalation, ...to }, verb, actor.id, [...people]))
}
