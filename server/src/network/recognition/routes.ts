import { recognitionOperations } from '@mortar/contract/network-recognition'
import { endpoints } from '#platform/endpoint.ts'
import { recognitionFor } from './access.ts'
import { answerRecognition, beginRecognition, withdrawRecognition } from './actions.ts'
import { presentRecognitions } from './present.ts'
import { recognitionsOf } from './queries/recognitions.ts'

export const recognitionEndpoints = endpoints(recognitionOperations, {
  'GET /recognitions': async ({ db, actor }) => ({
    items: await presentRecognitions(db, actor, await recognitionsOf(db, actor.id, actor.office)),
  }),

  'POST /recognitions': ({ db, actor, body }) => beginRecognition(db, actor, body.found),

  async 'GET /recognitions/{recognition}'({ db, actor, params }) {
    const [view] = await presentRecognitions(db, actor, [await recognitionFor(db, actor, params.recognition)])
    return view!
  },

  'PUT /recognitions/{recognition}/answer': ({ db, actor, params, body }) =>
    answerRecognition(db, actor, params.recognition, body),

  'DELETE /recognitions/{recognition}': ({ db, actor, params }) => withdrawRecognition(db, actor, params.recognition),
})
