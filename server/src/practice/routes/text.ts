import { practiceOperations as all } from '@mortar/contract/practice-operations'
import type { Operations } from '@mortar/contract/operation'
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

const operations = {
  'POST /practices': all['POST /practices'],
  'GET /practices/{practice}': all['GET /practices/{practice}'],
  'PUT /practices/{practice}/text': all['PUT /practices/{practice}/text'],
  'PUT /practices/{practice}/state': all['PUT /practices/{practice}/state'],
  'PUT /practices/{practice}/steward': all['PUT /practices/{practice}/steward'],
  'PUT /practices/{practice}/topics': all['PUT /practices/{practice}/topics'],
  'GET /practices/{practice}/revisions': all['GET /practices/{practice}/revisions'],
  'GET /practices/{practice}/revisions/{revision}': all['GET /practices/{practice}/revisions/{revision}'],
  'GET /practices/{practice}/changes': all['GET /practices/{practice}/changes'],
  'POST /practices/{practice}/changes': all['POST /practices/{practice}/changes'],
  'PUT /practices/{practice}/changes/{change}/decision': all['PUT /practices/{practice}/changes/{change}/decision'],
  'DELETE /practices/{practice}/changes/{change}': all['DELETE /practices/{practice}/changes/{change}'],
} as const satisfies Operations

/** The text of a practice: writing it, its states, its revisions and what people propose to change. */
export const textEndpoints = endpoints(operations, {
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
