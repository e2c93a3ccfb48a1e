import { audit, record } from '#activity/index.ts'
import { unitLinks } from '#organization/index.ts'
import { type Database, inTransaction, type Reader, type Writer } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'
import { refuse } from '../../refusals.ts'
import { lockSource } from '../../sources/queries/sources.ts'
import { weekOf } from '../../week.ts'
import { surveyFor } from '../access.ts'
import { gather, responseOf, resultOf } from '../figures.ts'
import { allUnits, askedByUnit } from '../queries/asked.ts'
import { agreeByAnswering, closeOpen, dropUncounted, saveSurveyTies } from '../queries/closing.ts'
import { flowFigures, frequencyFigures, kindFigures, namedFigures } from '../queries/figures.ts'
import { findSurvey, lockSurvey } from '../queries/surveys.ts'
import { mayClose } from '../survey.ts'
import { subjectOf } from './drafting.ts'

export async function closeSurvey(db: Database, actor: Actor, id: string): Promise<void> {
  await inTransaction(db, async (tx) => {
    await lockSurvey(tx, id)
    const { survey, who } = await surveyFor(tx, actor, id)
    if (!who.office) throw refuse.forbidden('officeOnly')
    if (!mayClose(survey, who)) throw refuse.conflict('surveyMoved')
    await closeNow(tx, id, actor.id)
  })
}

const nobody = '00000000-0000-0000-0000-000000000000'

/** What was handed in becomes ties and figures, the rest goes, and the figures stay as they are. */
export async function closeNow(tx: Writer, id: string, by: string | null, now = new Date()): Promise<void> {
  await lockSurvey(tx, id)
  const survey = await findSurvey(tx, nobody, id)
  if (survey?.state !== 'open') return
  await lockSource(tx, survey.sourceId!)
  await agreeByAnswering(tx, id)
  await dropUncounted(tx, id)
  await saveSurveyTies(tx, id, weekOf(now))
  const [{ groups, unit }, questions] = [await groupsIn(tx, id), survey.questions]
  const counted = {
    named: await namedFigures(tx, id, groups.of),
    frequency: await frequencyFigures(tx, id, groups.of),
    kinds: await kindFigures(tx, id, groups.of),
    flows: await flowFigures(tx, id, groups.of),
  }
  await closeOpen(tx, id, {
    response: responseOf(groups, unit, true),
    result: resultOf(groups, questions, counted, unit),
  })
  await record(tx, { actor: by, verb: 'network.survey_closed', subject: subjectOf(id) })
  await audit(tx, 'network.survey_closed', { actor: by, subject: id })
}

/** Those asked, in groups of five and more, with the names of the units. */
export async function groupsIn(db: Reader, id: string) {
  const [units, rows] = [await allUnits(db), await askedByUnit(db, id)]
  const groups = gather(units, rows)
  const names = new Map(
    (
      await unitLinks(
        db,
        [...new Set(groups.of.values())].filter((one) => one !== null),
      )
    ).map((one) => [one.id, one]),
  )
  return { groups, unit: (one: string) => names.get(one)! }
}
