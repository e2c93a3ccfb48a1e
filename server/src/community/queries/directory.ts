import type { CommunityLine, Stage } from '@mortar/contract/community'
import { isGuest } from '#organization/index.ts'
import { type RawBuilder, sql } from 'kysely'
import type { Read } from '#platform/endpoint.ts'
import type { Places } from '#platform/statement.ts'

/** What narrows the directory, and where a page of it begins: what is not asked for is not named. */
export interface Narrowed {
  words?: string | undefined
  stage?: Stage | undefined
  unit?: string | undefined
  topic?: string | undefined
  mine?: string | undefined
  name?: string | undefined
  id?: string | undefined
  /** How many at most. */
  rows?: string | undefined
}

type Named = keyof Narrowed
type Narrowing = Exclude<Named, 'id' | 'rows'>

const conditions: Record<Narrowing, (given: Places<Required<Narrowed>>) => RawBuilder<unknown>> = {
  stage: ({ stage }) => sql`community.stage = ${stage}`,
  mine: () => sql`mine.person_id is not null`,
  words: ({ words }) =>
    sql`(plain(community.name || ' ' || community.short || ' ' || charter.domain) like '%' || plain(${words}) || '%'
      or ${hasTopic(sql`plain(topic.name) like '%' || plain(${words}) || '%'`)})`,
  topic: ({ topic }) => hasTopic(sql`plain(topic.name) = plain(${topic})`),
  unit: ({ unit }) => sql`community.id in (${whereUnitIs(unit)})`,
  name: ({ name, id }) => sql`(plain(community.name), community.id) > (plain(${name}), ${id}::uuid)`,
}

const hasTopic = (fits: RawBuilder<unknown>) =>
  sql`exists (select from topic where topic.community_id = community.id and topic.gone is null and ${fits})`

/** Communities of people who work in the unit or below it today. */
const whereUnitIs = (unit: RawBuilder<unknown>) => sql`
  with recursive inside as (
    select id from unit where id = ${unit}::uuid
    union select unit.id from unit join inside on unit.parent_id = inside.id)
  select membership.community_id from inside join position on position.unit_id = inside.id
  join membership on membership.person_id = position.person_id
  where position.to_day is null`

/** What a narrower list adds; the rest says where a page begins and ends. */
const isNarrowing = (name: Named): name is Narrowing => name in conditions

type Directory = Read<Narrowed, { lines: CommunityLine[] }>

/** The communities that somebody may see, by name, as lines of a list. */
const directory =
  (names: Narrowing[], rows: number | undefined): Directory =>
  (me, places) => {
    const given = places as Places<Required<Narrowed>>
    const mayBeSeen = sql`(community.visibility <> 'private' and not ${isGuest(me)} or mine.person_id is not null)`
    const narrowed = names.map((name) => conditions[name](given))
    return sql`
      select coalesce(json_agg(line), '[]') as lines from (
        select community.id, slug, name, short, colour, charter.domain, visibility, stage, community.people,
               mine.person_id is not null as member, closed_at is not null as closed
        from community
        join charter on charter.community_id = community.id and charter.version = community.charter_version
        left join membership mine on mine.community_id = community.id and mine.person_id = ${me}
        where ${sql.join([mayBeSeen, ...narrowed], sql` and `)}
        order by plain(community.name), community.id
        limit ${rows ? sql.lit(rows) : sql`${given.rows}::int`}) line`
  }

/** What the pages of the product ask for, and one more: written out, so that the planner sees how few are wanted. */
const usual = [21, 31, 101]

const known = new Map<string, Directory>()

/** The directory as it is narrowed, read in one way for all who narrow it alike. */
export function directoryRead(given: Narrowed): Directory {
  const names = (Object.keys(given) as Named[]).filter((name) => given[name] !== undefined && isNarrowing(name))
  const rows = usual.find((size) => String(size) === given.rows)
  const key = [...names.toSorted(), rows ?? 'any'].join(' ')
  const read = known.get(key) ?? directory(names.filter(isNarrowing), rows)
  known.set(key, read)
  return read
}
