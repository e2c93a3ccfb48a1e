import { inTransaction } from '#platform/database.ts'
import { doWork, type Place, type Work } from '#platform/work.ts'
import { beatProposal, failProposal, letProposalGo, type Order, takeUpProposal } from './queries/plans.ts'

/** Longer than any plan takes: beyond it something is wrong. */
const patience = 600

const work: Work<Order, number> = {
  file: new URL('./worker.ts', import.meta.url),
  async beat(db, order, share, seconds) {
    if (seconds > patience) await failProposal(db, order)
    return beatProposal(db, order, share)
  },
  fail: failProposal,
}

/** Takes up plans that wait to be proposed, one after the other. */
export async function lookForPlans(place: Place): Promise<void> {
  for (;;) {
    const order = await inTransaction(place.db, takeUpProposal)
    if (!order) return
    await doWork(place, work, order)
    if (place.signal?.aborted) return void (await letProposalGo(place.db, order))
  }
}
