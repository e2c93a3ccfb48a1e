import { valueOperations } from '@mortar/contract/measurement-value'
import { isFacilitator, linkTo } from '#community/index.ts'
import { type Endpoint, endpoints } from '#platform/endpoint.ts'
import { isSteward, practiceFor, practicesFor } from '#practice/index.ts'
import { insideFor, insideOf, storyFor } from './access.ts'
import { changeStory, tellStory, valuePractice, withdrawStory, withdrawValuation } from './actions.ts'
import { presentBeginning, presentLines, presentMatrix, presentStory, presentValuations } from './present.ts'
import { reportedIn, storiesOf, usesOf, valuationsOf } from './queries.ts'

export const valueEndpoints: Endpoint[] = endpoints(valueOperations, {
  async 'GET /communities/{community}/stories'({ db, actor, params }) {
    const { community, who, mayTell } = await insideFor(db, actor, params.community)
    const stories = await storiesOf(db, { community: community.id })
    return {
      community: linkTo(community),
      stories: await presentLines(db, actor, stories),
      matrix: await presentMatrix(db, actor, { id: community.id, member: who.member }, stories),
      reported: isFacilitator(who) ? await reportedIn(db, community.id) : [],
      may: { tell: mayTell },
    }
  },

  async 'GET /practices/{practice}/stories'({ db, actor, params }) {
    const { practice, who } = await practiceFor(db, actor, params.practice)
    const [[line], stories, valuations, known] = await Promise.all([
      practicesFor(db, actor, [practice.id]),
      storiesOf(db, { practice: practice.id }),
      valuationsOf(db, [practice.id]),
      usesOf(db, practice.id),
    ])
    const inside = await insideOf(db, actor, practice.community.id)
    const steward = isSteward(practice, who)
    return {
      practice: { id: practice.id, title: line!.title },
      community: line!.community,
      // A unit that uses a practice of a private community reads the practice, not what is told inside.
      stories: inside ? await presentLines(db, actor, stories) : [],
      valuations: await presentValuations(db, actor, valuations, steward),
      known,
      may: { tell: inside?.mayTell ?? false, value: steward },
    }
  },

  'GET /stories/beginning': ({ db, actor, query }) => presentBeginning(db, actor, query),
  'POST /stories': ({ db, actor, body }) => tellStory(db, actor, body),
  'GET /stories/{story}': async ({ db, actor, params }) =>
    presentStory(db, actor, await storyFor(db, actor, params.story)),
  'PUT /stories/{story}': ({ db, actor, params, body }) => changeStory(db, actor, params.story, body),
  'PUT /stories/{story}/withdrawal': ({ db, actor, params }) => withdrawStory(db, actor, params.story, true),
  'DELETE /stories/{story}/withdrawal': ({ db, actor, params }) => withdrawStory(db, actor, params.story, false),
  'POST /practices/{practice}/valuations': ({ db, actor, params, body }) =>
    valuePractice(db, actor, params.practice, body),
  'PUT /valuations/{valuation}/withdrawal': ({ db, actor, params }) =>
    withdrawValuation(db, actor, params.valuation, true),
  'DELETE /valuations/{valuation}/withdrawal': ({ db, actor, params }) =>
    withdrawValuation(db, actor, params.valuation, false),
})
