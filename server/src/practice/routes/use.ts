import { practiceUseOperations } from '@mortar/contract/practice-use-operations'
import { peopleFor } from '#organization/index.ts'
import { pageFrom } from '#platform/cursor.ts'
import { endpoints } from '#platform/endpoint.ts'
import { practiceFor } from '../access.ts'
import { decideForUnit, proposeToUnit, takeProposalBack } from '../actions/adopt.ts'
import { applyPractice, restoreOwnApplication, takeBackApplication } from '../actions/apply.ts'
import { endRun, runFor, startRun, tickStep, untickStep } from '../actions/run.ts'
import { validatePractice, verifyPractice } from '../actions/trust.ts'
import { placeInTime } from '../place.ts'
import { mayReadWorkshop } from '../practice.ts'
import { presentRun } from '../present/pages.ts'
import { acted, shapeApplication, shapeValidation } from '../present/practice.ts'
import { peopleOf } from '../present/revision.ts'
import { decisionsAbout } from '../queries/adoption.ts'
import { applicationsOf, validationsOf } from '../queries/evidence.ts'

/** A practice in use: applications, what they prove, what units decide, and runs. */
export const useEndpoints = endpoints(practiceUseOperations, {
  async 'GET /practices/{practice}/applications'({ db, actor, params, query }) {
    const found = await practiceFor(db, actor, params.practice)
    const rows = await applicationsOf(db, found.practice.id, placeInTime(query.after), query.limit)
    const { items, next } = pageFrom(rows, query.limit, ({ sortAt, id }) => [sortAt, id])
    const person = await peopleOf(
      db,
      found,
      items.map(({ personId }) => personId),
    )
    return { items: items.map((row) => shapeApplication(row, person, found.who)), next }
  },

  'POST /practices/{practice}/applications': ({ db, actor, params, body }) =>
    applyPractice(db, actor, params.practice, body),

  'DELETE /practices/{practice}/applications/{application}': ({ db, actor, params }) =>
    takeBackApplication(db, actor, params.practice, params.application),

  'DELETE /practices/{practice}/applications/{application}/withdrawal': ({ db, actor, params }) =>
    restoreOwnApplication(db, actor, params.practice, params.application),

  async 'GET /practices/{practice}/validations'({ db, actor, params }) {
    const found = await practiceFor(db, actor, params.practice)
    const rows = await validationsOf(db, found.practice.id)
    const open = mayReadWorkshop(found.practice, found.who) ? rows : rows.filter(({ holds }) => holds)
    const person = await peopleOf(
      db,
      found,
      open.map(({ byId }) => byId),
    )
    return { items: open.map((row) => shapeValidation(row, person)) }
  },

  'POST /practices/{practice}/validations': ({ db, actor, params, body }) =>
    validatePractice(db, actor, params.practice, body),

  'POST /practices/{practice}/verifications': ({ db, actor, params, body }) =>
    verifyPractice(db, actor, params.practice, body),

  async 'GET /practices/{practice}/adoptions'({ db, actor, params, query }) {
    const { practice } = await practiceFor(db, actor, params.practice)
    const rows = await decisionsAbout(db, practice.id, query.unit)
    const person = await peopleFor(
      db,
      rows.map(({ byId }) => byId),
    )
    return { items: rows.map((row) => acted(row, person)) }
  },

  'PUT /practices/{practice}/adoptions/{unit}': ({ db, actor, params, body }) =>
    decideForUnit(db, actor, params.practice, { unit: params.unit, ...body }),

  'POST /practices/{practice}/proposals': ({ db, actor, params, body }) =>
    proposeToUnit(db, actor, params.practice, body),

  'DELETE /practices/{practice}/proposals/{unit}': ({ db, actor, params }) =>
    takeProposalBack(db, actor, params.practice, params.unit),

  'POST /practices/{practice}/runs': ({ db, actor, params, body }) => startRun(db, actor, params.practice, body),

  async 'GET /runs/{run}'({ db, actor, params }) {
    const found = await runFor(db, actor, params.run)
    return presentRun(found, await practiceFor(db, actor, found.run.practiceId))
  },

  'PUT /runs/{run}/steps/{step}': ({ db, actor, params }) => tickStep(db, actor, params.run, params.step),

  'DELETE /runs/{run}/steps/{step}': ({ db, actor, params }) => untickStep(db, actor, params.run, params.step),

  'PUT /runs/{run}/ending': ({ db, actor, params, body }) => endRun(db, actor, params.run, body),
})
