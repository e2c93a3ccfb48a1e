export { communitiesFor, type CommunityFor, communityFor, readableFor } from './access.ts'
export {
  type Community,
  isAlive,
  isFacilitator,
  isSteward,
  mayAskIn,
  mayReadInside,
  mayReadWorkshop,
  maySee,
  type Standing,
} from './community.ts'
export { linkTo } from './present.ts'
export { communityEndpoints } from './routes.ts'
