import type { Evidence, PracticeKind, PracticeState } from '@mortar/contract/practice'
import type { CommunityLink } from '@mortar/contract/common'
import { type RawBuilder, sql } from 'kysely'
import { limitOf, type Reader } from '#platform/database.ts'
import { type Me, statement } from '#platform/statement.ts'
import { communityJson, communitySeen, isReadable, practiceWithReader, wordsConfig } from './reading.ts'

export interface LineRow {
  id: string
  title: string
  kind: PracticeKind
  state: PracticeState
  problem: string
  community: CommunityLink | null
  variantContext: string | null
  validatedAt: Date | null
  verifiedAt: Date | null
  reviewAt: Date | null
  changedAt: Date
  evidence: Evidence
  units: number
}

/** How the applications of `practice` went. */
const evidenceOf = sql`(
  select json_build_object('worked', count(*) filter (where a.outcome = 'worked'),
    'partly', count(*) filter (where a.outcome = 'partly'), 'failed', count(*) filter (where a.outcome = 'failed'))
  from application a where a.practice_id = practice.id and a.withdrawn_at is null)`

/** Lines for the practices that `picked` names, which has an `id` and a `place`. */
const linesOf = (personId: Me, picked: RawBuilder<unknown>, more = sql``) => sql<LineRow>`
  with picked as materialized (${picked})
  select practice.id, practice.title, practice.kind, practice.state, practice.variant_context, practice.validated_at,
         practice.verified_at, practice.review_at, practice.changed_at, revision.html ->> 'problem' as problem,
         case when ${communitySeen(personId)} then ${communityJson} end as community,
         ${evidenceOf} as evidence, practice.adopted as units
         ${more}
  from picked join practice on practice.id = picked.id
  join practice_revision revision on revision.practice_id = practice.id and revision.revision = practice.revision
  join community on community.id = practice.community_id
  left join membership mine on mine.community_id = practice.community_id and mine.person_id = ${personId}
  order by picked.place`

export interface RepertoireQuery {
  community?: string | undefined
  kind?: PracticeKind | undefined
  state?: PracticeState | undefined
  topic?: string | undefined
  validated?: boolean | undefined
  overdue?: boolean | undefined
  words?: string | undefined
  after: string[] | undefined
  limit: number
}

/** What a community, or the whole organization, knows how to do: newest change first. */
export async function repertoireOf(db: Reader, personId: string, query: RepertoireQuery) {
  const { community, kind, topic, validated, overdue, words, after } = query
  const conditions = [
    sql`practice.state = ${sql.lit(query.state ?? 'current')}`,
    isReadable(personId),
    community && sql`practice.community_id = ${community}`,
    kind && sql`practice.kind = ${kind}`,
    topic && sql`exists (select from practice_topic t where t.practice_id = practice.id and t.topic_id = ${topic})`,
    validated !== undefined && sql`(practice.validated_at is not null) = ${validated}`,
    overdue !== undefined && sql`(practice.state = 'current' and practice.review_at < now()) = ${overdue}`,
    words &&
      sql`(practice.words @@ websearch_to_tsquery(${wordsConfig}, ${words})
      or plain(practice.title) like '%' || plain(${words}) || '%')`,
    after && sql`(practice.changed_at, practice.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`,
  ].filter((condition) => typeof condition === 'object')
  const picked = sql`
    select practice.id, practice.changed_at::text as sort_at,
           row_number() over (order by practice.changed_at desc, practice.id desc) as place
    from ${practiceWithReader(personId)} where ${sql.join(conditions, sql` and `)}
    order by practice.changed_at desc, practice.id desc limit ${limitOf(query.limit + 1)}`
  const { rows } = await sql<LineRow & { sortAt: string }>`
    ${linesOf(personId, picked, sql`, picked.sort_at`)}`.execute(db)
  return rows
}

/** Moments are text. */
export interface BriefRow {
  id: string
  title: string
  evidence: Evidence
  validatedAt: string | null
  reviewAt: string | null
  state: PracticeState
}

/** The current practices of a community in brief, newest change first, as JSON for the statement of its home. */
export const briefsJson = (me: Me, communityId: RawBuilder<unknown>, limit: number) => sql`(
  select coalesce(json_agg(brief), '[]') from (
    select practice.id, practice.title, practice.validated_at as "validatedAt", practice.review_at as "reviewAt",
           practice.state, ${evidenceOf} as evidence
    from ${practiceWithReader(me)}
    where practice.community_id = ${communityId} and practice.state = 'current' and ${isReadable(me)}
    order by practice.changed_at desc, practice.id desc limit ${sql.lit(limit)}) brief)`

const named = statement<{ personId: string; ids: string[] }, LineRow>(({ personId, ids }) =>
  linesOf(
    personId,
    sql`
    select practice.id, array_position(${ids}::uuid[], practice.id) as place
    from ${practiceWithReader(personId)}
    where practice.id = any(array(select unnest(${ids}::uuid[]))) and ${isReadable(personId)}`,
  ),
)

/** Many practices at once, as far as somebody may read them. */
export const linesByIds = async (db: Reader, personId: string, ids: string[]): Promise<LineRow[]> =>
  ids.length === 0 ? [] : named(db, { personId, ids })

const titles = statement<{ personId: string; ids: string[] }, { id: string; title: string }>(
  ({ personId, ids }) => sql`
    select practice.id, practice.title from ${practiceWithReader(personId)}
    where practice.id = any(array(select unnest(${ids}::uuid[]))) and ${isReadable(personId)}`,
)

/** The titles of many practices, as far as somebody may read them. */
export const titlesByIds = async (db: Reader, personId: string, ids: string[]) =>
  ids.length === 0 ? [] : titles(db, { personId, ids })

/**
 * Current practices that share words with a text, or whose title is nearly what was typed. Ranked by match, evidence
 * and freshness; the two indexes find the candidates, so that it stays quick while somebody types.
 */
export async function similarTo(db: Reader, personId: string, words: string, limit: number) {
  const picked = sql`
    select found.id, found.why, row_number() over (order by found.rank desc, found.id) as place from (
      select distinct on (candidate.id) candidate.id, candidate.why,
             candidate.score * freshness(practice.review_at, practice.verify_days, now())
               * case when practice.validated_at is null then 1 else 1.25 end as rank
      from (
        (select p.id, 'words' as why, ts_rank(p.words, q.asked) as score
         from practice p, (select replace(plainto_tsquery(${wordsConfig}, ${words})::text, ' & ', ' | ')::tsquery as asked) q
         where p.words @@ q.asked and p.state = 'current' order by score desc limit 60)
        union all
        (select p.id, 'title', word_similarity(plain(${words.slice(0, 120)}), plain(p.title))
         from practice p where plain(${words.slice(0, 120)}) <% plain(p.title) and p.state = 'current'
         order by 3 desc limit 20)) candidate
      join ${practiceWithReader(personId)} on practice.id = candidate.id
      where candidate.score > 0.02 and ${isReadable(personId)}
      order by candidate.id, candidate.score desc) found
    order by found.rank desc, found.id limit ${limitOf(limit)}`
  const { rows } = await sql<LineRow & { why: 'words' | 'title' }>`
    ${linesOf(personId, picked, sql`, picked.why`)}`.execute(db)
  return rows
}
