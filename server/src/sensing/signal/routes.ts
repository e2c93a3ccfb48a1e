import { signalOperations } from '@mortar/contract/sensing-signals'
import { communitiesFor, communityFor, linkTo, mayReadInside } from '#community/index.ts'
import { pageFrom, readCursor } from '#platform/cursor.ts'
import { endpoints, type Actor } from '#platform/endpoint.ts'
import type { Reader } from '#platform/database.ts'
import { addFeed, endFeed, readSoon, takeUpFeed } from '../feed/actions.ts'
import { feedsFor } from '../feed/present.ts'
import { refuse } from '../refusals.ts'
import { signalFor, standing } from './access.ts'
import { addSignal, takeUp, triage, undo } from './actions.ts'
import { presentSignal, presentSignals } from './present.ts'
import { isHere, ownCommunities, signalsOf } from './queries.ts'
import { mayRead } from './signal.ts'

export const signalEndpoints = endpoints(signalOperations, {
  'GET /feeds': ({ db, actor, query }) => feedsFor(db, actor, query.community ?? null),
  'POST /feeds': ({ db, actor, body }) => addFeed(db, actor, body.community, body.url),
  'POST /feeds/{feed}/reading': ({ db, actor, params }) => readSoon(db, actor, params.feed),
  'PUT /feeds/{feed}/end': ({ db, actor, params }) => endFeed(db, actor, params.feed),
  'DELETE /feeds/{feed}/end': ({ db, actor, params }) => takeUpFeed(db, actor, params.feed),

  async 'GET /signals'({ db, actor, query }) {
    if (query.community) {
      const { community, who } = await communityFor(db, actor, query.community)
      if (!mayReadInside(community, who)) throw refuse.notFound('noSignal')
    }
    const rows = await signalsOf(db, actor.id, {
      community: query.community,
      organization: query.organization ?? false,
      outcome: query.outcome,
      after: readCursor(query.after, 2),
      limit: query.limit,
    })
    const { items, next } = pageFrom(rows, query.limit, ({ foundAt, id }) => [foundAt, id])
    const readable = items.filter((row) => mayRead(row, standing(actor, row).who))
    return { items: await presentSignals(db, readable), next, may: await mayAdd(db, actor) }
  },

  'POST /signals': ({ db, actor, body }) => addSignal(db, actor, body),

  'GET /signals/{signal}': async ({ db, actor, params }) =>
    presentSignal(db, actor, await signalFor(db, actor, params.signal)),

  'PUT /signals/{signal}/triage': ({ db, actor, params, body }) => triage(db, actor, params.signal, body),
  'DELETE /signals/{signal}/triage': ({ db, actor, params }) => undo(db, actor, params.signal),
  'PUT /signals/{signal}/communities/{community}': ({ db, actor, params }) =>
    takeUp(db, actor, params.signal, params.community),
})

/** For which communities somebody may tell of something, and whether for all. */
async function mayAdd(db: Reader, actor: Actor) {
  const own = await ownCommunities(db, actor.id)
  const found = await communitiesFor(
    db,
    actor,
    own.map(({ id }) => id),
  )
  const seen = new Map(found.map(({ community }) => [community.id, linkTo(community)]))
  return {
    addFor: own.flatMap(({ id }) => seen.get(id) ?? []),
    addForAll: actor.office && (await isHere(db, actor.id)),
    listenFor: own.flatMap(({ id, facilitates }) => (facilitates && seen.get(id)) || []),
  }
}
