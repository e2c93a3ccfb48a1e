export { contributionFor, inquiriesFor, inquiryFor } from './access.ts'
export { markSolvedByPractice } from './actions/resolve.ts'
export { type Contribution, type ContributionFor, readsContribution } from './contribution.ts'
export { mayReadAttached } from './files.ts'
export {
  type ComingContribution,
  type ComingInquiry,
  importContributions,
  type Imported,
  importInquiries,
} from './importing.ts'
export { type Inquiry, type InquiryFor, type Place, readsWords, stands } from './inquiry.ts'
export { linkToInquiry, presentLine, presentLines } from './present.ts'
export { importInquiryRows, type InquiryRows } from './queries/archive.ts'
export { bookmarkedAmong, setBookmark } from './queries/bookmarks.ts'
export { saveReport } from './queries/order.ts'
export { inquiryEndpoints } from './routes.ts'
export { peopleWhoMetThis, similarInquiries } from './similar.ts'
