import type { Writer } from '#platform/database.ts'
import { insertRows, type Rows } from '#platform/rows.ts'

const tables = ['maturityAssessment', 'maturityAnswer'] as const
export type MaturityRows = Rows<(typeof tables)[number]>

/** Writes assessments as another place tells them. */
export const importMaturityRows = (tx: Writer, rows: MaturityRows) => insertRows(tx, tables, rows)
