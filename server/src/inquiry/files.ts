import type { Reader } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'
import type { MayRead } from '#platform/files/routes.ts'
import type { Refusal } from '#platform/refusal.ts'
import { contributionFor, inquiryFor } from './access.ts'
import { readsContribution } from './contribution.ts'
import { readsWords } from './inquiry.ts'
import { attachmentsOf } from './queries/attachments.ts'

/** A file in an inquiry or a contribution is read by whoever reads the words around it. */
export const mayReadAttached: MayRead = async (db, actor, fileId) => {
  for (const { subjectKind, subjectId } of await attachmentsOf(db, fileId)) {
    if (await readsSubject(db, actor, subjectKind, subjectId)) return true
  }
  return false
}

const readsSubject = (db: Reader, actor: Actor, kind: string, id: string): Promise<boolean> =>
  (kind === 'inquiry'
    ? inquiryFor(db, actor, id).then(readsWords)
    : contributionFor(db, actor, id).then(readsContribution)
  ).catch((error: Refusal) => {
    if (error.code === 'notFound') return false
    throw error
  })
