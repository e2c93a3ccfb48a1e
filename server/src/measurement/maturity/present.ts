import type { MaturityAssessment, MaturityPage, MaturityQuestion } from '@mortar/contract/measurement-maturity'
import { peopleFor } from '#organization/index.ts'
import type { Reader } from '#platform/database.ts'
import { evidenceOf, type Found } from './evidence.ts'
import { answersOf, type AnswerRow, type AssessmentRow, assessmentsOf } from './queries.ts'
import type { Said } from './question.ts'

type Place = Pick<MaturityPage, 'community' | 'may'>

/** Answers and evidence side by side, now and as they were. */
export async function presentMaturity(
  db: Reader,
  communityId: string | null,
  { community, may }: Place,
  language: string,
): Promise<MaturityPage> {
  const [{ questions, levels }, rows] = await Promise.all([evidenceOf(db, communityId), assessmentsOf(db, communityId)])
  const answers = await answersOf(
    db,
    rows.map(({ id }) => id),
  )
  const person = await peopleFor(db, [...answers.map(({ byId }) => byId), ...rows.map(({ endedBy }) => endedBy)])
  const all = rows.map((row) => presentAssessment(row, answers, person))
  return {
    community,
    questions: questions.map((found) => presentQuestion(found, levels[found.question.id]!, language)),
    open: all.find(({ ended }) => ended === null) ?? null,
    ended: all.filter(({ ended }) => ended !== null),
    may,
  }
}

function presentAssessment(
  { id, begunAt, endedAt, endedBy, evidence }: AssessmentRow,
  answers: readonly AnswerRow[],
  person: Awaited<ReturnType<typeof peopleFor>>,
): MaturityAssessment {
  return {
    id,
    begun: begunAt.toISOString(),
    ended: endedAt && { at: endedAt.toISOString(), by: person(endedBy) },
    answers: answers
      .filter(({ assessmentId }) => assessmentId === id)
      .map(({ question, level, why, byId, at }) => ({
        question,
        level,
        why,
        by: person(byId),
        at: new Date(at).toISOString(),
      })),
    evidence: evidence ?? {},
  }
}

function presentQuestion({ question, facts }: Found, evidence: number, language: string): MaturityQuestion {
  const said = ([en, fi]: Said) => (language === 'fi' ? fi : en)
  return {
    id: question.id,
    name: said(question.name),
    ask: said(question.ask),
    levels: question.levels.map(said),
    facts: facts.map(({ fact, holds }) => ({
      id: fact.id,
      says: said(fact.says),
      state: holds === null ? 'few' : holds ? 'seen' : 'unseen',
      act: fact.act,
    })),
    evidence,
  }
}
