import type { Reader } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'
import { refuse } from '../refusals.ts'
import { type Assessment, mayAnswer, maySee } from './assessment.ts'
import { findAssessment } from './queries/assessments.ts'

/** The only way to an assessment on somebody's behalf; for whom it is not meant, it does not exist. */
export async function assessmentFor(db: Reader, actor: Actor, id: string): Promise<Assessment> {
  const found = await findAssessment(db, actor.id, id)
  if (!found || !maySee(found, actor)) throw refuse.notFound('noAssessment')
  return found
}

/** One that somebody may answer now. */
export async function assessmentToAnswer(tx: Reader, actor: Actor, id: string): Promise<Assessment> {
  const found = await assessmentFor(tx, actor, id)
  if (found.mine === null) throw refuse.forbidden('assessmentNotAsked')
  if (!mayAnswer(found)) throw refuse.conflict('assessmentClosed')
  return found
}
