import type { Writer } from '#platform/database.ts'
import { insertRows, type Rows } from '#platform/rows.ts'

const tables = [
  'community',
  'charter',
  'topic',
  'membership',
  'pastMembership',
  'joinRequest',
  'invitation',
  'invitationReply',
  'greeting',
  'stageMove',
  'formChange',
  'sheet',
  'sheetVersion',
] as const

/** Writes communities as another place tells them. A membership is told only where the person's own act is known. */
export const importCommunityRows = (tx: Writer, rows: Rows<(typeof tables)[number]>) => insertRows(tx, tables, rows)
