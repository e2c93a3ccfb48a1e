import { record } from '#activity/index.ts'
import { type Database, inTransaction } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'
import { mustLead } from '../access.ts'
import { deleteImported } from '../assessment/queries/imported.ts'
import { placeUnder } from '../item/queries.ts'
import { refuse } from '../refusals.ts'
import { findImport, holdCatalogue, markUndone, removeBrought, restoreItem, untouched } from './queries.ts'

/** Takes an import back: what somebody changed since stays as they left it. */
export async function undoImport(db: Database, actor: Actor, id: string): Promise<{ undone: number; kept: number }> {
  mustLead(actor)
  return inTransaction(db, async (tx) => {
    await holdCatalogue(tx)
    const found = await findImport(tx, id)
    if (!found) throw refuse.notFound('noImport')
    const { changes, assessmentId } = found
    const free = await untouched(
      tx,
      id,
      changes.map(({ item }) => item),
    )
    if (!(await markUndone(tx, found, actor.id))) throw refuse.conflict('importUndone')
    if (assessmentId) await deleteImported(tx, assessmentId)
    const back = changes.filter(({ item }) => free.has(item))
    for (const { item, was } of back) {
      if (!was) continue
      await restoreItem(tx, item, was, actor.id)
      await placeUnder(tx, item, was.topics)
    }
    await removeBrought(
      tx,
      back.flatMap(({ item, was }) => (was ? [] : [item])),
      actor.id,
    )
    await record(tx, { actor: actor.id, verb: 'learning.import_undone', subject: { kind: 'learning_import', id } })
    return { undone: assessmentId ? found.rows : back.length, kept: changes.length - back.length }
  })
}
