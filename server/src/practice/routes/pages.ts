import { practicePageOperations } from '@mortar/contract/practice-page-operations'
import { closeCommunity, communityFor, isFacilitator } from '#community/index.ts'
import { peopleFor } from '#organization/index.ts'
import { pageFrom } from '#platform/cursor.ts'
import { inTransaction } from '#platform/database.ts'
import { endpoints } from '#platform/endpoint.ts'
import { practiceFor } from '../access.ts'
import { handOver } from '../actions/handover.ts'
import { placeInTime } from '../place.ts'
import { presentLine } from '../present/lines.ts'
import {
  presentDistillation,
  presentHistory,
  presentMatrix,
  presentPerson,
  presentStewardship,
  presentUnit,
} from '../present/pages.ts'
import { inquiryToDistil } from '../queries/inquiries.ts'
import { repertoireOf, similarTo } from '../queries/lists.ts'
import { livingPracticesOf } from '../queries/people.ts'
import { refuse } from '../refusals.ts'

/** Practices seen together: lists, the matrix, a unit, a person, a steward's desk. */
export const pageEndpoints = endpoints(practicePageOperations, {
  async 'GET /practices'({ db, actor, query }) {
    const rows = await repertoireOf(db, actor.id, { ...query, after: placeInTime(query.after) })
    const { items, next } = pageFrom(rows, query.limit, ({ sortAt, id }) => [sortAt, id])
    return { items: items.map(presentLine), next }
  },

  'GET /practices/matrix': ({ db, actor, query }) => presentMatrix(db, actor, query),

  async 'GET /practices/similar'({ db, actor, query }) {
    const rows = await similarTo(db, actor.id, query.words, 5)
    return { items: rows.map((row) => ({ ...presentLine(row), why: row.why })) }
  },

  'GET /stewardship': ({ db, actor }) => presentStewardship(db, actor),

  async 'GET /practices/{practice}/history'({ db, actor, params }) {
    return { items: await presentHistory(db, await practiceFor(db, actor, params.practice)) }
  },

  'GET /units/{unit}/practices': ({ db, actor, params }) => presentUnit(db, actor, params.unit),

  'GET /people/{person}/practices': ({ db, actor, params }) => presentPerson(db, actor, params.person),

  async 'GET /inquiries/{inquiry}/distillation'({ db, actor, params }) {
    const inquiry = await inquiryToDistil(db, actor.id, params.inquiry)
    if (!inquiry) throw refuse.notFound('inquiryNotFound')
    return presentDistillation(db, inquiry)
  },

  async 'GET /communities/{community}/handover'({ db, actor, params }) {
    const { community, who } = await communityFor(db, actor, params.community)
    if (!isFacilitator(who)) throw refuse.forbidden('facilitatorOnly')
    const rows = await livingPracticesOf(db, community.id)
    const person = await peopleFor(
      db,
      rows.map(({ stewardId }) => stewardId),
    )
    return { items: rows.map(({ stewardId, ...row }) => ({ ...row, steward: person(stewardId) })) }
  },

  'PUT /communities/{community}/ending': ({ db, actor, params, body }) =>
    inTransaction(db, async (tx) => {
      await closeCommunity(tx, actor, params.community, body.note)
      await handOver(tx, actor, params.community, body.practices, body.note)
    }),
})
