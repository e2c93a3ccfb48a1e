import type { Writer } from '#platform/database.ts'
import { insertRows, type Rows } from '#platform/rows.ts'

const tables = ['imperative', 'imperativeService', 'escalation', 'escalationMove', 'feed', 'signal', 'triage'] as const
export type SensingRows = Rows<(typeof tables)[number]>

/** Writes aims, escalations, feeds and signals, as another place tells them. */
export const importSensingRows = (tx: Writer, rows: SensingRows) => insertRows(tx, tables, rows)
