import type { RecognitionAnswer } from '@mortar/contract/network-recognition'
import { audit, record } from '#activity/index.ts'
import { openRecognised } from '#community/index.ts'
import { settingsOf } from '#organization/index.ts'
import { type Database, inTransaction, type Writer } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'
import { foundFor } from '../discovery/access.ts'
import { refuse } from '../refusals.ts'
import type { Place } from '#platform/work.ts'
import { mayBegin, recognitionFor } from './access.ts'
import { draftFrom } from './draft.ts'
import { foundToDraft } from './queries/draft.ts'
import {
  beginOneAtATime,
  endRecognition,
  lockRecognition,
  overdue,
  questionsIn,
  saveAnswer,
  saveRecognition,
} from './queries/recognitions.ts'
import { outcomeOf, untilOf } from './recognition.ts'

const about = (id: string) => ({ kind: 'recognition', id }) as const

/** Asks the likely core, each on their own: one line of the trail for each, so that none tells of another. */
export async function beginRecognition(db: Database, actor: Actor, found: string): Promise<{ id: string }> {
  return inTransaction(db, async (tx) => {
    await beginOneAtATime(tx)
    const seen = await foundFor(tx, actor, found)
    const { may, obstacle, people } = await mayBegin(tx, actor, seen)
    if (!may) throw obstacle ? refuse.conflict(obstacle) : refuse.forbidden('mayNotAsk')
    const id = await saveRecognition(tx, found, actor.id, people)
    await record(
      tx,
      { actor: actor.id, verb: 'network.recognition_begun', subject: about(id) },
      // Who began it may be one of them: it is nobody's news who.
      ...people.map((person) => ({
        actor: null,
        verb: 'network.recognition_asked' as const,
        subject: about(id),
        people: [person],
      })),
    )
    if (actor.office) await audit(tx, 'recognition.begun', { actor: actor.id, subject: id })
    return { id }
  })
}

export interface Answer {
  answer: RecognitionAnswer
  called: string
  namesMe: boolean
}

/** Takes an answer, which may be changed while others are waited for; the one that decides brings the end. */
export async function answerRecognition(db: Database, actor: Actor, id: string, answer: Answer): Promise<void> {
  await inTransaction(db, async (tx) => {
    const { asked } = await recognitionFor(tx, actor, id)
    if (!asked) throw refuse.forbidden('notAsked')
    const locked = await lockRecognition(tx, id)
    if (locked?.state !== 'asking') throw refuse.conflict('recognitionOver')
    await saveAnswer(tx, id, actor.id, answer)
    // With the person, not with the question: when somebody answered is not for the others to see.
    await record(tx, {
      actor: actor.id,
      verb: 'network.recognition_answered',
      subject: { kind: 'person', id: actor.id },
      detail: { recognition: id },
    })
    await conclude(tx, id, untilOf(locked.startedAt) <= new Date())
  })
}

export async function withdrawRecognition(db: Database, actor: Actor, id: string): Promise<void> {
  await inTransaction(db, async (tx) => {
    const { startedBy } = await recognitionFor(tx, actor, id)
    if (startedBy !== actor.id && !actor.office) throw refuse.forbidden('notYourRecognition')
    if (!(await endRecognition(tx, id, 'withdrawn'))) throw refuse.conflict('recognitionOver')
    await record(tx, { actor: actor.id, verb: 'network.recognition_withdrawn', subject: about(id) })
  })
}

/** Ends it when the answers say so. Recognised, it becomes a potential community, to which those who agreed are invited. */
async function conclude(tx: Writer, id: string, over: boolean): Promise<void> {
  const questions = await questionsIn(tx, id)
  const agreed = questions.filter(({ answer }) => answer === 'yes')
  const count = {
    asked: questions.length,
    yes: agreed.length,
    answered: questions.filter(({ answer }) => answer !== null).length,
  }
  const outcome = outcomeOf(count, over)
  if (outcome === 'asking') return
  if (outcome === 'not_recognised') {
    await endRecognition(tx, id, outcome)
    return record(tx, { actor: null, verb: 'network.recognition_ended', subject: about(id) })
  }
  const { language } = await settingsOf(tx)
  const found = await foundToDraft(tx, id)
  const draft = draftFrom(
    found,
    agreed.map(({ called }) => called),
    language,
  )
  const community = await openRecognised(tx, { ...draft, invited: agreed.map(({ personId }) => personId) })
  await endRecognition(tx, id, outcome, community.id)
  await record(tx, { actor: null, verb: 'network.recognised', subject: about(id), communities: [community.id] })
}

/** Ends recognitions whose time is over. */
export async function lookForOverdue({ db }: Pick<Place, 'db'>): Promise<void> {
  for (const id of await overdue(db))
    await inTransaction(db, async (tx) => {
      const locked = await lockRecognition(tx, id)
      if (locked?.state === 'asking') await conclude(tx, id, true)
    })
}
