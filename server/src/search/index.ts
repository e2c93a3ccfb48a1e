export { erasePerson as eraseFromSearch } from './erasure.ts'
export { search } from './find.ts'
export { rebuildSearch, searchFollower } from './follower.ts'
export { searchEndpoints } from './routes.ts'
