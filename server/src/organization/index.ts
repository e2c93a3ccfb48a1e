export { peopleFor } from './people.ts'
export { accountEndpoints } from './routes.ts'
export { actorOf, tokenHash } from './session.ts'
export { settingsOf, unitsOf } from './queries.ts'
