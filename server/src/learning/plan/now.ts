import type { FlowRules } from '@mortar/contract/learning-plans'
import { type Database, inTransaction, type Reader } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'
import { propose } from '../flow/plan.ts'
import { keepVersion, takeIntoUse } from './actions.ts'
import { groundFor, named, rulesOf } from './ground.ts'
import { idOf, storedFigures, storedSends } from './plan.ts'
import { insertPlan, insertVersion } from './queries/plans.ts'

/** What is proposed from what is told today, as it is kept. */
export async function proposedNow(db: Reader, rules: FlowRules, tell?: (share: number) => void) {
  const ground = await groundFor(db, rules)
  const proposal = await propose(ground.world, rulesOf(rules), tell)
  const sends = proposal.sends.map((send) => named(ground, send))
  return { sends: storedSends(ground, sends), figures: storedFigures(ground, rules, sends, proposal) }
}

/** A plan at once, for an organization so small that nobody waits; its last send is put off in a second version, which is taken into use. */
export async function planNow(
  db: Database,
  actor: Actor,
  { name, rules, note }: { name: string; rules: FlowRules; note: string },
): Promise<void> {
  const done = await proposedNow(db, rules)
  const id = await inTransaction(db, async (tx) => {
    const plan = await insertPlan(tx, name, actor.id)
    await insertVersion(tx, { plan, by: actor.id, rules, done, origin: 'proposed' })
    return plan
  })
  if (done.sends.length <= 1) return takeIntoUse(db, actor, id, 1)
  const { number } = await keepVersion(db, actor, id, {
    sends: done.sends.slice(0, -1).map(idOf),
    rules,
    note,
    after: 1,
  })
  await takeIntoUse(db, actor, id, number)
}
