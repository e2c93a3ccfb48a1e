import type { SurveyDraft } from '@mortar/contract/network-survey'
import { audit, record } from '#activity/index.ts'
import { communitiesFor } from '#community/index.ts'
import { unitLinks } from '#organization/index.ts'
import { type Database, inTransaction, type Reader } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'
import { refuse } from '../../refusals.ts'
import { surveyFor } from '../access.ts'
import { deleteDraft, insertSurvey, updateDays, updateDraft } from '../queries/surveys.ts'
import { mayDiscard, mayEdit } from '../survey.ts'

export const subjectOf = (id: string) => ({ kind: 'survey', id }) as const

export async function writeSurvey(db: Database, actor: Actor, draft: SurveyDraft): Promise<{ id: string }> {
  if (!actor.office) throw refuse.forbidden('officeOnly')
  return inTransaction(db, async (tx) => {
    await checkTarget(tx, actor, draft)
    const id = await insertSurvey(tx, actor.id, draft)
    await record(tx, { actor: actor.id, verb: 'network.survey_written', subject: subjectOf(id) })
    await audit(tx, 'network.survey_written', { actor: actor.id, subject: id })
    return { id }
  })
}

export async function changeSurvey(db: Database, actor: Actor, id: string, draft: SurveyDraft): Promise<void> {
  await inTransaction(db, async (tx) => {
    const { survey, who } = await surveyFor(tx, actor, id)
    if (!who.office) throw refuse.forbidden('officeOnly')
    if (!mayEdit(survey, who)) throw refuse.conflict('surveyClosed')
    await checkTarget(tx, actor, draft)
    const written = survey.state === 'draft' ? await updateDraft(tx, id, draft) : await updateDays(tx, id, draft)
    if (!written) throw refuse.conflict('surveyMoved')
    await record(tx, { actor: actor.id, verb: 'network.survey_changed', subject: subjectOf(id) })
    await audit(tx, 'network.survey_changed', { actor: actor.id, subject: id })
  })
}

export async function discardSurvey(db: Database, actor: Actor, id: string): Promise<void> {
  await inTransaction(db, async (tx) => {
    const { survey, who } = await surveyFor(tx, actor, id)
    if (!who.office) throw refuse.forbidden('officeOnly')
    if (!mayDiscard(survey, who) || !(await deleteDraft(tx, id))) throw refuse.conflict('surveyMoved')
    await record(tx, { actor: actor.id, verb: 'network.survey_discarded', subject: subjectOf(id) })
    await audit(tx, 'network.survey_discarded', { actor: actor.id, subject: id })
  })
}

async function checkTarget(db: Reader, actor: Actor, { units, communities }: SurveyDraft): Promise<void> {
  const [known, seen] = await Promise.all([unitLinks(db, units), communitiesFor(db, actor, communities)])
  if (known.length !== new Set(units).size || seen.length !== new Set(communities).size)
    throw refuse.invalid('surveyTargetUnknown')
}
