import { pulseOperations } from '@mortar/contract/measurement-pulse'
import { linkTo } from '#community/index.ts'
import type { Marking } from '#organization/index.ts'
import { type Endpoint, endpoints } from '#platform/endpoint.ts'
import { refuse } from '../refusals.ts'
import { ofAll, ofCommunity, waveFor } from './access.ts'
import { answerWave, choose, endWave, openWave } from './actions.ts'
import { presentPage, presentQuestions, presentWaves } from './present.ts'
import { hasJoined, openFor } from './queries.ts'
import { setRhythm, stopRhythm } from './rhythm.ts'
import { isDue, today } from './wave.ts'

export const pulseEndpoints = (marking: Marking): Endpoint[] =>
  endpoints(pulseOperations, {
    async 'GET /pulse'({ db, actor }) {
      const [page, open, joined] = await Promise.all([
        presentPage(db, actor, ofAll(actor), marking),
        openFor(db, actor.id),
        hasJoined(db, actor.id),
      ])
      return { ...page, joined, open: await presentWaves(db, actor, open, marking) }
    },
    'PUT /pulse/choice': ({ db, actor }) => choose(db, actor, true),
    'DELETE /pulse/choice': ({ db, actor }) => choose(db, actor, false),

    'POST /pulse/waves': ({ db, actor, body }) => openWave(db, actor, ofAll(actor), body),
    async 'GET /communities/{community}/pulse'({ db, actor, params }) {
      const scope = await ofCommunity(db, actor, params.community)
      return { community: linkTo(scope.community), ...(await presentPage(db, actor, scope, marking)) }
    },
    'POST /communities/{community}/pulse/waves': async ({ db, actor, params, body }) =>
      openWave(db, actor, await ofCommunity(db, actor, params.community), body),

    'PUT /pulse/rhythm': ({ db, actor, body }) => setRhythm(db, actor, ofAll(actor), body),
    'DELETE /pulse/rhythm': ({ db, actor }) => stopRhythm(db, actor, ofAll(actor)),
    'PUT /communities/{community}/pulse/rhythm': async ({ db, actor, params, body }) =>
      setRhythm(db, actor, await ofCommunity(db, actor, params.community), body),
    'DELETE /communities/{community}/pulse/rhythm': async ({ db, actor, params }) =>
      stopRhythm(db, actor, await ofCommunity(db, actor, params.community)),

    async 'GET /pulse/waves/{wave}'({ db, actor, params }) {
      const { wave, scope } = await waveFor(db, actor, params.wave)
      if (wave.state === 'closed' || isDue(wave, today())) throw refuse.gone('pulseClosed')
      return presentQuestions(wave, scope, actor.language)
    },
    'POST /pulse/waves/{wave}/answers': ({ db, actor, params, body }) =>
      answerWave(db, actor, params.wave, body.answers, marking),
    'PUT /pulse/waves/{wave}/end': ({ db, actor, params }) => endWave(db, actor, params.wave, marking),
  })
