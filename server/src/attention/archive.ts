import type { Writer } from '#platform/database.ts'
import { insertRows, type Rows } from '#platform/rows.ts'

const tables = ['following'] as const

/** Writes what people chose to follow, as another place tells it. */
export const importAttentionRows = (tx: Writer, rows: Rows<(typeof tables)[number]>) => insertRows(tx, tables, rows)
