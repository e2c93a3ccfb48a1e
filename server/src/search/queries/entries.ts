import { type RawBuilder, sql } from 'kysely'
import type { Reader, Writer } from '#platform/database.ts'
import { columns, type Source, type Which } from './source.ts'
import { contributions, contributionsByIds, type Indexed, sources } from './sources.ts'

export type { Which } from './source.ts'
export { type Indexed, sources } from './sources.ts'

/** Keeps the follower, perhaps of another process, from writing what is just written anew. */
export const holdEntries = (tx: Writer) => sql`lock table search_entry in share row exclusive mode`.execute(tx)

/** Writes the entries of these pages as they are now; what can no longer be found is gone. Tells which pages read differently. */
export async function reindex(tx: Writer, subject: Indexed, ids: Which, dictionary: string): Promise<string[]> {
  const changed = new Set<string>()
  for (const source of sources[subject])
    for (const page of ids === 'all'
      ? await writeAll(tx, source, dictionary)
      : await writeSome(tx, source, source.rows(ids), sql`old.page_id = any(${ids}::uuid[])`, dictionary))
      changed.add(page)
  return [...changed]
}

/** The same for contributions alone, where nothing else on their pages changed. */
export const reindexContributions = (tx: Writer, ids: string[], dictionary: string) =>
  writeSome(tx, contributions, contributionsByIds(ids), sql`old.id = any(${ids}::uuid[])`, dictionary)

async function writeAll(tx: Writer, source: Source, dictionary: string): Promise<string[]> {
  await sql`delete from search_entry where kind = ${source.kind}`.execute(tx)
  await writeNew(tx, source, 'all', dictionary)
  return []
}

const writeNew = (tx: Writer, source: Source, ids: Which, dictionary: string) =>
  sql`${insert} select ${vectors(source, dictionary)} from ${rowsOf(source, ids)}`.execute(tx)

/** Writes entries of pages that have none yet: many at once, where nothing has to be compared. */
export async function indexNew(tx: Writer, subject: Indexed, ids: Which, dictionary: string): Promise<void> {
  for (const source of sources[subject]) await writeNew(tx, source, ids, dictionary)
}

/** Most of a page is as it was: only what reads differently from the `old` entries is written. */
async function writeSome(
  tx: Writer,
  source: Source,
  now: RawBuilder<unknown>,
  old: RawBuilder<unknown>,
  dictionary: string,
): Promise<string[]> {
  const { rows } = await sql<{ pageId: string }>`
    with source as materialized (select * from (${now}) source (${columns})), gone as (
      delete from search_entry old
      where old.kind = ${source.kind} and ${old}
        and not exists (select from source where source.id = old.id)
    )
    ${insert}
    select ${vectors(source, dictionary)} from source
    where not exists (
      select from search_entry old where old.kind = ${source.kind} and old.id = source.id
        and (old.page_id, old.title, old.body, old.reach, old.community_ids, old.unit_ids, old.topic_ids, old.state, old.outcomes, old.merit,
            old.verified_at, old.review_at, old.verify_days)
          is not distinct from (source.page_id, source.title, source.body, source.reach, source.community_ids, source.unit_ids,
            source.topic_ids, source.state, source.outcomes, source.merit, source.verified_at, source.review_at, source.verify_days))
    on conflict (kind, id) do update set
      page_id = excluded.page_id, title = excluded.title, body = excluded.body, reach = excluded.reach,
      community_ids = excluded.community_ids, unit_ids = excluded.unit_ids, topic_ids = excluded.topic_ids,
      state = excluded.state, outcomes = excluded.outcomes, merit = excluded.merit,
      verified_at = excluded.verified_at, review_at = excluded.review_at, verify_days = excluded.verify_days, at = excluded.at,
      quality = excluded.quality, level = excluded.level, words = excluded.words, title_words = excluded.title_words,
      pairs = excluded.pairs
    returning page_id`.execute(tx)
  return source.kind === 'contribution' ? [] : rows.map(({ pageId }) => pageId)
}

const rowsOf = ({ rows }: Source, ids: Which) => sql`(${rows(ids)}) source (${columns})`

const insert = sql`
  insert into search_entry (kind, id, page_id, title, body, reach, community_ids, unit_ids, topic_ids, state, outcomes,
    merit, verified_at, review_at, verify_days, at, quality, level, words, title_words, pairs)`

function vectors(source: Source, dictionary: string) {
  const { kind } = source
  // A name is found by any beginning of any word in it; a title is not found by every "the".
  const written =
    source.quality === 'chance' || kind === 'community' ? 'plain_simple' : dictionary.replace('plain', 'written')
  const title =
    kind === 'contribution'
      ? sql`''::tsvector`
      : sql`setweight(to_tsvector(${dictionary}::regconfig, title) || to_tsvector(${written}::regconfig, title), 'A')`
  return sql`
    ${kind}, id, page_id, title, body, reach, community_ids, unit_ids, topic_ids, state, outcomes, merit, verified_at, review_at,
    verify_days, at, ${qualityOf(source)}, ${levelOf(source)},
    ${title} || setweight(to_tsvector(${dictionary}::regconfig, coalesce(more, '')), 'B')
      || setweight(to_tsvector(${dictionary}::regconfig, left(body, 200000)), 'C'),
    ${title},
    ${kind === 'inquiry' || kind === 'practice' ? sql`pairs_of(to_tsvector(${dictionary}::regconfig, title))` : sql`'{}'::integer[]`}`
}

// Which level an entry stands on is no matter of the clock: a review that is overdue lowers it when it is looked for.
const qualityOf = ({ quality }: Source) =>
  quality === 'chance'
    ? sql`(('x' || right(id::text, 4))::bit(16)::integer / 65536.0)::real`
    : sql`(2 * merit + extract(epoch from at - timestamptz '2000-01-01') / 31557600)::real`

const levelOf = (source: Source) => sql`
  coalesce((select min(level) from search_level where kind = ${source.kind} and least <= ${qualityOf(source)}), 2::smallint)`

/** How many of each kind stand in front: few enough that a word which is everywhere is found at once. */
export const widths = [2_000, 32_000] as const

/** Where the levels begin, as far as can be told without reading a text: before everything is written anew. */
export async function measureLevels(tx: Writer, kinds = Object.keys(sources) as Indexed[]): Promise<void> {
  for (const source of kinds.flatMap((kind) => sources[kind]))
    for (const [level, size] of widths.entries())
      await sql`
        insert into search_level (kind, level, least)
        values (${source.kind}, ${level}, coalesce((
          select ${qualityOf(source)} as quality from ${rowsOf(source, 'all')} order by quality desc offset ${size} limit 1), '-infinity'))
        on conflict (kind, level) do update set least = excluded.least`.execute(tx)
}

/** Kinds that came with a newer version and were never indexed. */
export async function neverIndexed(db: Reader): Promise<Indexed[]> {
  const { rows } = await sql<{ kind: string }>`select distinct kind from search_level`.execute(db)
  const known = new Set(rows.map(({ kind }) => kind))
  return (Object.keys(sources) as Indexed[]).filter((kind) => !known.has(kind))
}

/** Lets the front become narrow again after much was added: what others went past stands a level further back. */
export async function settleLevels(tx: Writer, sizes: readonly number[] = widths): Promise<void> {
  for (const { kind } of Object.values(sources).flat())
    for (const [level, size] of sizes.entries()) {
      const most = Math.ceil(size * 1.25)
      const { rows } = await sql<{ least: number }>`
        update search_level set least = (
          select quality from search_entry where kind = ${kind} order by quality desc offset ${size - 1} limit 1)
        where kind = ${kind} and level = ${level} and exists (
          select from search_entry where kind = ${kind} and quality >= search_level.least order by quality desc offset ${most} limit 1)
        returning least`.execute(tx)
      if (rows[0])
        await sql`
          update search_entry set level = ${level + 1}
          where kind = ${kind} and level = ${level} and quality < ${rows[0].least}`.execute(tx)
    }
}

/** Inquiries and practices that a community's visibility decides about. */
export async function pagesIn(db: Reader, communityIds: string[]) {
  const { rows } = await sql<{ kind: 'inquiry' | 'practice'; id: string }>`
    select 'inquiry' as kind, inquiry_id as id from inquiry_community where community_id = any(${communityIds}::uuid[])
    union all select 'practice', id from practice where community_id = any(${communityIds}::uuid[])`.execute(db)
  return rows
}
