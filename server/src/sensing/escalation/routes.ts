import { escalationOperations } from '@mortar/contract/sensing-escalations'
import { communityFor, mayReadInside } from '#community/index.ts'
import { peopleFor } from '#organization/index.ts'
import { pageFrom, readCursor } from '#platform/cursor.ts'
import { endpoints } from '#platform/endpoint.ts'
import { refuse } from '../refusals.ts'
import { escalationFor, standing } from './access.ts'
import { address, delegate, escalate, takeBack, takeStep } from './actions.ts'
import { mayRead } from './escalation.ts'
import { presentEscalation, presentLines } from './present.ts'
import { escalationsOf, isHere, managersNamed } from './queries.ts'

export const escalationEndpoints = endpoints(escalationOperations, {
  async 'GET /escalations'({ db, actor, query }) {
    if (query.community) {
      const { community, who } = await communityFor(db, actor, query.community)
      if (!mayReadInside(community, who)) throw refuse.notFound('noEscalation')
    }
    const rows = await escalationsOf(db, actor.id, {
      community: query.community,
      which: query.which,
      after: readCursor(query.after, 2),
      limit: query.limit,
    })
    const { items, next } = pageFrom(rows, query.limit, ({ movedAt, id }) => [movedAt, id])
    const readable = items.filter((row) => mayRead(row, standing(actor, row).who))
    return { items: await presentLines(db, readable), next }
  },

  'POST /escalations': ({ db, actor, body }) => escalate(db, actor, body),

  'GET /escalations/{escalation}': async ({ db, actor, params }) =>
    presentEscalation(db, actor, await escalationFor(db, actor, params.escalation)),

  'PUT /escalations/{escalation}/receipt': ({ db, actor, params }) => takeStep(db, actor, params.escalation, 'receive'),
  'PUT /escalations/{escalation}/decision': ({ db, actor, params, body }) =>
    takeStep(db, actor, params.escalation, 'decide', body),
  'PUT /escalations/{escalation}/completion': ({ db, actor, params, body }) =>
    takeStep(db, actor, params.escalation, 'finish', { reason: body.note }),
  'DELETE /escalations/{escalation}/completion': ({ db, actor, params }) =>
    takeStep(db, actor, params.escalation, 'reopen'),
  'PUT /escalations/{escalation}/withdrawal': ({ db, actor, params, body }) =>
    takeStep(db, actor, params.escalation, 'withdraw', body),
  'DELETE /escalations/{escalation}/withdrawal': ({ db, actor, params }) =>
    takeStep(db, actor, params.escalation, 'send_again'),
  'PUT /escalations/{escalation}/delegate': ({ db, actor, params, body }) =>
    delegate(db, actor, params.escalation, body.person, body.reason),
  'DELETE /escalations/{escalation}/delegate': ({ db, actor, params }) => takeBack(db, actor, params.escalation),
  'PUT /escalations/{escalation}/manager': ({ db, actor, params, body }) =>
    address(db, actor, params.escalation, body.unit, body.manager),

  async 'GET /managers'({ db, actor, query }) {
    if (!(await isHere(db, actor.id))) return { items: [] }
    const rows = await managersNamed(db, query.words)
    const person = await peopleFor(
      db,
      rows.map(({ personId }) => personId),
    )
    return { items: rows.map(({ unit, personId }) => ({ unit, person: person(personId)! })) }
  },
})
