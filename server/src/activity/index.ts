export { type Activity, type ActivityRow, auditBefore, record, type Recorded, recorded, recording } from './queries.ts'
export { type Follower, followActivity } from './follow.ts'
export { audit } from './audit.ts'
export { dismissReader, eraseFromTrail, placeReaders, readersPlaces } from './queries.ts'
