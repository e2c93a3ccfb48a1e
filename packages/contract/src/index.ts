import { attentionOperations } from './attention.ts'
import { accountOperations, beginningOperations } from './account.ts'
import { communityOperations } from './community-operations.ts'
import { deskOperations } from './desk.ts'
import { measurementOperations } from './measurement.ts'
import { pulseOperations } from './measurement-pulse.ts'
import { maturityOperations } from './measurement-maturity.ts'
import { stageOperations } from './measurement-stage.ts'
import { sheetOperations } from './community-sheets.ts'
import { orderOperations } from './order.ts'
import { reportOperations } from './measurement-report.ts'
import { valueOperations } from './measurement-value.ts'
import { erasureOperations } from './erasure.ts'
import { constellationOperations } from './network-constellation.ts'
import { inquiryOperations } from './inquiry-operations.ts'
import { labOperations } from './lab.ts'
import { learningAssessmentOperations } from './learning-assessments.ts'
import { learningImportOperations } from './learning-imports.ts'
import { learningItemOperations } from './learning-items.ts'
import { learningLeadOperations } from './learning-lead.ts'
import { learningNeedOperations } from './learning-needs.ts'
import { learningOverlapOperations } from './learning-overlap.ts'
import { learningPairOperations } from './learning-pairs.ts'
import { learningPlanOperations } from './learning-plans.ts'
import { importOperations, organizationOperations } from './organization.ts'
import { officeOperations } from './office.ts'
import { discoveryOperations } from './network-discovery.ts'
import { recognitionOperations } from './network-recognition.ts'
import { reorganizationOperations } from './network-reorganization.ts'
import { sourceOperations } from './network-sources.ts'
import { escalationOperations } from './sensing-escalations.ts'
import { imperativeOperations } from './sensing-imperatives.ts'
import { signalOperations } from './sensing-signals.ts'
import { surveyOperations } from './network-survey-operations.ts'
import { traceOperations } from './network-traces.ts'
import type { Operations } from './operation.ts'
import { platformOperations } from './platform.ts'
import { practiceOperations } from './practice-operations.ts'
import { searchOperations } from './search.ts'

export type { Address, Method, Operation, Operations, Reply, Scope, Sent } from './operation.ts'
export type * from './common.ts'

/** Everything a client can ask of Mortar, one table per capability. */
export const operations = {
  ...platformOperations,
  ...accountOperations,
  ...organizationOperations,
  ...importOperations,
  ...beginningOperations,
  ...officeOperations,
  ...communityOperations,
  ...inquiryOperations,
  ...practiceOperations,
  ...learningNeedOperations,
  ...learningItemOperations,
  ...learningAssessmentOperations,
  ...learningImportOperations,
  ...learningLeadOperations,
  ...learningPlanOperations,
  ...learningOverlapOperations,
  ...learningPairOperations,
  ...imperativeOperations,
  ...escalationOperations,
  ...signalOperations,
  ...searchOperations,
  ...attentionOperations,
  ...deskOperations,
  ...labOperations,
  ...erasureOperations,
  ...constellationOperations,
  ...discoveryOperations,
  ...recognitionOperations,
  ...reorganizationOperations,
  ...sourceOperations,
  ...surveyOperations,
  ...measurementOperations,
  ...pulseOperations,
  ...maturityOperations,
  ...stageOperations,
  ...sheetOperations,
  ...valueOperations,
  ...reportOperations,
  ...orderOperations,
  ...traceOperations,
} satisfies Operations

export type AllOperations = typeof operations
