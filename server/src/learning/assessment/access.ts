import type { Reader } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'
import { refuse } from '../refusals.ts'
import { type Assessment, inLanguage, mayAnswer, maySee } from './assessment.ts'
import { assessmentsFor, findAssessment } from './queries/assessments.ts'

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

/** Of these assessments those that somebody may know of, with their titles. */
export async function assessmentsAskedOf(
  db: Reader,
  actor: Actor,
  ids: string[],
): Promise<{ id: string; title: string }[]> {
  if (ids.length === 0) return []
  const known = await assessmentsFor(db, actor.id, actor.office)
  return known
    .filter(({ id }) => ids.includes(id))
    .map(({ id, title }) => ({ id, title: inLanguage(title, actor.language) }))
}
