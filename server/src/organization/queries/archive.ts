import type { Writer } from '#platform/database.ts'
import { insertRows, type Rows } from '#platform/rows.ts'

const tables = ['occupation', 'unit', 'person', 'position', 'unitManager', 'knowledgeOffice'] as const

/** Writes people and units as another place tells them. Their history keeps itself. */
export const importOrganizationRows = (tx: Writer, rows: Rows<(typeof tables)[number]>) => insertRows(tx, tables, rows)
