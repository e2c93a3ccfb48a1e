import type { Writer } from '#platform/database.ts'
import { insertRows, type Rows } from '#platform/rows.ts'

const tables = ['traceSource', 'traceChoice', 'survey'] as const

/** Writes sources, what people said about them, and surveys, as another place tells them. */
export const importNetworkRows = (tx: Writer, rows: Rows<(typeof tables)[number]>) => insertRows(tx, tables, rows)
