import { learningAssessmentOperations } from '@mortar/contract/learning-assessments'
import { endpoints } from '#platform/endpoint.ts'
import { refuse } from '../refusals.ts'
import { assessmentFor } from './access.ts'
import { answer } from './answering.ts'
import { closeAssessment, openAssessment } from './asking.ts'
import { maySeeResult } from './assessment.ts'
import { changeAssessment, discardAssessment, writeAssessment } from './drafting.ts'
import { presentAssessment, presentLine } from './present.ts'
import { assessmentsFor, ownAnswers } from './queries/assessments.ts'

export const assessmentEndpoints = endpoints(learningAssessmentOperations, {
  async 'GET /learning/needs-assessments'({ db, actor }) {
    const rows = await assessmentsFor(db, actor.id, actor.office)
    return { items: rows.map((row) => presentLine(row, actor)), may: { make: actor.office } }
  },
  'POST /learning/needs-assessments': ({ db, actor, body }) => writeAssessment(db, actor, body),
  async 'GET /learning/needs-assessments/{assessment}'({ db, actor, params }) {
    return presentAssessment(db, actor, await assessmentFor(db, actor, params.assessment))
  },
  'PUT /learning/needs-assessments/{assessment}': ({ db, actor, params, body }) =>
    changeAssessment(db, actor, params.assessment, body),
  'DELETE /learning/needs-assessments/{assessment}': ({ db, actor, params }) =>
    discardAssessment(db, actor, params.assessment),
  'PUT /learning/needs-assessments/{assessment}/opening': ({ db, actor, params }) =>
    openAssessment(db, actor, params.assessment),
  'PUT /learning/needs-assessments/{assessment}/closing': ({ db, actor, params }) =>
    closeAssessment(db, actor, params.assessment),

  async 'GET /learning/needs-assessments/{assessment}/answer'({ db, actor, params }) {
    const { id, mine } = await assessmentFor(db, actor, params.assessment)
    if (mine === null) throw refuse.forbidden('assessmentNotAsked')
    const rows = await ownAnswers(db, id, actor.id)
    return { state: mine, answers: rows.map(({ topicId, gap }) => ({ topic: topicId, gap })) }
  },
  'PUT /learning/needs-assessments/{assessment}/answer': ({ db, actor, params, body }) =>
    answer(db, actor, params.assessment, body),
  async 'GET /learning/needs-assessments/{assessment}/result'({ db, actor, params }) {
    const found = await assessmentFor(db, actor, params.assessment)
    if (!maySeeResult(found, actor) || !found.result) throw refuse.forbidden('assessmentNotClosed')
    return found.result
  },
})
