import { sql } from 'kysely'
import type { Reader, Writer } from '#platform/database.ts'
import type { ComingContribution, ComingInquiry } from '../coming.ts'

/** Writes inquiries that are not here yet; tells which they were. */
export async function addInquiries(
  tx: Writer,
  coming: (ComingInquiry & { html: string })[],
): Promise<{ id: string; origin: string }[]> {
  const rows = coming.map(({ origin, title, body, html, askedBy, askedAt, editedAt, unitId, problemKind }) => ({
    origin,
    title,
    body,
    html,
    asked_by: askedBy,
    asked_at: askedAt,
    edited_at: editedAt ?? null,
    unit_id: unitId ?? null,
    problem_kind: problemKind ?? null,
  }))
  const { rows: added } = await sql<{ id: string; origin: string }>`
    insert into inquiry (origin, title, body, html, asked_by, asked_at, edited_at, unit_id, problem_kind, last_at)
    select origin, title, body, html, asked_by, asked_at, edited_at, unit_id, problem_kind, asked_at
    from json_to_recordset(${JSON.stringify(rows)}::json) coming (
      origin text, title text, body text, html text, asked_by uuid, asked_at timestamptz, edited_at timestamptz, unit_id uuid, problem_kind text)
    on conflict (origin) where origin is not null do nothing
    returning id, origin`.execute(tx)
  return added
}

/** Their communities and topics, in the order of nothing: several lines for one inquiry. */
export async function addPlaces(tx: Writer, coming: ComingInquiry[]): Promise<void> {
  const lines = (pick: (one: ComingInquiry) => string[]) =>
    JSON.stringify(coming.flatMap((one) => pick(one).map((id) => ({ origin: one.origin, id }))))
  await sql`
    insert into inquiry_community (inquiry_id, community_id, since, last_at)
    select inquiry.id, coming.id, inquiry.asked_at, inquiry.last_at
    from json_to_recordset(${lines(({ communities }) => communities)}::json) coming (origin text, id uuid)
    join inquiry on inquiry.origin = coming.origin
    -- Where somebody moved it since, it stays.
    where not exists (select from move where move.inquiry_id = inquiry.id)
    on conflict do nothing`.execute(tx)
  await sql`
    insert into inquiry_topic (inquiry_id, topic_id)
    select inquiry.id, coming.id
    from json_to_recordset(${lines(({ topics }) => topics ?? [])}::json) coming (origin text, id uuid)
    join inquiry on inquiry.origin = coming.origin
    on conflict do nothing`.execute(tx)
}

/** Writes contributions that are not here yet. What is replied to may have come with an earlier import. */
export async function addContributions(
  tx: Writer,
  coming: (ComingContribution & { inquiry: string; html: string })[],
): Promise<{ id: string; inquiryId: string; at: Date }[]> {
  if (coming.length === 0) return []
  const rows = coming.map(({ origin, inquiry, kind, outcome, replyTo, body, html, by, at, editedAt, helped }) => ({
    origin,
    inquiry,
    kind,
    outcome: outcome ?? null,
    reply_to: replyTo ?? null,
    body,
    html,
    by_id: by,
    at,
    edited_at: editedAt ?? null,
    helped_by: helped?.by ?? null,
    helped_at: helped?.at ?? null,
  }))
  const { rows: added } = await sql<{ id: string; inquiryId: string; at: Date }>`
    insert into contribution (origin, inquiry_id, parent_id, kind, outcome, body, html, by_id, at, edited_at, helped_by, helped_at)
    select coming.origin, inquiry.id, coalesce(parent.parent_id, parent.id), coming.kind, coming.outcome,
           coming.body, coming.html, coming.by_id, coming.at, coming.edited_at, coming.helped_by, coming.helped_at
    from json_to_recordset(${JSON.stringify(rows)}::json) coming (
      origin text, inquiry text, kind text, outcome text, reply_to text, body text, html text, by_id uuid, at timestamptz,
      edited_at timestamptz, helped_by uuid, helped_at timestamptz)
    join inquiry on inquiry.origin = coming.inquiry
    left join contribution parent on parent.origin = coming.reply_to
    on conflict (origin) where origin is not null do nothing
    returning id, inquiry_id, at`.execute(tx)
  return added
}

/** Inquiries in which something helped are resolved, since it was first said so. */
export async function resolveMarked(tx: Writer, ids: string[]): Promise<void> {
  await sql`
    with first as (
      select distinct on (inquiry_id) inquiry_id, helped_by, helped_at from contribution
      where inquiry_id = any(${ids}) and helped_at is not null
      order by inquiry_id, helped_at
    ), solved as (
      update inquiry set state = 'resolved', resolved_at = first.helped_at
      from first where inquiry.id = first.inquiry_id and inquiry.state = 'open'
        -- What was opened again here is not closed by the old mark.
        and not exists (select from resolution where resolution.inquiry_id = inquiry.id)
      returning inquiry.id, first.helped_by, first.helped_at)
    insert into resolution (inquiry_id, by_id, at) select id, helped_by, helped_at from solved`.execute(tx)
}

/** Counts answers and finds the latest moment for many inquiries at once. */
export async function countAgain(tx: Writer, ids: string[]): Promise<void> {
  await sql`
    with counted as (
      select inquiry.id, max(contribution.at) as latest,
        count(*) filter (where contribution.kind in ('answer', 'experience')
          and contribution.withdrawn_at is null and contribution.hidden_at is null) as answers
      from inquiry left join contribution on contribution.inquiry_id = inquiry.id
      where inquiry.id = any(${ids}) group by inquiry.id
    ), touched as (
      update inquiry set answers = counted.answers, last_at = greatest(inquiry.last_at, counted.latest)
      from counted where inquiry.id = counted.id
      returning inquiry.id, inquiry.last_at)
    update inquiry_community set last_at = touched.last_at from touched
    where inquiry_id = touched.id`.execute(tx)
}

/** The communities of each of these inquiries. */
export async function placesById(db: Reader, ids: string[]): Promise<Map<string, string[]>> {
  const { rows } = await sql<{ id: string; places: string[] }>`
    select inquiry_id as id, array_agg(community_id) as places from inquiry_community
    where inquiry_id = any(${ids}::uuid[]) group by inquiry_id`.execute(db)
  return new Map(rows.map(({ id, places }) => [id, places]))
}
