import { surveyOperations } from '@mortar/contract/network-survey-operations'
import { endpoints } from '#platform/endpoint.ts'
import { refuse } from '../refusals.ts'
import { sourceToKeep } from '../sources/access.ts'
import { presentReport } from '../traces/present.ts'
import { surveyFor, surveyToAnswer } from './access.ts'
import { nameColleague, setAnswerState, unnameColleague, wantReminders } from './actions/answering.ts'
import { closeSurvey } from './actions/closing.ts'
import { changeSurvey, discardSurvey, writeSurvey } from './actions/drafting.ts'
import { openSurvey, remindNow, takeBackOpening } from './actions/opening.ts'
import { importMatrices } from './matrices/import.ts'
import { presentLine, presentOwn, presentResponse, presentResult, presentSurvey } from './present.ts'
import { surveysOf } from './queries/surveys.ts'
import { rosterFor } from './roster.ts'
import { maySeeResponse, maySeeResult } from './survey.ts'
import { templatesFor } from './templates.ts'

export const surveyEndpoints = endpoints(surveyOperations, {
  'GET /surveys': async ({ db, actor }) => ({
    items: (await surveysOf(db, actor.id, actor.office)).map(presentLine),
    templates: actor.office ? templatesFor(actor.language) : [],
    may: { make: actor.office },
  }),

  'POST /surveys': ({ db, actor, body }) => writeSurvey(db, actor, body),

  async 'POST /sources/{source}/matrices'({ db, actor, params, body: { files, on, dryRun } }) {
    const source = await sourceToKeep(db, actor, params.source)
    const day = on === null ? new Date() : new Date(`${on}T12:00Z`)
    const { id, report } = await importMatrices(db, source, { files, on: day, by: actor.id, dryRun })
    return { import: id, report: presentReport(report, actor.language) }
  },

  'GET /surveys/{survey}': async ({ db, actor, params }) =>
    presentSurvey(db, actor, await surveyFor(db, actor, params.survey)),

  'PUT /surveys/{survey}': ({ db, actor, params, body }) => changeSurvey(db, actor, params.survey, body),
  'DELETE /surveys/{survey}': ({ db, actor, params }) => discardSurvey(db, actor, params.survey),
  'PUT /surveys/{survey}/opening': ({ db, actor, params, body }) => openSurvey(db, actor, params.survey, body.on),
  'DELETE /surveys/{survey}/opening': ({ db, actor, params }) => takeBackOpening(db, actor, params.survey),
  'PUT /surveys/{survey}/closing': ({ db, actor, params }) => closeSurvey(db, actor, params.survey),
  'POST /surveys/{survey}/reminders': ({ db, actor, params }) => remindNow(db, actor, params.survey),

  async 'GET /surveys/{survey}/answer'({ db, actor, params }) {
    const { survey } = await surveyFor(db, actor, params.survey)
    if (survey.mine === null) throw refuse.forbidden('surveyNotAsked')
    return presentOwn(db, actor, survey.id)
  },

  'PUT /surveys/{survey}/answer': ({ db, actor, params, body }) => setAnswerState(db, actor, params.survey, body.state),
  'PUT /surveys/{survey}/answer/reminders': ({ db, actor, params, body }) =>
    wantReminders(db, actor, params.survey, body.wanted),
  'PUT /surveys/{survey}/answer/{question}/{person}': ({ db, actor, params, body }) =>
    nameColleague(db, actor, params, body),
  'DELETE /surveys/{survey}/answer/{question}/{person}': ({ db, actor, params }) => unnameColleague(db, actor, params),

  async 'GET /surveys/{survey}/roster'({ db, actor, params, query }) {
    await surveyToAnswer(db, actor, params.survey)
    return rosterFor(db, actor, query.words || undefined)
  },

  async 'GET /surveys/{survey}/response'({ db, actor, params }) {
    const { survey, who } = await surveyFor(db, actor, params.survey)
    if (!maySeeResponse(survey, who)) throw refuse.forbidden('surveyResponseOnly')
    return presentResponse(db, survey)
  },

  async 'GET /surveys/{survey}/result'({ db, actor, params }) {
    const found = await surveyFor(db, actor, params.survey)
    if (found.survey.state !== 'closed') throw refuse.conflict('surveyNotClosed')
    if (!maySeeResult(found.survey, found.who)) throw refuse.forbidden('surveyResponseOnly')
    return presentResult(actor, found)
  },
})
