import { learningNeedOperations } from '@mortar/contract/learning-needs'
import { endpoints } from '#platform/endpoint.ts'
import { decline, declineTopic, sayDone, takeBackDone } from '../suggest/actions.ts'
import { suggestionsFor } from '../suggest/present.ts'
import { topicsToChoose } from '../topic/queries/topics.ts'
import { changeNeed, declareInterest, dropInterest, forgetNeed, noteNeed, shareNeed, takeBackShare } from './actions.ts'
import { presentOwn } from './present.ts'

const mostTopics = 200

export const needEndpoints = endpoints(learningNeedOperations, {
  'GET /learning': ({ db, actor }) => presentOwn(db, actor),
  async 'GET /learning/topics'({ db, actor, query: { words, open } }) {
    return { items: await topicsToChoose(db, actor.id, { words, everybody: open === 'yes', limit: mostTopics }) }
  },
  async 'GET /learning/suggestions'({ db, actor }) {
    return { items: await suggestionsFor(db, actor) }
  },

  'POST /learning/needs': ({ db, actor, body }) => noteNeed(db, actor, body),
  'PUT /learning/needs/{need}': ({ db, actor, params, body }) => changeNeed(db, actor, params.need, body),
  'DELETE /learning/needs/{need}': ({ db, actor, params }) => forgetNeed(db, actor, params.need),
  'POST /learning/needs/{need}/shares': ({ db, actor, params, body }) => shareNeed(db, actor, params.need, body),
  'DELETE /learning/needs/{need}/shares/{share}': ({ db, actor, params }) =>
    takeBackShare(db, actor, params.need, params.share),

  'PUT /learning/interests/{topic}': ({ db, actor, params }) => declareInterest(db, actor, params.topic),
  'DELETE /learning/interests/{topic}': ({ db, actor, params }) => dropInterest(db, actor, params.topic),

  'PUT /learning/items/{item}/done/{act}': ({ db, actor, params, body }) =>
    sayDone(db, actor, params.item, { act: params.act, ...body }),
  'DELETE /learning/items/{item}/done/{act}': ({ db, actor, params }) =>
    takeBackDone(db, actor, params.item, params.act),
  'PUT /learning/items/{item}/decline': ({ db, actor, params }) => decline(db, actor, params.item, true),
  'DELETE /learning/items/{item}/decline': ({ db, actor, params }) => decline(db, actor, params.item, false),
  'PUT /learning/topics/{topic}/decline': ({ db, actor, params }) => declineTopic(db, actor, params.topic, true),
  'DELETE /learning/topics/{topic}/decline': ({ db, actor, params }) => declineTopic(db, actor, params.topic, false),
})
