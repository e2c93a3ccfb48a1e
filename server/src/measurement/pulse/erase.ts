import type { Marking } from '#organization/index.ts'
import type { Writer } from '#platform/database.ts'
import { forgetMarks, leave, scopes } from './queries.ts'
import { markOf } from './seal.ts'

/**
 * Takes away that somebody said yes, and the marks that they answered. The answers themselves cannot be told from others:
 * they stay. For whoever erases a person, within that transaction.
 */
export async function eraseFromPulse(tx: Writer, person: string, marking: Marking): Promise<void> {
  await leave(tx, person)
  await forgetMarks(
    tx,
    (await scopes(tx)).map((community) => markOf(marking, community, person)),
  )
}
