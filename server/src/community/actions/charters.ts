import type { WriteCharter } from '@mortar/contract/community'
import { record } from '#activity/index.ts'
import { type Database, inTransaction } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'
import { advanceCharter, saveCharter } from '../queries/charters.ts'
import { refuse } from '../refusals.ts'
import { facilitated } from './facilitated.ts'

/** Writes the next version from the one that was read; of two at once the first stands. */
export async function writeCharter(db: Database, actor: Actor, id: string, { base, ...text }: WriteCharter) {
  return inTransaction(db, async (tx) => {
    const { community } = await facilitated(tx, actor, id)
    if (!(await advanceCharter(tx, id, base))) {
      throw refuse.conflict('charterMoved', { version: community.charterVersion })
    }
    const version = base + 1
    await saveCharter(tx, id, version, actor.id, text)
    await record(tx, {
      actor: actor.id,
      verb: 'community.charter_written',
      subject: { kind: 'community', id },
      communities: [id],
      detail: { version },
    })
    return { version }
  })
}
