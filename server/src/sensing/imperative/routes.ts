import { imperativeOperations } from '@mortar/contract/sensing-imperatives'
import { communitiesFor, communityFor, isAlive, isFacilitator, linkTo } from '#community/index.ts'
import { endpoints } from '#platform/endpoint.ts'
import { isSteward, practiceFor } from '#practice/index.ts'
import { imperativeFor, worksHere } from './access.ts'
import { changeImperative, endImperative, makeImperative, serve, serveNoMore, takeUpImperative } from './actions.ts'
import { mayMake, mayRead, today } from './imperative.ts'
import { presentImperatives, presentServing } from './present.ts'
import { allImperatives, communitiesWithoutAim } from './queries.ts'

export const imperativeEndpoints = endpoints(imperativeOperations, {
  async 'GET /imperatives'({ db, actor }) {
    if (!(await worksHere(db, actor))) return { items: [], withoutAim: [], may: { make: false } }
    const [all, without] = await Promise.all([allImperatives(db), communitiesWithoutAim(db, today())])
    const rows = all.filter((row) => mayRead(row, actor))
    const [items, communities] = await Promise.all([
      presentImperatives(db, actor, rows),
      communitiesFor(db, actor, without),
    ])
    const seen = new Map(communities.map(({ community }) => [community.id, linkTo(community)]))
    return { items, withoutAim: without.flatMap((id) => seen.get(id) ?? []), may: { make: mayMake(actor) } }
  },

  'POST /imperatives': ({ db, actor, body }) => makeImperative(db, actor, body),

  async 'GET /imperatives/{imperative}'({ db, actor, params }) {
    const { imperative } = await imperativeFor(db, actor, params.imperative)
    return (await presentImperatives(db, actor, [imperative]))[0]!
  },

  'PUT /imperatives/{imperative}': ({ db, actor, params, body }) =>
    changeImperative(db, actor, params.imperative, body),
  'PUT /imperatives/{imperative}/end': ({ db, actor, params, body }) =>
    endImperative(db, actor, params.imperative, body.reason),
  'DELETE /imperatives/{imperative}/end': ({ db, actor, params }) => takeUpImperative(db, actor, params.imperative),

  'PUT /imperatives/{imperative}/communities/{community}': ({ db, actor, params, body }) =>
    serve(db, actor, params.imperative, { communityId: params.community }, body.how),
  'DELETE /imperatives/{imperative}/communities/{community}': ({ db, actor, params }) =>
    serveNoMore(db, actor, params.imperative, { communityId: params.community }),
  'PUT /imperatives/{imperative}/practices/{practice}': ({ db, actor, params, body }) =>
    serve(db, actor, params.imperative, { practiceId: params.practice }, body.how),
  'DELETE /imperatives/{imperative}/practices/{practice}': ({ db, actor, params }) =>
    serveNoMore(db, actor, params.imperative, { practiceId: params.practice }),

  async 'GET /communities/{community}/imperatives'({ db, actor, params }) {
    const { community, who } = await communityFor(db, actor, params.community)
    if (!(await worksHere(db, actor))) return { serves: [], others: [], may: { name: false } }
    return presentServing(db, { communityId: community.id }, isAlive(community) && isFacilitator(who))
  },

  async 'GET /practices/{practice}/imperatives'({ db, actor, params }) {
    const { practice, who } = await practiceFor(db, actor, params.practice)
    if (!(await worksHere(db, actor))) return { serves: [], others: [], may: { name: false } }
    return presentServing(db, { practiceId: practice.id }, isSteward(practice, who))
  },
})
