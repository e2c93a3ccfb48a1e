import type { Writer } from '#platform/database.ts'
import { insertRows, type Rows } from '#platform/rows.ts'

const tables = [
  'inquiry',
  'inquiryCommunity',
  'inquiryTopic',
  'contribution',
  'resolution',
  'wording',
  'meToo',
  'thanks',
  'askedPerson',
  'move',
  'redaction',
  'bookmark',
  'report',
] as const

export type InquiryRows = Rows<(typeof tables)[number]>

/** Writes inquiries with all that was said, as another place tells them, at their own times. */
export const importInquiryRows = (tx: Writer, rows: InquiryRows) => insertRows(tx, tables, rows)
