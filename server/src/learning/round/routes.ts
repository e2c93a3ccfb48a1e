import { learningPairOperations } from '@mortar/contract/learning-pairs'
import { endpoints } from '#platform/endpoint.ts'
import { answerPair, stopPair, takePart, tellHelp, withdraw, writeToPair } from './actions.ts'
import { presentPairing, presentRounds } from './present.ts'
import { beginRound, previewRound } from './rounds.ts'

export const pairingEndpoints = endpoints(learningPairOperations, {
  'GET /learning/pairs': ({ db, actor }) => presentPairing(db, actor),
  'PUT /learning/pairing': ({ db, actor, body }) => takePart(db, actor, body),
  'DELETE /learning/pairing': ({ db, actor }) => withdraw(db, actor),
  'PUT /learning/pairs/{pair}/answer': ({ db, actor, params, body }) => answerPair(db, actor, params.pair, body.answer),
  'PUT /learning/pairs/{pair}/words': ({ db, actor, params, body }) => writeToPair(db, actor, params.pair, body.words),
  'PUT /learning/pairs/{pair}/end': ({ db, actor, params }) => stopPair(db, actor, params.pair),
  'PUT /learning/pairs/{pair}/help': ({ db, actor, params, body }) => tellHelp(db, actor, params.pair, body),
  'GET /learning/rounds': ({ db, actor }) => presentRounds(db, actor),
  'GET /learning/rounds/preview': ({ db, actor, query }) => previewRound(db, actor, query.kind),
  'POST /learning/rounds': ({ db, actor, body }) => beginRound(db, actor, body),
})
