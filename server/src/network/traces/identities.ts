import { audit } from '#activity/index.ts'
import { type Database, inTransaction } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'
import { refuse } from '../refusals.ts'
import { sourceToKeep } from '../sources/access.ts'
import { lockSource, saidOf } from '../sources/queries/sources.ts'
import { mayKeep } from '../sources/source.ts'
import { decide, findIdentity, isPerson, removeTracesBy, undecide } from './queries/identities.ts'

/** Says whom an address stands for, or that it is no person. What may then not be kept goes at once. */
export async function decideIdentity(
  db: Database,
  actor: Actor,
  id: string,
  number: number,
  person: string | null,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const source = await sourceToKeep(tx, actor, id)
    await lockSource(tx, id)
    if (!(await findIdentity(tx, id, number))) throw refuse.notFound('identityNotFound')
    if (person !== null && !(await isPerson(tx, person))) throw refuse.invalid('personUnknown')
    await decide(tx, number, person, actor.id)
    if (person === null || !mayKeep(source, await saidOf(tx, id, person))) await removeTracesBy(tx, number)
    await audit(tx, 'network.identity_decided', { actor: actor.id, subject: id, detail: { number } })
  })
}

export async function takeDecisionBack(db: Database, actor: Actor, id: string, number: number): Promise<void> {
  await inTransaction(db, async (tx) => {
    const source = await sourceToKeep(tx, actor, id)
    await lockSource(tx, id)
    const found = await findIdentity(tx, id, number)
    if (!found) throw refuse.notFound('identityNotFound')
    if (found.decidedAt === null) return
    await undecide(tx, number)
    if (source.mode === 'opt_in') await removeTracesBy(tx, number)
    await audit(tx, 'network.identity_undecided', { actor: actor.id, subject: id, detail: { number } })
  })
}
