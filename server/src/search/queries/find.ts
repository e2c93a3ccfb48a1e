import type { FoundKind } from '@mortar/contract/search'
import { type RawBuilder, sql } from 'kysely'
import type { Reader } from '#platform/database.ts'
import { ofKinds, readable, rightsOf } from './rights.ts'

export interface FoundRow {
  kind: FoundKind
  id: string
  pageId: string
  title: string
  excerpt: string
  state: string | null
  outcomes: string[]
  communities: { id: string; slug: string; name: string; short: string; colour: number }[]
  at: Date
  inTitle: boolean
  /** What came of it, whenever that was. */
  merit: number
  /** Somebody verified it, and the next review is not due. */
  verified: boolean
}

export interface Filters {
  kind?: string | undefined
  community?: string | undefined
  topic?: string | undefined
  state?: string | undefined
  outcome?: string | undefined
  since?: string | undefined
  until?: string | undefined
}

export interface Search extends Filters {
  personId: string
  language: string
  /** The words as they were typed, and as they are likeliest meant. */
  typed: string
  likely: string
  excerpts: 'all' | 'people'
  limit: number
}

// Of what is equally near, so many are compared word by word.
const compared = 100

/**
 * Entries that match and that the asker may read: titles before texts, the front before the rest. A part is read only
 * when those before it gave too little, so a word that is everywhere is found in front, and what reaches the last part is rare.
 */
export async function find(db: Reader, search: Search): Promise<FoundRow[]> {
  const most = search.limit + 1
  const parts: Part[] = [
    { name: 'front_titles', words: 'title_words', level: 0, query: 'typed' },
    { name: 'titles', words: 'title_words', level: 2, query: 'likely' },
    { name: 'front', words: 'words', level: 0, query: 'typed' },
    { name: 'middle', words: 'words', level: 1, query: 'likely' },
    { name: 'whole', words: 'words', level: 2, query: 'likely' },
  ]
  const { rows } = await sql<FoundRow>`
    with recursive asked as materialized (select ${search.personId}::uuid as me, ${search.typed}::tsquery as typed, ${search.likely}::tsquery as likely, ${search.language}::regconfig as language),
    ${rightsOf},
    ${sql.join(parts.map((part, place) => reading(search, part, parts.slice(0, place))))},
    ranked as (
      select kind, id, max(rank) as rank from (${sql.join(
        parts.map(({ name }) => sql`select * from ${sql.ref(name)}`),
        sql` union all `,
      )}) every group by kind, id order by rank desc, id limit ${sql.lit(most)}
    )
    select entry.kind, entry.id, entry.page_id, entry.state, entry.outcomes, entry.at, entry.merit,
           coalesce(entry.state = 'current' and entry.verified_at is not null and entry.review_at > now(), false) as verified,
           entry.title_words @@ asked.typed as in_title,
           ts_headline(asked.language, entry.title, asked.typed, ${sql.lit(`${marks}, HighlightAll=true`)}) as title,
           ${excerptOf(search)} as excerpt,
           coalesce((
             select json_agg(json_build_object('id', id, 'slug', slug, 'name', name, 'short', short, 'colour', colour) order by name)
             from community where id = any(entry.community_ids) and id = any((select seen from rights)::uuid[])), '[]') as communities
    from ranked join search_entry entry using (kind, id), asked
    order by ranked.rank desc, entry.id`.execute(db)
  return rows
}

interface Part {
  name: string
  words: 'title_words' | 'words'
  level: 0 | 1 | 2
  query: 'typed' | 'likely'
}

const levels = [sql`and level = 0`, sql`and level <= 1`, sql``]

function reading(search: Search, { name, words, level, query }: Part, before: Part[]) {
  const most = search.limit + 1
  const enough =
    before.length === 0
      ? sql``
      : sql`and (select count(*) from (${sql.join(
          before.map((part) => sql`select kind, id from ${sql.ref(part.name)}`),
          sql` union `,
        )}) so_far) < ${sql.lit(most)}`
  return sql`${sql.ref(name)} as materialized (
    select kind, id, rank from (
      select *, ${rank[words]} as rank from (
        select kind, id, reach, community_ids, unit_ids, ${sql.ref(words)}, merit, review_at, verify_days, at
        from search_entry entry
        where ${sql.ref(words)} @@ (select ${sql.ref(query)} from asked) ${levels[level]} ${only(search)} ${enough}
        order by ${promise} desc limit ${sql.lit(compared)}
      ) likely order by rank desc
    ) entry, rights
    where ${readable}
    limit ${sql.lit(most)})`
}

// What can be told without looking at the words: evidence, freshness, and how much of the title they can be.
const fresh = sql`(1 + 0.3 * exp(-extract(epoch from now() - at)::float8 / 31536000))`
export const worth = sql`merit * case when review_at is null then 1 else freshness(review_at, verify_days, now()) end`
const promise = sql`(1 + ${worth}) * ${fresh} / (20 + length(title))::float8`

const rank = {
  title_words: sql`(0.5 + ts_rank(title_words, (select typed from asked), 1)) * (1 + ${worth}) * ${fresh}`,
  words: sql`ts_rank('{0.05, 0.1, 0.3, 1}', words, (select typed from asked), 1) * (1 + ${worth}) * ${fresh}`,
}

// Taken out of every text when it is indexed, so that a mark is always ours.
export const markStart = '\u0002'
export const markEnd = '\u0003'
const marks = `StartSel=${markStart}, StopSel=${markEnd}`

// The dearest part of a search, so it is left out where nobody would read it.
function excerptOf({ excerpts }: Search) {
  const excerpt = sql`ts_headline(asked.language, left(entry.body, 20000), asked.typed, ${sql.lit(`${marks}, MinWords=12, MaxWords=28`)})`
  return excerpts === 'all' ? excerpt : sql`case when entry.kind = 'person' then ${excerpt} else '' end`
}

/** Somebody stands in a community by membership, as far as its members are seen. */
const inCommunity = (id: string) => sql`(
  ${id}::uuid = any(community_ids) or (kind = 'person' and exists (
    select from membership join community on community.id = membership.community_id
    where community_id = ${id} and person_id = entry.id
      and (visibility <> 'private' or exists (
        select from rights where community_id = any(mine))))))`

const dated = sql`kind not in ('person', 'community', 'unit', 'imperative')`

function only({ kind, community, topic, state, outcome, since, until }: Filters): RawBuilder<unknown> {
  const conditions = [
    kind && sql`and ${ofKinds(kind)}`,
    community && sql`and ${inCommunity(community)}`,
    topic && sql`and topic_ids @> array[${topic}::uuid]`,
    state && sql`and state = ${state}`,
    outcome && sql`and ${outcome} = any(outcomes)`,
    since && sql`and at >= ${since}::date and ${dated}`,
    until && sql`and at < ${until}::date + 1 and ${dated}`,
  ].filter((condition) => typeof condition === 'object')
  return sql.join(conditions, sql` `)
}
