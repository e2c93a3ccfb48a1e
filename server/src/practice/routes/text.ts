import { practiceTextOperations } from '@mortar/contract/practice-text-operations'
import { asking, endpoints } from '#platform/endpoint.ts'
import { practiceFor } from '../access.ts'
import { decideChange, suggestChange, withdrawChange } from '../actions/changes.ts'
import { handToSteward, movePractice, placeUnderTopics } from '../actions/move.ts'
import { revisePractice, writePractice } from '../actions/write.ts'
import { mayReadWorkshop } from '../practice.ts'
import { presentPractice } from '../present/practice.ts'
import { peopleOf, presentRevision } from '../present/revision.ts'
import { changesOf } from '../queries/changes.ts'
import { firstOpenRevision } from '../queries/history.ts'
import { findRevision, revisionsOf } from '../queries/practices.ts'
import { refuse } from '../refusals.ts'

/** The text of a practice: writing it, its states, its revisions and what people propose to change. */
export const textEndpoints = endpoints(practiceTextOperations, {
  'POST /practices': ({ db, actor, body }) => writePractice(db, actor, body),

  'GET /practices/{practice}': asking(({ db, ask, params }) => presentPractice(db, ask, params.practice)),

  'PUT /practices/{practice}/text': ({ db, actor, params, body }) => revisePractice(db, actor, params.practice, body),

  'PUT /practices/{practice}/state': ({ db, actor, params, body }) =>
    movePractice(db, actor, params.practice, body.state, body.reason),

  'PUT /practices/{practice}/steward': ({ db, actor, params, body }) =>
    handToSteward(db, actor, params.practice, body.steward),

  'PUT /practices/{practice}/topics': ({ db, actor, params, body }) =>
    placeUnderTopics(db, actor, params.practice, body.topics),

  async 'GET /practices/{practice}/revisions'({ db, actor, params }) {
    const found = await practiceFor(db, actor, params.practice)
    const [rows, first] = await Promise.all([revisionsOf(db, found.practice.id), firstRevisionFor(db, found)])
    const open = rows.filter(({ revision }) => revision >= first)
    const person = await peopleOf(
      db,
      found,
      open.flatMap(({ byId, takenBy }) => [byId, takenBy]),
    )
    return {
      items: open.map(({ byId, takenBy, at, ...row }) => ({
        ...row,
        by: person(byId),
        takenBy: person(takenBy),
        at: at.toISOString(),
      })),
    }
  },

  async 'GET /practices/{practice}/revisions/{revision}'({ db, actor, params }) {
    const found = await practiceFor(db, actor, params.practice)
    const row = await findRevision(db, found.practice.id, params.revision)
    if (!row || row.revision < (await firstRevisionFor(db, found))) throw refuse.notFound('notFound')
    return presentRevision(db, found, row)
  },

  async 'GET /practices/{practice}/changes'({ db, actor, params }) {
    const found = await practiceFor(db, actor, params.practice)
    const onlyMine = mayReadWorkshop(found.practice, found.who) ? undefined : actor.id
    const rows = await changesOf(db, found.practice.id, onlyMine)
    const person = await peopleOf(
      db,
      found,
      rows.flatMap(({ byId, decidedBy }) => [byId, decidedBy]),
    )
    return {
      items: rows.map(({ byId, at, decidedBy, decidedAt, reason, ...row }) => ({
        ...row,
        by: person(byId),
        at: at.toISOString(),
        mine: byId === actor.id,
        decision: decidedAt && { by: person(decidedBy), at: decidedAt.toISOString(), reason: reason ?? '' },
      })),
    }
  },

  'POST /practices/{practice}/changes': ({ db, actor, params, body }) =>
    suggestChange(db, actor, params.practice, body),

  'PUT /practices/{practice}/changes/{change}/decision': ({ db, actor, params, body }) =>
    decideChange(db, actor, params.practice, params.change, body),

  'DELETE /practices/{practice}/changes/{change}': ({ db, actor, params }) =>
    withdrawChange(db, actor, params.practice, params.change),
})

const firstRevisionFor = (
  db: Parameters<typeof firstOpenRevision>[0],
  { practice, who }: Awaited<ReturnType<typeof practiceFor>>,
) => (mayReadWorkshop(practice, who) ? 1 : firstOpenRevision(db, practice.id))
