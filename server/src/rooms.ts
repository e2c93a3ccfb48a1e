import {
  beginWith,
  chartEndpoints,
  importEndpoints,
  type Marking,
  mayReadPhoto,
  personFor,
  unitFor,
} from '#organization/index.ts'
import { communityEndpoints, communityFor, countUnits, sheetEndpoints } from '#community/index.ts'
import { loadExample, talkHere } from '#exchange/index.ts'
import { inquiryEndpoints, inquiryFor, mayReadAttached } from '#inquiry/index.ts'
import { mayReadPracticeFile, practiceEndpoints, practiceFor, redactDistilled } from '#practice/index.ts'
import {
  constellationEndpoints,
  discoveryEndpoints,
  lookForActivity,
  lookForImports,
  lookForOverdue,
  lookForReorganizations,
  lookForRuns,
  lookForSurveys,
  recognitionEndpoints,
  reorganizationEndpoints,
  sourceEndpoints,
  surveyEndpoints,
  traceEndpoints,
  type TraceLimits,
} from '#network/index.ts'
import {
  coverInReports,
  lookForIndicators,
  lookForWaves,
  measurementEndpoints,
  measurementFollower,
  pulseEndpoints,
  maturityEndpoints,
  stageEndpoints,
  reportEndpoints,
  valueEndpoints,
} from '#measurement/index.ts'
import { escalationFor, lookForAstray, lookForFeeds, sensingEndpoints } from '#sensing/index.ts'
import { learningEndpoints, lookForAssessments, lookForPairs, lookForPlans } from '#learning/index.ts'
import { orderEndpoints } from '#order/index.ts'
import { attentionEndpoints, attentionFollower } from '#attention/index.ts'
import { deskEndpoints } from '#desk/index.ts'
import { labEndpoints, lookForExperiments } from '#lab/index.ts'
import { erasureEndpoints, lookForErasures } from '#erasure/index.ts'
import { searchEndpoints, searchFollower } from '#search/index.ts'
import type { Endpoint } from '#platform/endpoint.ts'
import type { MayRead } from '#platform/files/routes.ts'
import type { Watchable } from './live.ts'
import type { Follower } from '#activity/index.ts'

/** What each room brings to the whole. */
export const endpoints = (limits: TraceLimits, marking: Marking): Endpoint[] => [
  ...beginWith({ loadExample, talkHere }),
  ...chartEndpoints,
  ...importEndpoints(marking),
  ...communityEndpoints,
  ...sheetEndpoints,
  ...inquiryEndpoints(redactDistilled(coverInReports)),
  ...practiceEndpoints(coverInReports),
  ...learningEndpoints,
  ...sensingEndpoints,
  ...searchEndpoints,
  ...attentionEndpoints,
  ...deskEndpoints(marking),
  ...labEndpoints,
  ...erasureEndpoints(marking),
  ...sourceEndpoints,
  ...traceEndpoints(limits),
  ...constellationEndpoints,
  ...discoveryEndpoints,
  ...recognitionEndpoints,
  ...reorganizationEndpoints,
  ...surveyEndpoints,
  ...measurementEndpoints,
  ...pulseEndpoints(marking),
  ...stageEndpoints,
  ...maturityEndpoints,
  ...valueEndpoints,
  ...reportEndpoints,
  ...orderEndpoints,
]

/** Whether somebody may watch a page: the loader of its room decides. */
export const watchable: Watchable = {
  unit: unitFor,
  person: personFor,
  community: communityFor,
  inquiry: inquiryFor,
  practice: practiceFor,
  escalation: escalationFor,
}

/** The rooms that read what happened. */
export const followers: Follower[] = [searchFollower, attentionFollower, measurementFollower]

/** Long work that waits to be taken up, and what comes with time. One of each list at a time: the lab holds up nobody else. */
export const looks = (erasing: { marking: Marking; file: string | undefined }) => [
  [
    lookForImports,
    lookForActivity,
    lookForRuns,
    lookForReorganizations,
    lookForOverdue,
    lookForSurveys,
    lookForAssessments,
    lookForPairs,
    countUnits,
  ],
  [lookForErasures(erasing), lookForWaves(erasing.marking)],
  [lookForExperiments],
  [lookForIndicators],
  [lookForPlans],
]

/** What looks outside and at the chart, beside long work, which it must not wait for. */
export const senses = (ownHosts: readonly string[]) => [[lookForAstray], [lookForFeeds({ ownHosts })]]

/** Whether a room shows a file to somebody, because it is part of something that they may read. */
export const mayReadFile: MayRead[] = [mayReadAttached, mayReadPracticeFile, mayReadPhoto]
