import { pulseOperations } from '@mortar/contract/measurement-pulse'
import { linkTo } from '#community/index.ts'
import type { Marking } from '#organization/index.ts'
import type { Reader } from '#platform/database.ts'
import { type Actor, type Endpoint, endpoints } from '#platform/endpoint.ts'
import { refuse } from '../refusals.ts'
import { ofAll, ofCommunity, type Scope, waveFor } from './access.ts'
import { answerWave, choose, endWave, openWave } from './actions.ts'
import { nothingOpen, presentPage, presentQuestions, presentWaves } from './present.ts'
import { hasJoined, openFor } from './queries.ts'
import { setRhythm, stopRhythm } from './rhythm.ts'
import { isDue, today } from './wave.ts'

export const pulseEndpoints = (marking: Marking): Endpoint[] =>
  endpoints(pulseOperations, {
    async 'GET /pulse'({ db, actor }) {
      const scope = await ofAll(db, actor)
      const [page, open, joined] = await Promise.all([
        scope ? presentPage(db, actor, scope, marking) : nothingOpen(actor),
        openFor(db, actor.id),
        hasJoined(db, actor.id),
      ])
      return { ...page, joined, open: await presentWaves(db, actor, open, marking) }
    },
    'PUT /pulse/choice': ({ db, actor }) => choose(db, actor, true),
    'DELETE /pulse/choice': ({ db, actor }) => choose(db, actor, false),

    async 'POST /pulse/waves'({ db, actor, body }) {
      return openWave(db, actor, await whole(db, actor), body)
    },
    async 'GET /communities/{community}/pulse'({ db, actor, params }) {
      const scope = await ofCommunity(db, actor, params.community)
      return { community: linkTo(scope.community), ...(await presentPage(db, actor, scope, marking)) }
    },
    'POST /communities/{community}/pulse/waves': async ({ db, actor, params, body }) =>
      openWave(db, actor, await ofCommunity(db, actor, params.community), body),

    'PUT /pulse/rhythm': async ({ db, actor, body }) => setRhythm(db, actor, await whole(db, actor), body),
    'DELETE /pulse/rhythm': async ({ db, actor }) => stopRhythm(db, actor, await whole(db, actor)),
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

async function whole(db: Reader, actor: Actor): Promise<Scope> {
  const scope = await ofAll(db, actor)
  if (!scope) throw refuse.forbidden('pulseOfficeOnly')
  return scope
}
