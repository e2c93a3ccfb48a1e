import type { FlowRules, FlowSend } from '@mortar/contract/learning-plans'
import { record } from '#activity/index.ts'
import { type Database, inTransaction } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'
import { mustLead } from '../access.ts'
import { refuse } from '../refusals.ts'
import { mustPlan, planFor, versionFor } from './access.ts'
import { groundFor } from './ground.ts'
import { storedFigures, storedSends } from './plan.ts'
import { changePlanRow, insertPlan, insertVersion, stopProposal, underWay, versionsOf } from './queries/plans.ts'
import { dropPlan, usePlan } from './queries/used.ts'

export async function openPlan(db: Database, actor: Actor, { name, rules }: { name: string; rules: FlowRules }) {
  return inTransaction(db, async (tx) => {
    await mustPlan(tx, actor)
    const id = await insertPlan(tx, name, actor.id)
    await insertVersion(tx, { plan: id, by: actor.id, rules })
    await record(tx, { actor: actor.id, verb: 'learning.plan_opened', subject: { kind: 'flow_plan', id } })
    return { id }
  })
}

interface Change {
  name?: string | undefined
  retired?: boolean | undefined
}

export async function changePlan(db: Database, actor: Actor, id: string, { name, retired }: Change): Promise<void> {
  await inTransaction(db, async (tx) => {
    const plan = await planFor(tx, actor, id)
    await changePlanRow(tx, id, name ?? plan.name, retired ?? plan.retiredAt !== null)
    await record(tx, { actor: actor.id, verb: 'learning.plan_changed', subject: { kind: 'flow_plan', id } })
  })
}

export async function proposeAgain(db: Database, actor: Actor, id: string, rules: FlowRules) {
  return inTransaction(db, async (tx) => {
    await planFor(tx, actor, id)
    if (await underWay(tx, id)) throw refuse.conflict('planUnderWay')
    const number = await insertVersion(tx, { plan: id, by: actor.id, rules })
    await record(tx, { actor: actor.id, verb: 'learning.plan_proposed', subject: { kind: 'flow_plan', id } })
    return { number }
  })
}

export async function stopProposing(db: Database, actor: Actor, id: string, number: number): Promise<void> {
  await inTransaction(db, async (tx) => {
    await versionFor(tx, actor, id, number)
    if (!(await stopProposal(tx, { plan: id, number }))) throw refuse.conflict('planNotUnderWay')
    await record(tx, { actor: actor.id, verb: 'learning.plan_stopped', subject: { kind: 'flow_plan', id } })
  })
}

/** From its month on, what it sends is suggested to those whom it is for. Only the learning lead decides that. */
export async function takeIntoUse(db: Database, actor: Actor, id: string, version: number): Promise<void> {
  mustLead(actor)
  await inTransaction(db, async (tx) => {
    const { state } = await versionFor(tx, actor, id, version)
    if (state !== 'done' || !(await usePlan(tx, id, version, actor.id))) throw refuse.conflict('planNotUsable')
    await record(tx, {
      actor: actor.id,
      verb: 'learning.plan_used',
      subject: { kind: 'flow_plan', id },
      detail: { version },
    })
  })
}

export async function stopUsing(db: Database, actor: Actor, id: string): Promise<void> {
  mustLead(actor)
  await inTransaction(db, async (tx) => {
    await planFor(tx, actor, id)
    await dropPlan(tx, id)
    await record(tx, { actor: actor.id, verb: 'learning.plan_unused', subject: { kind: 'flow_plan', id } })
  })
}

interface Edited {
  sends: FlowSend[]
  rules: FlowRules
  note: string
  after: number
}

/** Keeps what somebody edited as a further version, with its figures of today. */
export async function keepVersion(db: Database, actor: Actor, id: string, { sends, rules, note, after }: Edited) {
  return inTransaction(db, async (tx) => {
    await planFor(tx, actor, id)
    mustFit(sends, rules)
    const [latest] = await versionsOf(tx, id)
    if (latest!.number !== after) throw refuse.conflict('planMoved', { latest: latest!.number })
    const ground = await groundFor(tx, rules)
    const done = { sends: storedSends(ground, sends), figures: storedFigures(ground, rules, sends) }
    const number = await insertVersion(tx, { plan: id, by: actor.id, rules, note, done })
    await record(tx, { actor: actor.id, verb: 'learning.plan_edited', subject: { kind: 'flow_plan', id } })
    return { number }
  })
}

/** What a plan with these sends would amount to today. */
export async function figuresFor(
  db: Database,
  actor: Actor,
  id: string,
  { sends, rules }: Pick<Edited, 'sends' | 'rules'>,
) {
  await planFor(db, actor, id)
  mustFit(sends, rules)
  return storedFigures(await groundFor(db, rules), rules, sends)
}

function mustFit(sends: readonly FlowSend[], { months }: FlowRules): void {
  if (sends.some(({ month }) => month >= months)) throw refuse.invalid('planMonth', { months })
  const once = new Set(sends.map(({ item, topic, community }) => `${item} ${topic} ${community}`))
  if (once.size < sends.length) throw refuse.invalid('planTwice')
}
