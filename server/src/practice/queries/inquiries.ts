import { sql } from 'kysely'
import { isGuest } from '#organization/index.ts'
import type { Me } from '#platform/statement.ts'
import type { Reader } from '#platform/database.ts'

/** Inquiries that somebody may read: in an open community, or in one of their own. */
export const inquiryReadable = (personId: Me) => sql<boolean>`(
  inquiry.hidden_at is null and inquiry.withdrawn_at is null and exists (
    select from inquiry_community asked
    join community place on place.id = asked.community_id
    left join membership inside on inside.community_id = place.id and inside.person_id = ${personId}
    where asked.inquiry_id = inquiry.id and (inside.person_id is not null or (place.visibility = 'open'
      and not ${isGuest(personId)}))))`

export interface Distilled {
  id: string
  title: string
  body: string
  unit: string | null
  problemKind: string | null
  communities: { id: string; slug: string; name: string; short: string; colour: number }[]
  /** What was marked as helping, and what failed: it says where not to go. */
  told: { id: string; body: string; byId: string | null; helped: boolean }[]
}

/** What an inquiry brings to a practice: the problem, its context, and what helped. */
export async function inquiryToDistil(db: Reader, personId: string, id: string): Promise<Distilled | undefined> {
  const { rows } = await sql<Distilled>`
    select inquiry.id, inquiry.title, inquiry.body, unit.name as unit, inquiry.problem_kind,
      (select json_agg(json_build_object('id', c.id, 'slug', c.slug, 'name', c.name, 'short', c.short, 'colour', c.colour))
       from inquiry_community asked join community c on c.id = asked.community_id
       where asked.inquiry_id = inquiry.id and c.closed_at is null and exists (
         select from membership m where m.community_id = c.id and m.person_id = ${personId})) as communities,
      (select json_agg(json_build_object('id', c.id, 'body', c.body, 'byId', c.by_id, 'helped', c.helped_at is not null) order by c.at)
       from contribution c
       where c.inquiry_id = inquiry.id and (c.helped_at is not null or c.outcome = 'failed') and c.withdrawn_at is null and c.hidden_at is null) as told
    from inquiry left join unit on unit.id = inquiry.unit_id
    where inquiry.id = ${id} and ${inquiryReadable(personId)}`.execute(db)
  const row = rows[0]
  return row && { ...row, communities: row.communities ?? [], told: row.told ?? [] }
}

/** Whether all of these contributions belong to the inquiry and are there to be read. */
export async function belongTo(db: Reader, inquiryId: string, contributions: string[]): Promise<boolean> {
  if (contributions.length === 0) return true
  const { rows } = await sql`
    select from contribution where id = any(${contributions}) and inquiry_id = ${inquiryId}
      and withdrawn_at is null and hidden_at is null`.execute(db)
  return rows.length === new Set(contributions).size
}
