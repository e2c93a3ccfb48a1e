import { deskOperations } from '@mortar/contract/desk'
import { endpoints } from '#platform/endpoint.ts'
import { homeOf } from './home.ts'

export const deskEndpoints = endpoints(deskOperations, {
  'GET /home': ({ db, actor }) => homeOf(db, actor),
})
