import { sql } from 'kysely'
import { coverTexts, textsOf } from '#platform/cover.ts'
import type { Writer } from '#platform/database.ts'

const stories = [textsOf('value_story', 'title immediate potential applied realized transformative evidence')]
const reports = [textsOf('value_report', 'title'), textsOf('value_report_version', 'text note', '', 'report_id')]

export const coverStories = (tx: Writer, ids: string[], pattern: string, cover: string) =>
  coverTexts(tx, stories, ids, pattern, cover)

export const coverReports = (tx: Writer, ids: string[], pattern: string, cover: string) =>
  coverTexts(tx, reports, ids, pattern, cover)

/** A report that links to one of these addresses may have its words: they are covered there, too. */
export async function coverInReports(tx: Writer, addresses: readonly string[], pattern: string, cover: string) {
  await sql`
    update value_report_version set text = regexp_replace(text, ${pattern}, ${cover}, 'gi')
    where text ~* ${pattern} and exists (
      select from unnest(${addresses}::text[]) address where position(address in text) > 0)`.execute(tx)
}
