import { record } from '#activity/index.ts'
import { type Database, inTransaction, type Writer } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'
import { refuse } from '../refusals.ts'
import { evidenceOf } from './evidence.ts'
import { answersOf, beginAssessment, endAssessment, openAssessment, saveAnswer } from './queries.ts'
import { ofCommunity } from './questions/of-community.ts'
import { ofOrganization } from './questions/of-organization.ts'

export const questionsOf = (communityId: string | null): readonly { id: string }[] =>
  communityId === null ? ofOrganization : ofCommunity

const happened = (tx: Writer, actor: Actor, act: 'begun' | 'ended', communityId: string | null, assessment: string) =>
  record(tx, {
    actor: actor.id,
    verb: `maturity.${act}`,
    subject: communityId ? { kind: 'community', id: communityId } : { kind: 'organization', id: assessment },
    communities: communityId ? [communityId] : [],
    detail: { assessment },
  })

/** Begins an assessment; whoever may answer goes on with the same one. */
export const begin = (db: Database, actor: Actor, communityId: string | null) =>
  inTransaction(db, async (tx) => {
    const id = await beginAssessment(tx, communityId, actor.id)
    if (!id) throw refuse.conflict('assessmentOpen')
    await happened(tx, actor, 'begun', communityId, id)
    return { id }
  })

interface Answer {
  question: string
  level: number
  why: string
  before: number | null
}

/** Answers one question; of two who answer it at once the second is told. */
export const answer = (db: Database, actor: Actor, communityId: string | null, given: Answer) =>
  inTransaction(db, async (tx) => {
    if (!questionsOf(communityId).some(({ id }) => id === given.question)) throw refuse.notFound('noQuestion')
    const id = await openAssessment(tx, communityId)
    if (!id) throw refuse.conflict('noAssessment')
    const known = (await answersOf(tx, [id])).find(({ question }) => question === given.question)
    if ((known?.level ?? null) !== given.before) throw refuse.conflict('answerMoved')
    await saveAnswer(tx, { assessmentId: id, ...given, byId: actor.id })
  })

/** Done when every question has an answer; what the evidence says on that day is kept beside it. */
export const end = (db: Database, actor: Actor, communityId: string | null) =>
  inTransaction(db, async (tx) => {
    const id = await openAssessment(tx, communityId)
    if (!id) throw refuse.conflict('noAssessment')
    const answered = new Set((await answersOf(tx, [id])).map(({ question }) => question))
    const left = questionsOf(communityId).filter((question) => !answered.has(question.id)).length
    if (left > 0) throw refuse.conflict('unanswered', { left })
    const { levels } = await evidenceOf(tx, communityId)
    await endAssessment(tx, id, actor.id, levels)
    await happened(tx, actor, 'ended', communityId, id)
  })
