import type pg from 'pg'
import { type Database, poolOf } from '#platform/database.ts'

type Row = (string | number | boolean | null)[]

const moment = (column: string) => `(extract(epoch from ${column}) * 1000)::float8`

/** Begins with the community, then with what the row is about. $1 communities, $2 from, $3 to. */
const tables = {
  inquiries: `
    select held.community_id, inquiry.id, inquiry.asked_by, ${moment('inquiry.asked_at')}, ${moment('inquiry.withdrawn_at')},
      ${moment('inquiry.resolved_at')}, inquiry.merged_into is not null or exists (
        select from resolution where resolution.inquiry_id = inquiry.id and resolution.practice_id is not null
          and resolution.ended_at is null)
    from inquiry_community held join inquiry on inquiry.id = held.inquiry_id
    where held.community_id = any($1) and held.last_at >= $2 and inquiry.asked_at >= $2 and inquiry.asked_at < $3
      and inquiry.hidden_at is null
    order by inquiry.asked_at, inquiry.id`,
  replies: `
    select held.community_id, said.inquiry_id, said.by_id, coalesce(parent.by_id, inquiry.asked_by), ${moment('said.at')},
      ${moment('said.helped_at')}, exists (select from thanks where thanks.contribution_id = said.id),
      said.kind in ('answer', 'experience')
    from inquiry_community held
    join inquiry on inquiry.id = held.inquiry_id and inquiry.hidden_at is null
    join contribution said on said.inquiry_id = held.inquiry_id and said.withdrawn_at is null and said.hidden_at is null
    left join contribution parent on parent.id = said.parent_id
    where held.community_id = any($1) and held.last_at >= $2 and said.at >= $2 and said.at < $3
    order by said.at, said.id`,
  before: `
    select held.community_id, count(*)::float8
    from inquiry_community held join inquiry on inquiry.id = held.inquiry_id
    where held.community_id = any($1) and inquiry.asked_at < $2 group by held.community_id`,
  topics: `
    select held.community_id, tagged.inquiry_id, tagged.topic_id
    from inquiry_community held join inquiry on inquiry.id = held.inquiry_id
    join inquiry_topic tagged on tagged.inquiry_id = held.inquiry_id
    join topic on topic.id = tagged.topic_id and topic.community_id = held.community_id
    where held.community_id = any($1) and held.last_at >= $2 and inquiry.asked_at < $3`,
  members: `
    select community_id, person_id, ${moment('joined_at')}, null::float8 from membership
    where community_id = any($1) and joined_at < $3
    union all
    select community_id, person_id, ${moment('joined_at')}, ${moment('left_at')} from past_membership
    where community_id = any($1) and joined_at < $3 and left_at >= $2`,
  active: `
    select community_id, person_id, ${moment('day')} from active_day
    where community_id = any($1) and day >= $2::date and day < $3`,
  practices: `
    select community_id, id, made_by, ${moment('made_at')}, ${moment('current_at')}, ${moment('retired_at')},
      ${moment('validated_at')}, coalesce(from_inquiry, (
        select said.inquiry_id from practice_source source join contribution said on said.id = source.contribution_id
        where source.practice_id = practice.id limit 1)), verify_days::float8
    from practice where community_id = any($1) and made_at < $3 and hidden_at is null order by made_at, id`,
  verifications: `
    select practice.community_id, act.practice_id, ${moment('act.at')}, act.days::float8
    from verification_act act join practice on practice.id = act.practice_id
    where practice.community_id = any($1) and act.at < $3 order by act.at, act.id`,
  applications: `
    select practice.community_id, used.practice_id, used.person_id, ${moment('used.at')}, used.outcome
    from application used join practice on practice.id = used.practice_id
    where practice.community_id = any($1) and used.withdrawn_at is null and used.at < $3 order by used.at, used.id`,
  adoptions: `
    select practice.community_id, adoption.practice_id, adoption.unit_id, ${moment('adoption.at')}, adoption.state
    from adoption join practice on practice.id = adoption.practice_id
    where practice.community_id = any($1) and adoption.at < $3 order by adoption.at, adoption.id`,
  proposals: `
    select practice.community_id, sent.practice_id, sent.unit_id, ${moment('sent.at')}
    from unit_proposal sent join practice on practice.id = sent.practice_id
    where practice.community_id = any($1) and sent.at < $3 order by sent.at, sent.id`,
  runs: `
    select practice.community_id, run.practice_id, run.started_by, ${moment('run.started_at')}
    from run join practice on practice.id = run.practice_id
    where practice.community_id = any($1) and run.started_at < $3 order by run.started_at, run.id`,
}

export interface Rows {
  tables: Record<keyof typeof tables, Row[]>
  /** Where each person works now. */
  units: Map<string, string>
}

/** All that indicators look at, in bulk, as rows of plain values: hundreds of thousands of them. */
export async function factRows(db: Database, communities: readonly string[], from: Date, to: Date): Promise<Rows> {
  const pool = poolOf(db)
  const read = async (text: string): Promise<Row[]> => {
    const given = `with given as (select $1::uuid[], $2::timestamptz, $3::timestamptz)`
    const values = [communities, from, to]
    const { rows } = await pool.query<Row>({ text: given + text, values, rowMode: 'array' } as pg.QueryArrayConfig)
    return rows
  }
  const found = {} as Rows['tables']
  for (const [name, text] of Object.entries(tables)) found[name as keyof typeof tables] = await read(text)
  const people = new Set([...found.replies.map(([, , by]) => by), ...found.inquiries.map(([, , by]) => by)])
  return { tables: found, units: await placesOf(pool, people) }
}

async function placesOf(pool: pg.Pool, people: ReadonlySet<unknown>): Promise<Map<string, string>> {
  const { rows } = await pool.query<[string, string]>({
    text: `select distinct on (person_id) person_id, unit_id from position
      where person_id = any($1) and to_day is null and unit_id is not null order by person_id, from_day desc`,
    values: [[...people].filter((id) => id !== null)],
    rowMode: 'array',
  } as pg.QueryArrayConfig)
  return new Map(rows)
}
