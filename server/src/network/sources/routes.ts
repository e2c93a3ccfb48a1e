import { sourceOperations } from '@mortar/contract/network-sources'
import { endpoints } from '#platform/endpoint.ts'
import { sourceFor } from './access.ts'
import { announceSource, change, choose, closeSource, register } from './actions.ts'
import { listFor, presentPrivacy, presentSource } from './present.ts'

export const sourceEndpoints = endpoints(sourceOperations, {
  'GET /sources': ({ db, actor }) => listFor(db, actor),
  'POST /sources': ({ db, actor, body }) => register(db, actor, body),
  'GET /sources/{source}': async ({ db, actor, params }) =>
    presentSource(db, actor, await sourceFor(db, actor, params.source)),
  'PUT /sources/{source}': ({ db, actor, params, body }) => change(db, actor, params.source, body),
  'PUT /sources/{source}/announcement': ({ db, actor, params }) => announceSource(db, actor, params.source),
  'PUT /sources/{source}/closing': ({ db, actor, params }) => closeSource(db, actor, params.source),
  'PUT /sources/{source}/choice': ({ db, actor, params, body }) => choose(db, actor, params.source, body.agreed),
  'GET /privacy': ({ db, actor }) => presentPrivacy(db, actor),
})
