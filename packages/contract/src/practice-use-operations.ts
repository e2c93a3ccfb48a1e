import { z } from 'zod'
import { Created, Id, optionalMarkdown, pageOf, PageQuery } from './common.ts'
import type { Operations } from './operation.ts'
import * as practice from './practice.ts'
import * as pages from './practice-pages.ts'

const one = z.object({ practice: Id })
const number = z.coerce.number().int().min(1).max(1_000_000)
const ofUnit = z.object({ practice: Id, unit: Id })
const aRun = z.object({ run: Id })

/** A practice in use: applications, what they prove, what units decide, and runs. */
export const practiceUseOperations = {
  'GET /practices/{practice}/applications': {
    summary: 'How it went, newest first',
    scope: 'read',
    params: one,
    query: PageQuery,
    reply: pageOf(practice.ApplicationView),
  },
  'POST /practices/{practice}/applications': {
    summary: 'I used this',
    scope: 'write',
    params: one,
    body: practice.ApplyPractice,
    reply: Created,
    status: 201,
  },
  'DELETE /practices/{practice}/applications/{application}': {
    summary: 'Withdraw what I said about using it',
    scope: 'write',
    params: z.object({ practice: Id, application: Id }),
  },
  'DELETE /practices/{practice}/applications/{application}/withdrawal': {
    summary: 'Let it stand again, as it was',
    scope: 'write',
    params: z.object({ practice: Id, application: Id }),
  },
  'GET /practices/{practice}/validations': {
    summary: 'Decisions about validation, for members',
    scope: 'read',
    params: one,
    reply: z.object({ items: z.array(practice.ValidationView) }),
  },
  'POST /practices/{practice}/validations': {
    summary: 'Decide, with reasons, whether the evidence validates it',
    scope: 'write',
    params: one,
    body: practice.Validate,
  },
  'POST /practices/{practice}/verifications': {
    summary: 'Say that it is still right, today',
    scope: 'write',
    params: one,
    body: practice.Verify,
  },
  'GET /practices/{practice}/adoptions': {
    summary: 'Every decision of every unit, newest first',
    scope: 'read',
    params: one,
    query: z.object({ unit: Id.optional() }),
    reply: z.object({ items: z.array(practice.AdoptionView) }),
  },
  'PUT /practices/{practice}/adoptions/{unit}': {
    summary: 'Record the decision of a unit: trying, adopted, declined or dropped, with the reason',
    scope: 'write',
    params: ofUnit,
    body: practice.DecideAdoption,
  },
  'POST /practices/{practice}/proposals': {
    summary: 'Adopt or explain: send it to a unit, which answers by a day',
    scope: 'write',
    params: one,
    body: practice.ProposeToUnit,
  },
  'DELETE /practices/{practice}/proposals/{unit}': {
    summary: 'Take back what was sent to a unit, while it has not answered',
    scope: 'write',
    params: ofUnit,
  },
  'POST /practices/{practice}/runs': {
    summary: 'Start a run of a routine in a unit that adopted it',
    scope: 'write',
    params: one,
    body: z.object({ unit: Id, title: optionalMarkdown(200) }),
    reply: Created,
    status: 201,
  },
  'GET /runs/{run}': {
    summary: 'A run: its steps by role, never by name',
    scope: 'read',
    params: aRun,
    reply: pages.RunView,
  },
  'PUT /runs/{run}/steps/{step}': { summary: 'Tick a step', scope: 'write', params: aRun.extend({ step: number }) },
  'DELETE /runs/{run}/steps/{step}': {
    summary: 'Take back a tick of mine',
    scope: 'write',
    params: aRun.extend({ step: number }),
  },
  'PUT /runs/{run}/ending': {
    summary: 'End a run with a note, which becomes an application of the unit',
    scope: 'write',
    params: aRun,
    body: practice.EndRun,
  },
} as const satisfies Operations
