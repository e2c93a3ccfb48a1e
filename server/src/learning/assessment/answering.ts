import { type Database, inTransaction } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'
import { refuse } from '../refusals.ts'
import { assessmentToAnswer } from './access.ts'
import {
  holdAssessment,
  ownAnswers,
  questionsOf,
  removeAnswers,
  saveAnswers,
  saveState,
} from './queries/assessments.ts'

interface Answering {
  state: 'begun' | 'finished' | 'declined'
  answers: { topic: string; gap: number | null }[]
}

/**
 * Saves answers, hands in, takes that back to change, or declines. It does not close while this is being written; who
 * comes after it closed is told so, and what they saved before is kept.
 */
export async function answer(db: Database, actor: Actor, id: string, { state, answers }: Answering): Promise<void> {
  await inTransaction(db, async (tx) => {
    await holdAssessment(tx, id)
    await assessmentToAnswer(tx, actor, id)
    const asked = new Set((await questionsOf(tx, id)).map(({ topicId }) => topicId))
    if (answers.some(({ topic }) => !asked.has(topic))) throw refuse.invalid('assessmentTopic')
    if (state === 'declined') await removeAnswers(tx, id, actor.id)
    else await saveAnswers(tx, id, actor.id, lastOfEach(answers))
    if (state === 'finished' && (await ownAnswers(tx, id, actor.id)).length < asked.size)
      throw refuse.invalid('assessmentUnanswered')
    await saveState(tx, id, actor.id, state)
  })
}

const lastOfEach = (answers: Answering['answers']) => [...new Map(answers.map((said) => [said.topic, said])).values()]
