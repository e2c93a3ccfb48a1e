import { officeOperations } from '@mortar/contract/office'
import { auditBefore } from '#activity/index.ts'
import { idOfRow, pageFrom, readCursor } from '#platform/cursor.ts'
import type { Database } from '#platform/database.ts'
import { type Actor, type Endpoint, endpoints } from '#platform/endpoint.ts'
import type { Marking } from '../erasure/marks.ts'
import { peopleFor } from '../people.ts'
import { refuse } from '../refusals.ts'
import { addPerson, invite, presentAccounts, recover, withdraw } from './invitations.ts'
import { sayLeft, sayReturned } from './leaving.ts'
import { handOver, letOut, presentOffice, takeIn } from './office.ts'

/** What only the knowledge office does. */
export const officeEndpoints = ({ baseUrl, marking }: { baseUrl: string; marking: Marking }): Endpoint[] =>
  guarded(
    endpoints(officeOperations, {
      'GET /office/accounts': ({ db, query }) => presentAccounts(db, query),
      'POST /office/people': ({ db, actor, body, request }) =>
        addPerson(db, actor, body, { address: request.ip, marking }),
      async 'POST /office/invitations'({ db, actor, body, request, reply }) {
        reply.header('cache-control', 'no-store')
        return { items: await invite(db, baseUrl, actor, body, request.ip) }
      },
      'POST /office/recoveries/{person}'({ db, actor, params, request, reply }) {
        reply.header('cache-control', 'no-store')
        return recover(db, baseUrl, actor, params.person, request.ip)
      },
      'DELETE /office/links/{person}': ({ db, actor, params, request }) =>
        withdraw(db, actor, params.person, request.ip),
      'PUT /office/departures/{person}': ({ db, actor, params, body, request }) =>
        sayLeft(db, actor, params.person, body.on, request.ip),
      'DELETE /office/departures/{person}': ({ db, actor, params, request }) =>
        sayReturned(db, actor, params.person, request.ip),
      'GET /office/members': async ({ db }) => ({ items: await presentOffice(db) }),
      'PUT /office/members/{person}': ({ db, actor, params, request }) => takeIn(db, actor, params.person, request.ip),
      'DELETE /office/members/{person}': ({ db, actor, params, request }) =>
        letOut(db, actor, params.person, request.ip),
      'PUT /office/succession': ({ db, actor, body, request }) => handOver(db, actor, body.to, request.ip),
      'GET /office/audit': ({ db, query }) => presentAudit(db, query),
    }),
  )

/** The office's own door: whoever is not in it is told so, whatever they ask for. */
const guarded = (all: Endpoint[]): Endpoint[] =>
  all.map((endpoint) => ({
    ...endpoint,
    handle: (call) => {
      if (!(call.actor as Actor).office) throw refuse.forbidden('officeOnly')
      return endpoint.handle(call)
    },
  }))

async function presentAudit(db: Database, query: { after?: string | undefined; limit: number }) {
  const rows = await auditBefore(db, readCursor(query.after, 1, idOfRow.number)?.[0], query.limit)
  const { items, next } = pageFrom(rows, query.limit, ({ id }) => [id])
  const person = await peopleFor(
    db,
    items.flatMap(({ actorId, subjectId }) => [actorId, subjectId]),
  )
  return {
    items: items.map(({ id, at, act, actorId, subjectId, address }) => ({
      id,
      at: at.toISOString(),
      act,
      by: person(actorId),
      about: person(subjectId),
      address,
    })),
    next,
  }
}
