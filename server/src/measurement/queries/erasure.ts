import { sql } from 'kysely'
import type { Writer } from '#platform/database.ts'

export const coverAnswersOf = (tx: Writer, person: string, cover: string) =>
  sql`update maturity_answer set why = ${cover} where by_id = ${person} and why <> ''`.execute(tx)

/** A link to a story or an escalation in a report is named by a title, which is somebody's words. */
const named = (ids: string) => String.raw`\[(?:\\.|[^\]\\])*\](\(/(?:stories|escalations)/(?:${ids})\))`

async function coverLinksTo(tx: Writer, person: string, cover: string): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    select id from value_story where by_id = ${person} union all select id from escalation where sent_by = ${person}`.execute(
    tx,
  )
  if (rows.length === 0) return
  const pattern = named(rows.map(({ id }) => id).join('|'))
  await sql`
    update value_report_version set text = regexp_replace(text, ${pattern}, ${`[${cover}]\\1`}, 'g')
    where text ~ ${pattern}`.execute(tx)
}

/** Covers what somebody told, and wrote beside valuations, resources and versions; tells of their stories. */
export async function coverWordsOf(tx: Writer, person: string, cover: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    update value_story set title = ${cover}, immediate = ${cover},
        potential = case when potential = '' then '' else ${cover} end, applied = case when applied = '' then '' else ${cover} end,
        realized = case when realized = '' then '' else ${cover} end,
        transformative = case when transformative = '' then '' else ${cover} end,
        evidence = case when evidence = '' then '' else ${cover} end
      where by_id = ${person} returning id`.execute(tx)
  await coverLinksTo(tx, person, cover)
  await sql`update valuation set note = ${cover} where by_id = ${person} and note <> ''`.execute(tx)
  await sql`update resource set purpose = ${cover} where by_id = ${person}`.execute(tx)
  await sql`update value_report_version set note = ${cover} where by_id = ${person} and note <> ''`.execute(tx)
  return rows.map(({ id }) => id)
}
