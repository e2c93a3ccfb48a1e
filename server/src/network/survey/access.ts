import type { Reader } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'
import { refuse } from '../refusals.ts'
import { findSurvey, managesUnit, surveysAmong } from './queries/surveys.ts'
import { mayAnswer, maySee, type Standing, type Survey } from './survey.ts'

export interface SurveyFor {
  survey: Survey
  who: Standing
}

export const standingOf = async (db: Reader, actor: Actor): Promise<Standing> => ({
  office: actor.office,
  manages: await managesUnit(db, actor.id),
})

/** The only way to a survey on somebody's behalf; for whom it is not meant, it does not exist. */
export async function surveyFor(db: Reader, actor: Actor, id: string): Promise<SurveyFor> {
  const [survey, who] = await Promise.all([findSurvey(db, actor.id, id), standingOf(db, actor)])
  if (!survey || !maySee(survey, who)) throw refuse.notFound('surveyNotFound')
  return { survey, who }
}

/** A survey that somebody may answer now, held until the answer is written: it does not close in between. */
export async function surveyToAnswer(tx: Reader, actor: Actor, id: string): Promise<Survey> {
  const { survey } = await surveyFor(tx, actor, id)
  if (survey.mine === null) throw refuse.forbidden('surveyNotAsked')
  if (!mayAnswer(survey)) throw refuse.conflict('surveyClosed')
  return survey
}

/** Of these surveys those that somebody was asked in or looks after, with their names. */
export const surveysAskedOf = (db: Reader, actor: Actor, ids: string[]): Promise<{ id: string; name: string }[]> =>
  surveysAmong(db, actor.id, ids)
