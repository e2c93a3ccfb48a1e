import type { EditPerson } from '@mortar/contract/organization'
import { record } from '#activity/index.ts'
import { type Database, inTransaction, type Writer } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'
import { isShown } from '#platform/files/kind.ts'
import { findFile, redactFile } from '#platform/files/queries.ts'
import { savePerson, savePhoto } from '../queries/people.ts'
import { removeDelegate, saveDelegate } from '../queries/units.ts'
import { refuse } from '../refusals.ts'
import { personFor, unitFor } from './access.ts'

/** A delegate records decisions for a unit, as its manager does. */
export async function nameDelegate(db: Database, actor: Actor, unitId: string, personId: string): Promise<void> {
  await inTransaction(db, async (tx) => {
    const { unit, mayNameDelegates } = await unitFor(tx, actor, unitId)
    if (unit.closedOn) throw refuse.conflict('unitClosed')
    if (!mayNameDelegates) throw refuse.forbidden('managerOnly')
    const { person } = await personFor(tx, actor, personId)
    if (person.gone) throw refuse.notFound('notFound')
    if (!(await saveDelegate(tx, unitId, personId))) return
    await record(tx, {
      actor: actor.id,
      verb: 'unit.delegate_named',
      subject: { kind: 'unit', id: unitId },
      unit: unitId,
      people: [personId],
    })
  })
}

export async function endDelegation(db: Database, actor: Actor, unitId: string, personId: string): Promise<void> {
  await inTransaction(db, async (tx) => {
    const { mayNameDelegates } = await unitFor(tx, actor, unitId)
    // Whoever was named may also lay it down.
    if (!mayNameDelegates && actor.id !== personId) throw refuse.forbidden('managerOnly')
    if (!(await removeDelegate(tx, unitId, personId))) return
    await record(tx, {
      actor: actor.id,
      verb: 'unit.delegate_ended',
      subject: { kind: 'unit', id: unitId },
      unit: unitId,
      people: [personId],
    })
  })
}

export async function editPerson(db: Database, actor: Actor, id: string, input: EditPerson): Promise<void> {
  await inTransaction(db, async (tx) => {
    const { person, self } = await personFor(tx, actor, id)
    if (!self) throw refuse.forbidden('ownPageOnly', { name: person.name })
    const { does, experience, acceptsQuestions, shows } = input
    await savePerson(tx, id, {
      does,
      experience: [...new Set(experience)],
      acceptsQuestions,
      shows: [...new Set(shows)],
    })
    await record(tx, { actor: id, verb: 'person.described_themselves', subject: { kind: 'person', id } })
  })
}

const mostBytes = 1_000_000

/** What somebody shows of their face, or nothing: then the file of the former photo goes as well. */
export async function showPhoto(db: Database, actor: Actor, id: string, fileId: string | null): Promise<void> {
  await inTransaction(db, async (tx) => {
    const { person, self } = await personFor(tx, actor, id)
    if (!self) throw refuse.forbidden('ownPageOnly', { name: person.name })
    if (fileId) await ownPicture(tx, actor, fileId)
    const before = await savePhoto(tx, id, fileId)
    if (before === fileId) return
    if (before) await redactFile(tx, before)
    await record(tx, { actor: id, verb: 'person.described_themselves', subject: { kind: 'person', id } })
  })
}

async function ownPicture(tx: Writer, actor: Actor, fileId: string): Promise<void> {
  const file = await findFile(tx, fileId)
  if (!file || file.uploadedBy !== actor.id || file.redactedAt) throw refuse.notFound('notFound')
  if (!isShown(file.mediaType) || file.size > mostBytes) throw refuse.invalid('photoKind')
}
