import type { Ground } from '@mortar/contract/inquiry'
import { sql } from 'kysely'
import type { Reader, Writer } from '#platform/database.ts'
import { renderMarkdown } from '#platform/markdown.ts'

// Never longer than what it covers: the shortest passage has two letters.
export const covered = '▇▇'

export const threadIds = async (db: Reader, inquiryId: string): Promise<string[]> =>
  (await db.selectFrom('contribution').select('id').where('inquiryId', '=', inquiryId).execute()).map(({ id }) => id)

/** Of these files, those that the thread shows. */
export async function attachedTo(db: Reader, subjects: string[], fileIds: string[]): Promise<string[]> {
  if (fileIds.length === 0) return []
  const rows = await db
    .selectFrom('attachment')
    .select('fileId')
    .distinct()
    .where('fileId', 'in', fileIds)
    .where('subjectId', 'in', subjects)
    .execute()
  return rows.map(({ fileId }) => fileId)
}

/** Covers what matches in every text of a thread, earlier versions, reasons and drafts too; tells in how many texts. */
export async function redactTexts(tx: Writer, id: string, subjects: string[], pattern: string): Promise<number> {
  const cover = (column: string) => sql`regexp_replace(${sql.ref(column)}, ${pattern}, ${covered}, 'gi')`
  const here = sql`inquiry_id = ${id}`
  const counts = [
    await tally(sql`
      update inquiry set title = ${cover('title')}, body = ${cover('body')}, problem_kind = ${cover('problem_kind')}
      where id = ${id} and (title ~* ${pattern} or body ~* ${pattern} or problem_kind ~* ${pattern})`),
    await tally(sql`update contribution set body = ${cover('body')} where ${here} and body ~* ${pattern}`),
    await tally(sql`
      update wording set title = ${cover('title')}, body = ${cover('body')}
      where subject_id = any(${subjects}) and (title ~* ${pattern} or body ~* ${pattern})`),
    await tally(sql`
      update resolution set another_way = ${cover('another_way')}, ended_reason = ${cover('ended_reason')}
      where ${here} and (another_way ~* ${pattern} or ended_reason ~* ${pattern})`),
    await tally(sql`update move set reason = ${cover('reason')} where ${here} and reason ~* ${pattern}`),
    await tally(sql`
      update thanks set reason = ${cover('reason')}
      where contribution_id = any(${subjects}) and reason ~* ${pattern}`),
    await tally(sql`
      update report set reason = ${cover('reason')} where subject_id = any(${subjects}) and reason ~* ${pattern}`),
    await tally(sql`delete from draft where key like ${`%${id}%`} and content::text ~* ${pattern}`),
  ]
  await renderAgain(tx, id)
  return counts.reduce((sum, count) => sum + count, 0)

  async function tally(statement: ReturnType<typeof sql>): Promise<number> {
    return Number((await statement.execute(tx)).numAffectedRows ?? 0)
  }
}

/** What people read is made anew from what is left. */
async function renderAgain(tx: Writer, id: string): Promise<void> {
  const { rows } = await sql<{ id: string; body: string }>`
    select id, body from inquiry where id = ${id}
    union all select id, body from contribution where inquiry_id = ${id}
    union all select id, another_way from resolution where inquiry_id = ${id}`.execute(tx)
  const ids = rows.map((row) => row.id)
  const pages = rows.map(({ body }) => body && renderMarkdown(body))
  for (const table of ['inquiry', 'contribution', 'resolution']) {
    await sql`
      update ${sql.table(table)} set html = page.html
      from unnest(${ids}::uuid[], ${pages}::text[]) page (id, html)
      where ${sql.ref(`${table}.id`)} = page.id and ${sql.ref(`${table}.html`)} <> page.html`.execute(tx)
  }
}

/** Covers what matches in reports about other pages, and drops what people still write about them; tells how often for each. */
export async function redactAbout(tx: Writer, ids: string[], pattern: string): Promise<Map<string, number>> {
  const { rows } = await sql<{ id: string; count: number }>`
    with said as (
      update report set reason = regexp_replace(reason, ${pattern}, ${covered}, 'gi')
      where subject_id = any(${ids}::uuid[]) and reason ~* ${pattern} returning subject_id as id
    ), written as (
      delete from draft using unnest(${ids}::uuid[]) page (id)
      where draft.key like '%' || page.id || '%' and draft.content::text ~* ${pattern} returning page.id
    )
    select id, count(*) from (select id from said union all select id from written) gone group by id`.execute(tx)
  return new Map(rows.map(({ id, count }) => [id, count]))
}

export const saveRedaction = (
  tx: Writer,
  row: { inquiryId: string; ground: Ground; places: number; files: number; byId: string },
) => tx.insertInto('redaction').values(row).execute()
