import { learningItemOperations } from '@mortar/contract/learning-items'
import { pageFrom, readCursor } from '#platform/cursor.ts'
import { endpoints } from '#platform/endpoint.ts'
import { todayHere, worksHere } from '../queries.ts'
import { itemFor } from './access.ts'
import { addItem, agreeToShadowing, changeItem, markLaw, offerAgain, retireItem } from './actions.ts'
import { presentItem, presentItems } from './present.ts'
import { catalogue } from './queries.ts'

export const itemEndpoints = endpoints(learningItemOperations, {
  async 'GET /learning/items'({ db, actor, query: { words, topic, kind, past, after, limit } }) {
    const here = await worksHere(db, actor.id)
    const may = { add: here, bring: actor.office }
    if (!here) return { items: [], next: null, may }
    const today = await todayHere(db)
    const asked = { words, topic, kind, past: past === 'yes', today, after: readCursor(after, 2), limit }
    const { items, next } = pageFrom(await catalogue(db, asked), limit, ({ sortTitle, id }) => [sortTitle, id])
    return { items: await presentItems(db, actor, items), next, may }
  },

  'POST /learning/items': ({ db, actor, body }) => addItem(db, actor, body),
  async 'GET /learning/items/{item}'({ db, actor, params }) {
    return presentItem(db, actor, await itemFor(db, actor, params.item))
  },
  'PUT /learning/items/{item}': ({ db, actor, params, body }) => changeItem(db, actor, params.item, body),
  'PUT /learning/items/{item}/retirement': ({ db, actor, params }) => retireItem(db, actor, params.item),
  'DELETE /learning/items/{item}/retirement': ({ db, actor, params }) => offerAgain(db, actor, params.item),
  'PUT /learning/items/{item}/law': ({ db, actor, params, body }) => markLaw(db, actor, params.item, body),
  'DELETE /learning/items/{item}/law': ({ db, actor, params }) => markLaw(db, actor, params.item, null),
  'PUT /learning/items/{item}/shadowing': ({ db, actor, params }) => agreeToShadowing(db, actor, params.item, true),
  'DELETE /learning/items/{item}/shadowing': ({ db, actor, params }) => agreeToShadowing(db, actor, params.item, false),
})
