import { sql } from 'kysely'
import type { Writer } from '#platform/database.ts'

/** What somebody keeps for themselves, and that they were asked by name. */
export async function eraseOwn(tx: Writer, person: string): Promise<void> {
  await sql`delete from draft where person_id = ${person}`.execute(tx)
  await sql`delete from bookmark where person_id = ${person}`.execute(tx)
  await sql`delete from asked_person where person_id = ${person}`.execute(tx)
}

/** Drafts of others in which the name stands: nobody but they could find it there. */
export const dropDraftsWith = (tx: Writer, pattern: string) =>
  sql`delete from draft where content::text ~* ${pattern}`.execute(tx)

/**
 * Covers every text that somebody wrote in inquiries, whole: earlier wordings, reasons and thanks too. Tells in how
 * many texts of which inquiries, with the communities of each.
 */
export async function coverTextsOf(tx: Writer, person: string, cover: string, html: string) {
  const { rows } = await sql<{ id: string; places: number; communities: string[] }>`
    with asked as (
      update inquiry set title = ${cover}, body = ${cover}, html = ${html},
        problem_kind = case when problem_kind is null then null else ${cover} end
      where asked_by = ${person} returning id
    ), said as (
      update contribution set body = ${cover}, html = ${html} where by_id = ${person} returning id, inquiry_id
    ), earlier as (
      update wording set title = case when title is null then null else ${cover} end, body = ${cover}
      where by_id = ${person} or subject_id in (select id from asked) or subject_id in (select id from said)
      returning subject_id
    ), another as (
      update resolution set another_way = ${cover}, html = ${html}
      where by_id = ${person} and another_way <> '' and ended_by is distinct from ${person} returning inquiry_id
    ), ended as (
      update resolution set ended_reason = case when ended_reason = '' then '' else ${cover} end,
        another_way = case when by_id = ${person} and another_way <> '' then ${cover} else another_way end,
        html = case when by_id = ${person} and another_way <> '' then ${html} else html end
      where ended_by = ${person} returning inquiry_id
    ), moved as (
      update move set reason = ${cover} where by_id = ${person} returning inquiry_id
    ), thanked as (
      update thanks set reason = ${cover} where person_id = ${person} returning contribution_id
    ), reported as (
      update report set reason = ${cover} where by_id = ${person} returning subject_id
    ), touched(id) as (
      select id from asked union all select inquiry_id from said union all select inquiry_id from another
      union all select inquiry_id from ended union all select inquiry_id from moved
      union all select inquiry_id from thanked join contribution on contribution.id = contribution_id
      union all select coalesce(contribution.inquiry_id, subject_id)
        from earlier left join contribution on contribution.id = subject_id
      union all select coalesce(contribution.inquiry_id, subject_id)
        from reported left join contribution on contribution.id = subject_id
    )
    select inquiry.id, count(*)::int as places,
      array(select community_id from inquiry_community where inquiry_id = inquiry.id) as communities
    from touched join inquiry on inquiry.id = touched.id group by inquiry.id order by inquiry.id`.execute(tx)
  return rows
}

export const saveRedactions = (
  tx: Writer,
  rows: { inquiryId: string; ground: 'erasure'; places: number; byId: string | null }[],
) => tx.insertInto('redaction').values(rows).execute()
