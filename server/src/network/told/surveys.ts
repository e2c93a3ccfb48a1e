import type { HelpKind, SurveyDraft } from '@mortar/contract/network-survey'
import { type Database, inTransaction, type Writer } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'
import { closeNow } from '../survey/actions/closing.ts'
import { openNow, startAsking } from '../survey/actions/opening.ts'
import { compareWithTraces } from '../survey/compare.ts'
import { findSurvey, insertSurvey } from '../survey/queries/surveys.ts'
import { templatesFor } from '../survey/templates.ts'
import { saveToldAnswers, shiftSurvey } from './queries/surveys.ts'

export interface ToldAnswer {
  person: string
  other: string
  frequency: number
  whatFor: HelpKind[]
  more: boolean
}

interface Told {
  answers: readonly ToldAnswer[]
  /** Who handed in; others of whom there are answers have only begun. */
  finished: readonly string[]
}

const day = 86_400_000

/** One survey that closed six weeks ago, with what came of it, and one that asks everybody now. */
export async function tellSurveys(
  db: Database,
  office: Actor,
  { past, present }: { past: Told; present: Told },
  now: Date,
): Promise<void> {
  const closed = await inTransaction(db, async (tx) => {
    const id = await begin(tx, office, 'help', null)
    const survey = (await findSurvey(tx, office.id, id))!
    await startAsking(tx, office.id, survey)
    await saveToldAnswers(tx, id, survey.questions[0]!.id, past)
    await closeNow(tx, id, office.id, new Date(now.getTime() - 42 * day))
    await shiftSurvey(tx, id, {
      opened: new Date(now.getTime() - 63 * day),
      closed: new Date(now.getTime() - 42 * day),
    })
    return id
  })
  await compareWithTraces(db, closed, now)
  await inTransaction(db, async (tx) => {
    const id = await begin(tx, office, 'across', new Date(now.getTime() + 14 * day))
    const survey = (await findSurvey(tx, office.id, id))!
    await openNow(tx, office.id, survey)
    await saveToldAnswers(tx, id, survey.questions[0]!.id, present)
  })
}

function begin(tx: Writer, office: Actor, template: string, closesOn: Date | null): Promise<string> {
  const { name, purpose, questions } = templatesFor(office.language).find(({ id }) => id === template)!
  const draft: SurveyDraft = {
    name,
    purpose,
    questions,
    legalGround: 'Agreement with the works council; figures of five people or more, never who named whom.',
    retentionDays: 730,
    mode: 'opt_in',
    units: [],
    communities: [],
    closesOn: closesOn?.toISOString().slice(0, 10) ?? null,
    remindEvery: 7,
  }
  return insertSurvey(tx, office.id, draft)
}
