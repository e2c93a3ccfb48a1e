import type { OwnAnswers, SurveyLine, SurveyResponse, SurveyResult, SurveyView } from '@mortar/contract/network-survey'
import { communitiesFor, linkTo } from '#community/index.ts'
import { peopleFor, unitLinks } from '#organization/index.ts'
import type { Reader } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'
import { groupsIn } from './actions/closing.ts'
import type { SurveyFor } from './access.ts'
import { responseOf } from './figures.ts'
import { ownAnswers, ownPart } from './queries/answers.ts'
import { countAsked, countTargeted } from './queries/asked.ts'
import {
  mayAnswer,
  mayClose,
  mayDiscard,
  mayEdit,
  mayOpen,
  mayRemind,
  maySeeResponse,
  maySeeResult,
  mayTakeBack,
  type Survey,
} from './survey.ts'

export const presentLine = (survey: Survey): SurveyLine => ({
  id: survey.id,
  name: survey.name,
  state: survey.state,
  opensOn: survey.opensOn,
  closesOn: survey.closesOn,
  closedAt: survey.closedAt?.toISOString() ?? null,
  mine: survey.mine,
})

const textIn = (language: string, { en, fi }: { en: string; fi: string }) => (language === 'fi' ? fi || en : en || fi)

export async function presentSurvey(db: Reader, actor: Actor, { survey, who }: SurveyFor): Promise<SurveyView> {
  const { units, communities, questions, purpose, legalGround, retentionDays, mode } = survey
  const [unitsOf, seen, asked] = await Promise.all([
    unitLinks(db, units),
    communitiesFor(db, actor, communities),
    !who.office ? null : survey.state === 'draft' ? countTargeted(db, survey) : countAsked(db, survey.id),
  ])
  const { name, closesOn, remindEvery } = survey
  const written = {
    name,
    purpose,
    legalGround,
    retentionDays,
    mode,
    questions,
    units,
    communities,
    closesOn,
    remindEvery,
  }
  return {
    ...presentLine(survey),
    purpose,
    legalGround,
    retentionDays,
    mode,
    openedAt: survey.openedAt?.toISOString() ?? null,
    source: survey.sourceId,
    questions: questions.map(({ id, text }) => ({ id, text: textIn(actor.language, text) })),
    units: unitsOf,
    communities: seen.map(({ community }) => linkTo(community)),
    asked,
    written: mayEdit(survey, who) ? written : null,
    may: {
      edit: mayEdit(survey, who),
      discard: mayDiscard(survey, who),
      open: mayOpen(survey, who),
      takeBack: mayTakeBack(survey, who),
      close: mayClose(survey, who),
      remind: mayRemind(survey, who),
      answer: mayAnswer(survey),
      response: maySeeResponse(survey, who),
      result: maySeeResult(survey, who),
    },
  }
}

/** What somebody answered, for that person. */
export async function presentOwn(db: Reader, actor: Actor, survey: string): Promise<OwnAnswers> {
  const [part, named] = await Promise.all([ownPart(db, survey, actor.id), ownAnswers(db, survey, actor.id)])
  const person = await peopleFor(
    db,
    named.map(({ otherId }) => otherId),
  )
  return {
    state: part!.state,
    reminders: part!.reminders,
    named: named.map(({ otherId, ...row }) => ({ ...row, person: person(otherId)! })),
  }
}

/** While it is open counted anew, in fives; afterwards as it was when it closed. */
export async function presentResponse(db: Reader, survey: Survey): Promise<SurveyResponse> {
  if (survey.response) return survey.response
  const { groups, unit } = await groupsIn(db, survey.id)
  return responseOf(groups, unit, false)
}

/** As it was published; units and what goes between them only for those who have the overview. */
export function presentResult(actor: Actor, { survey, who }: SurveyFor): SurveyResult {
  const { whole, units, flows } = survey.result!
  const overview = who.office || who.manages
  const worded = (figures: SurveyResult['whole']) => ({
    ...figures,
    questions:
      figures.questions?.map((one) => ({
        ...one,
        text: textIn(actor.language, survey.questions.find(({ id }) => id === one.question)!.text),
      })) ?? null,
  })
  return {
    whole: worded(whole),
    units: overview ? units.map(worded) : [],
    flows: overview ? flows : [],
    compared: survey.compared,
  }
}
