import type { WriteCharter } from '@mortar/contract/community'
import { record } from '#activity/index.ts'
import { peopleFor } from '#organization/index.ts'
import { type Database, inTransaction, type Writer } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'
import { presentCharter } from '../present.ts'
import { advanceCharter, charterOf, saveCharter } from '../queries/charters.ts'
import { refuse } from '../refusals.ts'
import { facilitated } from './facilitated.ts'

/** Writes the next version from the one that was read; of two at once the first stands. */
export async function writeCharter(db: Database, actor: Actor, id: string, { base, ...text }: WriteCharter) {
  return inTransaction(db, async (tx) => {
    await facilitated(tx, actor, id)
    if (!(await advanceCharter(tx, id, base))) throw await lostTo(tx, actor, id)
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

/** What to answer somebody whose text came too late: the version that holds. */
async function lostTo(tx: Writer, actor: Actor, id: string) {
  const { community } = await facilitated(tx, actor, id)
  const version = community.charterVersion
  const charter = await charterOf(tx, id, version)
  return refuse.conflict('charterMoved', { version }).with(presentCharter(charter, await peopleFor(tx, [charter.byId])))
}
