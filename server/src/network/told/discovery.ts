import { alone } from '@mortar/graph'
import { type Database, inTransaction } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'
import { outcomeOf } from '../discovery/compute/outcome.ts'
import { readInputs } from '../discovery/inputs.ts'
import { publish } from '../discovery/publish.ts'
import { describedOf } from '../discovery/queries/found.ts'
import { saveRun } from '../discovery/queries/runs.ts'
import { usualSettings } from '../discovery/work.ts'
import { beginRecognition } from '../recognition/actions.ts'

const quiet = () => {}

/**
 * What a small organization's traces hold, found at once and in this thread; and the people of the largest community
 * that nobody knows yet are asked. For a story of some dozen people; others wait for their turn.
 */
export async function tellDiscovery(db: Database, office: Actor, now: Date): Promise<void> {
  const settings = usualSettings(now)
  const began = performance.now()
  const id = await inTransaction(db, (tx) => saveRun(tx, { byId: office.id, settings, begun: true }))
  const read = await readInputs(db, settings, quiet)
  const outcome = await outcomeOf(read.inputs, settings, alone, quiet)
  await publish(db, id, read, outcome, began, quiet)
  const fresh = (await describedOf(db, id)).find(({ knownId }) => knownId === null)
  if (fresh) await beginRecognition(db, office, fresh.id)
}
