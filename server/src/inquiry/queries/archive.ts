import { sql } from 'kysely'
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

/** Brings what lists show of these inquiries up to what was said in them: how many answers, and when the last was. */
export const countSaid = (tx: Writer, ids: string[]) =>
  sql`
    with said as (
      select inquiry.id, greatest(inquiry.asked_at, max(contribution.at)) as last_at,
             count(contribution.id) filter (where contribution.kind in ('answer', 'experience')
               and contribution.withdrawn_at is null and contribution.hidden_at is null) as answers
      from inquiry left join contribution on contribution.inquiry_id = inquiry.id
      where inquiry.id = any(${ids}::uuid[])
      group by inquiry.id
    ), counted as (
      update inquiry set answers = said.answers, last_at = said.last_at from said where inquiry.id = said.id
      returning inquiry.id, inquiry.last_at
    )
    update inquiry_community set last_at = counted.last_at from counted
    where inquiry_community.inquiry_id = counted.id`.execute(tx)
