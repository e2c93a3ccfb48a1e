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

const ofPairs = [
  'pairingChoice',
  'pairingWant',
  'pairingOffer',
  'pairingRound',
  'pairingPair',
  'pairingTopic',
  'pairingPart',
] as const
export type PairingRows = Rows<(typeof ofPairs)[number]>

/** Writes who takes part in rounds of pairs, and the rounds, as another place tells them. */
export const importPairingRows = (tx: Writer, rows: PairingRows) => insertRows(tx, ofPairs, rows)
