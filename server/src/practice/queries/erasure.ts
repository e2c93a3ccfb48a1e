import { sql } from 'kysely'
import type { Writer } from '#platform/database.ts'
import { renderAgain } from './redaction.ts'

/** Nobody keeps these practices any more: whoever tends them is shown that they wait for somebody, as when people leave. */
export const layDownStewardships = (tx: Writer, person: string) =>
  sql`update practice set steward_id = null where steward_id = ${person}`.execute(tx)

interface Written {
  table: string
  by: string
  plain: string[]
  json?: string
}
const of = (table: string, by: string, plain: string, json?: string): Written => ({
  table,
  by,
  plain: plain.split(' '),
  ...(json && { json }),
})

/** What each person writes about a practice, and in which column stands who it was. */
const written: Written[] = [
  of('practice_revision', 'by_id', 'title problem works_when works_not how sources note', 'steps'),
  of('change_proposal', 'by_id', 'note', 'content'),
  of('change_proposal', 'decided_by', 'reason'),
  of('practice_move', 'by_id', 'reason'),
  of('application', 'person_id', 'place changed different'),
  of('run', 'started_by', 'title'),
  of('run', 'ended_by', 'note'),
  of('validation', 'by_id', 'reasons'),
  of('verification_act', 'by_id', 'note'),
  of('adoption', 'by_id', 'reason'),
  of('unit_proposal', 'by_id', 'message'),
]

/** Covers every text that somebody wrote about practices, whole; tells in how many texts of each. */
export async function coverTextsOf(tx: Writer, person: string, cover: string): Promise<Map<string, number>> {
  const places = new Map<string, number>()
  const add = (rows: { id: string }[]) => {
    for (const { id } of rows) places.set(id, (places.get(id) ?? 0) + 1)
  }
  for (const { table, by, plain, json } of written) {
    const changes = plain.map(
      (column) =>
        sql`${sql.ref(column)} = case when ${sql.ref(column)} <> '' then ${cover} else ${sql.ref(column)} end`,
    )
    if (json) changes.push(sql`${sql.ref(json)} = covered(${sql.ref(json)}, '^.+$', ${cover})`)
    const some = sql.join(
      [...plain.map((column) => sql`${sql.ref(column)} <> ''`), ...(json ? [sql`true`] : [])],
      sql` or `,
    )
    const { rows } = await sql<{ id: string }>`
      update ${sql.table(table)} set ${sql.join(changes)} where ${sql.ref(by)} = ${person} and (${some})
      returning practice_id as id`.execute(tx)
    add(rows)
  }
  add(await coverHeads(tx, person, cover))
  if (places.size > 0) await renderAgain(tx, [...places.keys()])
  return places
}

/** What stands on the practice itself comes from its last revision, its first author and its last move. */
async function coverHeads(tx: Writer, person: string, cover: string): Promise<{ id: string }[]> {
  const { rows } = await sql<{ id: string }>`
    update practice set
      title = case when exists (select from practice_revision text where text.practice_id = practice.id
        and text.revision = practice.revision and text.by_id = ${person}) then ${cover} else title end,
      variant_context = case when made_by = ${person} and variant_context is not null then ${cover} else variant_context end,
      retired_reason = case when retired_reason <> '' and (
        select move.by_id from practice_move move where move.practice_id = practice.id and move.state = 'retired'
        order by move.at desc, move.id desc limit 1) = ${person} then ${cover} else retired_reason end
    where made_by = ${person}
      or exists (select from practice_revision text where text.practice_id = practice.id and text.by_id = ${person})
      or exists (select from practice_move move where move.practice_id = practice.id and move.by_id = ${person})
    returning id`.execute(tx)
  return rows
}
