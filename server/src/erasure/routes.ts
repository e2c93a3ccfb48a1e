import { erasureOperations } from '@mortar/contract/erasure'
import { knownAs, type Marking, personFor } from '#organization/index.ts'
import type { Reader } from '#platform/database.ts'
import { type Actor, type Endpoint, endpoints } from '#platform/endpoint.ts'
import { askForErasure, decideErasure, setWords, takeBack, takeBackOwn } from './actions.ts'
import { patternNaming } from './carry-out.ts'
import { placesNaming } from './places.ts'
import { presentErasures, presentOutlook } from './present.ts'
import { refuse } from './refusals.ts'

/** The only way to somebody's erasure, but for one's own: it is the knowledge office's alone. */
async function erasedBy(db: Reader, actor: Actor, person: string) {
  officeOnly(actor)
  return personFor(db, actor, person)
}

function officeOnly(actor: Actor) {
  if (!actor.office) throw refuse.forbidden('officeOnly')
}

export const erasureEndpoints = (marking: Marking): Endpoint[] =>
  endpoints(erasureOperations, {
    'GET /me/erasure': ({ db, actor }) => presentOutlook(db, actor.id, 'self'),
    'PUT /me/erasure': ({ db, actor }) => askForErasure(db, actor),
    'DELETE /me/erasure': ({ db, actor }) => takeBackOwn(db, actor),

    async 'GET /erasures'({ db, actor }) {
      officeOnly(actor)
      return presentErasures(db)
    },

    async 'PUT /erasures/words'({ db, actor, body, request }) {
      officeOnly(actor)
      await setWords(db, actor, body.words, request.ip)
    },

    async 'GET /people/{person}/erasure'({ db, actor, params }) {
      await erasedBy(db, actor, params.person)
      return presentOutlook(db, params.person, 'office')
    },

    async 'PUT /people/{person}/erasure'({ db, actor, params, body, request }) {
      await erasedBy(db, actor, params.person)
      await decideErasure(db, actor, params.person, body, { address: request.ip, marking })
    },

    async 'DELETE /people/{person}/erasure'({ db, actor, params, request }) {
      await erasedBy(db, actor, params.person)
      await takeBack(db, actor, params.person, request.ip)
    },

    async 'GET /people/{person}/erasure/places'({ db, actor, params }) {
      await erasedBy(db, actor, params.person)
      return placesNaming(db, actor, patternNaming(await knownAs(db, params.person), params.person))
    },
  })
