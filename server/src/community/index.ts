export { carriedFor, communitiesFor, type CommunityFor, communityFor, communityHomeFor, readableFor } from './access.ts'
export {
  type Community,
  isAlive,
  isFacilitator,
  isSteward,
  mayAskIn,
  mayReadInside,
  mayReadSteering,
  mayReadWorkshop,
  maySee,
  maySeeMembers,
  slugOf,
  type Standing,
} from './community.ts'
export { eraseFromCommunities } from './erasure.ts'
export { changeForm, type Decision, decideStage } from './actions/stages.ts'
export { closeCommunity } from './actions/communities.ts'
export { openRecognised } from './actions/recognised.ts'
export { invitationsFor, linkTo, presentHome } from './present.ts'
export { importCommunityRows } from './queries/archive.ts'
export { type Address, communityWith, evidenceRuleOf, type HeadRow, type StoodRow } from './queries/communities.ts'
export { isInvited } from './queries/invitations.ts'
export { lastThere } from './queries/memberships.ts'
export { formChangesOf, stageMovesOf } from './queries/stages.ts'
export { countUnits } from './queries/units.ts'
export { bringTopicBack, endTopic, topicsOf } from './queries/topics.ts'
export { itself, type OrderedPage, type Ordering } from './order.ts'
export { type DueSheet, sheetsDueIn } from './sheet/due.ts'
export { sheetOrder } from './sheet/order.ts'
export { fitting } from './sheet/sheet.ts'
export { templateWith } from './sheet/templates/all.ts'
export { sheetEndpoints } from './sheet/routes.ts'
export { communityEndpoints } from './routes.ts'
