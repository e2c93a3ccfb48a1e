import { importOperations } from '@mortar/contract/organization'
import { type Endpoint, endpoints } from '#platform/endpoint.ts'
import type { Marking } from '../erasure/marks.ts'
import { peopleFor } from '../people.ts'
import { applyImport, discardImport, importFor, officeOnly, planImport, undoImport, uploadImport } from './actions.ts'
import type { PlanLine } from './plan/plan.ts'
import type { Problem } from './plan/problems.ts'
import { presentImport, presentItem, presentLine } from './present.ts'
import { linesAfter, listImports } from './queries/imports.ts'

export const importEndpoints = (marking: Marking): Endpoint[] =>
  endpoints(importOperations, {
    async 'GET /organization/imports'({ db, actor }) {
      officeOnly(actor)
      const rows = await listImports(db)
      const person = await peopleFor(
        db,
        rows.map(({ byId }) => byId),
      )
      return { items: rows.map((row) => presentItem(row, person)) }
    },

    'POST /organization/imports': ({ db, actor, request }) => uploadImport({ db, actor, request, marking }),

    async 'GET /organization/imports/{import}'({ db, actor, params }) {
      return presentImport(db, actor, await importFor(db, actor, params.import))
    },

    'DELETE /organization/imports/{import}': ({ db, actor, params }) => discardImport(db, actor, params.import),

    'PUT /organization/imports/{import}/plan': ({ db, actor, request, params, body }) =>
      planImport({ db, actor, request, marking }, params.import, body),

    async 'GET /organization/imports/{import}/lines'({ db, actor, params, query: { tab, after, limit } }) {
      await importFor(db, actor, params.import)
      const rows = await linesAfter(db, params.import, tab, after, limit)
      const items = rows
        .slice(0, limit)
        .map(({ seq, body }) => presentLine(seq, body as unknown as PlanLine | Problem, actor.language))
      return { items, next: rows.length > limit ? items.at(-1)!.seq : null }
    },

    'PUT /organization/imports/{import}/application': ({ db, actor, request, params, body }) =>
      applyImport({ db, actor, request, marking }, params.import, body.endingIsMeant),

    'DELETE /organization/imports/{import}/application': ({ db, actor, request, params }) =>
      undoImport({ db, actor, request }, params.import),
  })
