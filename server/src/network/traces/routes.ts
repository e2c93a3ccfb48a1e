import { traceOperations } from '@mortar/contract/network-traces'
import { peopleFor } from '#organization/index.ts'
import { endpoints } from '#platform/endpoint.ts'
import { sourceToKeep } from '../sources/access.ts'
import { showsImport, takesTraces } from '../sources/source.ts'
import { beginImport, type Limits, endImport, importFor, receivePiece, startReading } from './actions.ts'
import { decideIdentity, takeDecisionBack } from './identities.ts'
import { presentImport } from './present.ts'
import { countDoubtful, identitiesAfter } from './queries/identities.ts'
import { importsOf } from './queries/imports.ts'
import { received } from './queries/pieces.ts'
import { lookInto } from './forms/look.ts'
import { mailHostsFor, readMailboxes } from './imap/by-page.ts'
import { columnsIn } from '@mortar/traces/table/columns'
import { sentFiles } from './sent.ts'

const none = new Map<number, number>()

export const traceEndpoints = (limits: Limits) =>
  endpoints(traceOperations, {
    async 'GET /sources/{source}/imports'({ db, actor, params }) {
      const source = await sourceToKeep(db, actor, params.source)
      const rows = (await importsOf(db, params.source)).filter((row) => showsImport(source, row))
      const [person, arrived] = await Promise.all([
        peopleFor(
          db,
          rows.map(({ byId }) => byId),
        ),
        received(
          db,
          rows.map(({ id }) => id),
        ),
      ])
      return {
        items: rows.map((row) => presentImport(row, person(row.byId), arrived.get(row.id) ?? none, actor.language)),
        mailHosts: mailHostsFor(source, limits),
        may: { mailboxes: source.kind === 'messages' && takesTraces(source) },
      }
    },

    'POST /sources/{source}/mailboxes': ({ db, actor, params, body, request }) =>
      readMailboxes(db, actor, params.source, body, { limits, log: request.log }),

    'POST /sources/{source}/imports': ({ db, actor, params, body }) =>
      beginImport(db, actor, params.source, body.files, limits),

    async 'GET /sources/{source}/imports/{import}'({ db, actor, params }) {
      const row = await importFor(db, actor, params.source, params.import)
      const [person, arrived] = await Promise.all([peopleFor(db, [row.byId]), received(db, [row.id])])
      return presentImport(row, person(row.byId), arrived.get(row.id) ?? none, actor.language)
    },

    'PUT /sources/{source}/imports/{import}/files/{file}/pieces/{piece}': ({ db, actor, params, request }) =>
      receivePiece(db, actor, params, request),

    async 'GET /sources/{source}/imports/{import}/reading'({ db, actor, params, query }) {
      const source = await sourceToKeep(db, actor, params.source)
      const found = await importFor(db, actor, params.source, params.import)
      const [file] = await sentFiles(db, found)
      const columns = query.columns === undefined ? found.reading.corrected?.columns : columnsIn(query.columns)
      return lookInto(file!, source, { columns, order: query.order ?? found.reading.corrected?.order })
    },

    async 'PUT /sources/{source}/imports/{import}/reading'({ db, actor, params, body, request }) {
      const found = await importFor(db, actor, params.source, params.import)
      const { anew, columns, order } = body
      const corrected = columns || order ? { columns, order } : undefined
      await startReading(db, actor, found, { anew, corrected, log: request.log })
    },

    async 'DELETE /sources/{source}/imports/{import}'({ db, actor, params }) {
      await endImport(db, actor, await importFor(db, actor, params.source, params.import))
    },

    async 'GET /sources/{source}/identities'({ db, actor, params, query }) {
      await sourceToKeep(db, actor, params.source)
      const rows = await identitiesAfter(db, params.source, query.state, query.after, query.limit)
      const shownRows = rows.slice(0, query.limit)
      const [person, doubtful] = await Promise.all([
        peopleFor(
          db,
          shownRows.flatMap(({ personId, candidates }) => [personId, ...candidates]),
        ),
        countDoubtful(db, params.source),
      ])
      return {
        items: shownRows.map(({ personId, candidates, decidedAt, ...row }) => ({
          ...row,
          person: person(personId),
          candidates: candidates.flatMap((id) => person(id) ?? []),
          decided: decidedAt !== null,
        })),
        next: rows.length > query.limit ? shownRows.at(-1)!.number : null,
        doubtful,
      }
    },

    'PUT /sources/{source}/identities/{identity}': ({ db, actor, params, body }) =>
      decideIdentity(db, actor, params.source, params.identity, body.person),

    'DELETE /sources/{source}/identities/{identity}': ({ db, actor, params }) =>
      takeDecisionBack(db, actor, params.source, params.identity),
  })
