import { record } from '#activity/index.ts'
import { type Database, inTransaction } from '#platform/database.ts'
import { Refusal } from '#platform/refusal.ts'
import type { Place } from '#platform/work.ts'
import { closeNow } from './actions/closing.ts'
import { subjectOf } from './actions/drafting.ts'
import { openNow, remind, todayIn } from './actions/opening.ts'
import { compareWithTraces } from './compare.ts'
import { dueComparisons } from './queries/comparing.ts'
import { dueReminders, dueToday } from './queries/closing.ts'
import { findSurvey, lockSurvey, planOpening, writerOf } from './queries/surveys.ts'
import { mostReminders } from './survey.ts'

const nobody = '00000000-0000-0000-0000-000000000000'

/** Opens and closes surveys whose day has come, and reminds at their pace. */
export async function lookForSurveys({ db }: Pick<Place, 'db'>, now = new Date()): Promise<void> {
  const today = await todayIn(db, now)
  for (const { id, act } of await dueToday(db, today))
    if (act === 'close') await inTransaction(db, (tx) => closeNow(tx, id, null, now))
    else await openOnItsDay(db, id)
  for (const { id, remindEvery } of await dueReminders(db, mostReminders))
    await inTransaction(db, (tx) => remind(tx, id, { daysApart: remindEvery, most: mostReminders }))
  for (const id of await dueComparisons(db)) await compareWithTraces(db, id, now)
}

/** What cannot open is a draft again, and who wrote it hears of it. */
async function openOnItsDay(db: Database, id: string): Promise<void> {
  try {
    await inTransaction(db, async (tx) => {
      await lockSurvey(tx, id)
      const survey = await findSurvey(tx, nobody, id)
      if (survey?.state === 'draft') await openNow(tx, null, survey)
    })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    await inTransaction(db, async (tx) => {
      await planOpening(tx, id, null)
      const writer = await writerOf(tx, id)
      const people = writer ? [writer] : []
      await record(tx, { actor: null, verb: 'network.survey_not_opened', subject: subjectOf(id), people })
    })
  }
}
