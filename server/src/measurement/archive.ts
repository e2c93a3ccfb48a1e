import type { Writer } from '#platform/database.ts'
import { insertRows, type Rows } from '#platform/rows.ts'

const tables = ['maturityAssessment', 'maturityAnswer'] as const
export type MaturityRows = Rows<(typeof tables)[number]>

/** Writes assessments as another place tells them. */
export const importMaturityRows = (tx: Writer, rows: MaturityRows) => insertRows(tx, tables, rows)

const worth = [
  'pulseWave',
  'pulseAnswer',
  'valueStory',
  'valuation',
  'resource',
  'valueReport',
  'valueReportVersion',
] as const
export type MeasurementRows = Rows<(typeof worth)[number]>

/** Writes closed pulses, stories, valuations, resources and reports, as another place tells them. */
export const importMeasurementRows = (tx: Writer, rows: MeasurementRows) => insertRows(tx, worth, rows)
