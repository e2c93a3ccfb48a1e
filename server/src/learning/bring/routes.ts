import { learningImportOperations } from '@mortar/contract/learning-imports'
import { peopleFor } from '#organization/index.ts'
import { endpoints } from '#platform/endpoint.ts'
import { mustLead } from '../access.ts'
import { bringAssessment } from './assessment.ts'
import { bringCatalogue } from './catalogue.ts'
import { importsThere } from './queries.ts'
import { undoImport } from './undo.ts'

export const bringEndpoints = endpoints(learningImportOperations, {
  'POST /learning/catalogue': ({ db, actor, body }) => bringCatalogue(db, actor, body),
  'POST /learning/needs-assessments/imports': ({ db, actor, body }) => bringAssessment(db, actor, body),

  async 'GET /learning/imports'({ db, actor }) {
    mustLead(actor)
    const rows = await importsThere(db)
    const person = await peopleFor(
      db,
      rows.map(({ byId }) => byId),
    )
    return {
      items: rows.map(({ id, kind, fileName, rows: count, byId, at, undoneAt }) => ({
        id,
        kind,
        fileName,
        rows: count,
        by: person(byId),
        at: at.toISOString(),
        undoneAt: undoneAt?.toISOString() ?? null,
        may: { undo: undoneAt === null },
      })),
    }
  },
  'DELETE /learning/imports/{import}': ({ db, actor, params }) => undoImport(db, actor, params.import),
})
