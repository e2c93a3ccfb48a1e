import type { Writer } from '#platform/database.ts'
import { insertRows, type Rows } from '#platform/rows.ts'

const tables = [
  'need',
  'needShare',
  'interest',
  'learningItem',
  'learningItemTopic',
  'learningDecline',
  'learningDone',
  'needsAssessment',
  'needsAssessmentTopic',
  'needsAssessmentPerson',
  'needsAssessmentAnswer',
] as const
export type LearningRows = Rows<(typeof tables)[number]>

/** Writes needs, learning items and needs assessments, as another place tells them. */
export const importLearningRows = (tx: Writer, rows: LearningRows) => insertRows(tx, tables, rows)
