import type { HelpKind } from '@mortar/contract/network-survey'
import { record } from '#activity/index.ts'
import { type Database, inTransaction, type Writer } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'
import { refuse } from '../../refusals.ts'
import { lockSource, saidOf, saveChoice } from '../../sources/queries/sources.ts'
import { surveyToAnswer } from '../access.ts'
import { noteBegun, removeNamed, saveNamed, saveReminders, saveState, worksHereAmong } from '../queries/answers.ts'
import { holdSurvey } from '../queries/surveys.ts'
import { mostNames, type Survey } from '../survey.ts'

interface Naming {
  survey: string
  question: string
  person: string
}
interface Said {
  frequency: number | null
  whatFor: HelpKind[]
  more: boolean
}

/** Writes to an open survey; it does not close before that is done. */
const answering = (db: Database, actor: Actor, id: string, write: (tx: Writer, survey: Survey) => Promise<void>) =>
  inTransaction(db, async (tx) => {
    await holdSurvey(tx, id)
    await write(tx, await surveyToAnswer(tx, actor, id))
  })

export async function nameColleague(db: Database, actor: Actor, naming: Naming, said: Said): Promise<void> {
  await answering(db, actor, naming.survey, async (tx, { id, questions }) => {
    if (!questions.some((question) => question.id === naming.question)) throw refuse.notFound('surveyQuestionUnknown')
    if (naming.person === actor.id) throw refuse.invalid('surveyNotYourself')
    if (!(await worksHereAmong(tx, [naming.person])).has(naming.person)) throw refuse.notFound('personUnknown')
    const row = { ...said, whatFor: [...new Set(said.whatFor)], question: naming.question, otherId: naming.person }
    if (!(await saveNamed(tx, { survey: id, person: actor.id, most: mostNames }, row)))
      throw refuse.conflict('surveyFull', { most: mostNames })
    await noteBegun(tx, id, actor.id)
  })
}

export const unnameColleague = (db: Database, actor: Actor, { survey, question, person }: Naming): Promise<void> =>
  answering(db, actor, survey, async (tx) => void (await removeNamed(tx, survey, actor.id, question, person)))

/** Hands in, goes on changing, or declines. Handing in is agreeing, whatever was said before. */
export async function setAnswerState(
  db: Database,
  actor: Actor,
  id: string,
  state: 'begun' | 'finished' | 'declined',
): Promise<void> {
  await answering(db, actor, id, async (tx, survey) => {
    if (survey.mine === state) return
    await saveState(tx, id, actor.id, state)
    if (state === 'begun') return
    if (state === 'finished') await agreeAgain(tx, survey.sourceId!, actor.id)
    // With the person, not with the survey: who answered when is nobody else's to see.
    await record(tx, {
      actor: actor.id,
      verb: state === 'finished' ? 'network.survey_answered' : 'network.survey_declined',
      subject: { kind: 'person', id: actor.id },
      detail: { survey: id },
    })
  })
}

/** Who had objected to the survey and answers after all, agrees by that. */
async function agreeAgain(tx: Writer, source: string, person: string): Promise<void> {
  await lockSource(tx, source)
  if ((await saidOf(tx, source, person)) === false) await saveChoice(tx, source, person, true)
}

export const wantReminders = (db: Database, actor: Actor, id: string, wanted: boolean): Promise<void> =>
  answering(db, actor, id, async (tx) => void (await saveReminders(tx, id, actor.id, wanted)))
