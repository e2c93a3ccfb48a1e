import { type RawBuilder, sql } from 'kysely'
import { limitOf, type Reader, type Writer } from '#platform/database.ts'
import { statement } from '#platform/statement.ts'
import { like } from './words.ts'

export interface PersonRow {
  id: string
  name: string
  title: string | null
  unit: string | null
  photo: string | null
  gone: boolean
}

/** Names, titles and units of people, who are chosen by a condition on `person`. */
const linksOf = (which: RawBuilder<unknown>) => sql<PersonRow>`
    select person.id, person.name, held.title, held.unit, person.photo_id as photo,
           person.erased_at is not null or coalesce(person.left_on <= current_date, false) as gone
    from person
    left join lateral (
      select position.title, unit.name as unit
      from position left join unit on unit.id = position.unit_id
      where position.person_id = person.id and position.from_day <= current_date
        and (position.to_day is null or position.to_day >= current_date)
      order by position.from_day desc limit 1
    ) held on true
    where ${which}`

const linked = statement<{ ids: string[] }, PersonRow>(({ ids }) =>
  linksOf(sql`person.id = any(array(select unnest(${ids}::uuid[])))`),
)

/** Names, titles and units for many people at once. */
export const peopleByIds = async (db: Reader, ids: string[]): Promise<PersonRow[]> =>
  ids.length === 0 ? [] : linked(db, { ids })

/** Somebody as JSON, for a statement that shows them beside what they did. */
export const personJson = (id: RawBuilder<unknown>) => sql`(
  select row_to_json(link) from (${linksOf(sql`person.id = ${id}`)}) link)`

/** The same with no more than the name. */
export const personNameJson = (id: RawBuilder<unknown>) => sql`(
  select json_build_object('id', person.id, 'name', person.name) from person where person.id = ${id})`

/** Everybody of an array of ids as a JSON list, for a statement that shows them once beside a whole page. */
export const peopleJson = (ids: RawBuilder<unknown>) => sql`(
  select coalesce(json_agg(link), '[]') from (${linksOf(sql`person.id = any(${ids})`)}) link)`

/** Whether somebody was invited from outside. */
export const isGuest = (id: RawBuilder<unknown> | string) => sql<boolean>`
  (select who.origin = 'guest' from person who where who.id = ${id})`

/** People who work here now: where to look for them, and after which name the page begins. */
export interface PeopleQuery {
  unit?: string | undefined
  withoutUnit?: boolean | undefined
  occupation?: string | undefined
  words?: string | undefined
  after: string[] | undefined
  limit: number
}

export interface NameRow {
  id: string
  name: string
}

type Order = (name: RawBuilder<unknown>) => RawBuilder<string>

const present = sql`(person.left_on is null or person.left_on > current_date) and person.erased_at is null`

/** People by name, in the order of the organization's language. */
export async function peopleByName(db: Reader, order: Order, query: PeopleQuery): Promise<NameRow[]> {
  const name = order(sql`person.name`)
  const [afterName, afterId] = query.after ?? []
  const held = sql`position.to_day is null and position.person_id = person.id`
  const { rows } = await sql<NameRow>`
    select person.id, person.name from person
    where ${present} and person.origin = 'organization'
      ${query.unit ? sql`and person.id in (select person_id from position where unit_id = ${query.unit} and to_day is null)` : sql``}
      ${query.withoutUnit ? sql`and exists (select from position where ${held} and position.unit_id is null)` : sql``}
      ${query.occupation ? sql`and person.occupation_id = ${query.occupation}` : sql``}
      ${query.words ? sql`and person.plain_name like '%' || ${like(query.words)} || '%'` : sql``}
      ${afterName === undefined ? sql`` : sql`and (${name}, person.id) > (${afterName}, ${afterId}::uuid)`}
    order by ${name}, person.id
    limit ${limitOf(query.limit + 1)}`.execute(db)
  return rows
}

/** People whose name is like the words: those it stands in first, then those that are spelled nearly so. */
export async function peopleNamed(db: Reader, words: string, limit: number): Promise<NameRow[]> {
  const inside =
    words.length < 3
      ? sql`person.plain_name like ${like(words)} || '%' or person.plain_name like '% ' || ${like(words)} || '%'`
      : sql`person.plain_name like '%' || ${like(words)} || '%'`
  const { rows } = await sql<NameRow>`
    select person.id, person.name
    from person where (${inside}) and ${present}
    order by position(plain(${words}) in person.plain_name), person.name, person.id limit ${sql.lit(limit)}`.execute(db)
  const rest = limit - rows.length
  return rest > 0 ? [...rows, ...(await peopleNearly(db, words, rows, rest))] : rows
}

const mostWords = 4

/** Each word that was asked for is sought among the words of names, which are few, and those lead to the people. */
async function peopleNearly(db: Reader, words: string, but: NameRow[], limit: number): Promise<NameRow[]> {
  const asked = words.split(/[^\p{L}\p{N}]+/u).filter((word) => word.length > 1)
  if (asked.length === 0 || asked.length > mostWords) return []
  const near = asked.map((_, place) => sql.table(`near_${place}`))
  const nearTo = (word: string) => sql`
    select word, similarity(word, plain(${word})) + (slips && slips_of(plain(${word})))::int * 0.5 as likeness from name_word
    where word % plain(${word}) or slips && slips_of(plain(${word})) order by likeness desc, word limit 12`
  const best = (table: RawBuilder<unknown>) => sql`
    (select max(likeness) from ${table} where ${table}.word = any(name_words(person.plain_name)))`
  const { rows } = await sql<NameRow>`
    with ${sql.join(asked.map((word, place) => sql`${near[place]!} as materialized (${nearTo(word)})`))}
    select person.id, person.name from person
    where ${sql.join(
      near.map((table) => sql`name_words(person.plain_name) && array(select word from ${table})`),
      sql` and `,
    )} and ${present} and not person.id = any(${but.map(({ id }) => id)}::uuid[])
    order by ${sql.join(near.map(best), sql` + `)} desc, person.name, person.id
    limit ${sql.lit(limit)}`.execute(db)
  return rows
}

export interface PersonWholeRow {
  id: string
  name: string
  email: string | null
  occupation: string | null
  does: string
  experience: string[]
  acceptsQuestions: boolean
  shows: string[]
  photo: string | null
  leftOn: string | null
  erasedAt: Date | null
  gone: boolean
}

export async function findPerson(db: Reader, id: string): Promise<PersonWholeRow | undefined> {
  const { rows } = await sql<PersonWholeRow>`
    select person.id, person.name, person.email, occupation.name as occupation, person.does, person.experience,
           person.accepts_questions, person.shows, person.photo_id as photo, person.left_on, person.erased_at, not (${present}) as gone
    from person left join occupation on occupation.id = person.occupation_id
    where person.id = ${id}`.execute(db)
  return rows[0]
}

export interface PositionRow {
  title: string | null
  unitId: string | null
  unit: string | null
  managerId: string | null
  fromDay: string
  toDay: string | null
  now: boolean
}

/** Where somebody works and worked, the newest first. */
export async function positionsOf(db: Reader, personId: string): Promise<PositionRow[]> {
  const { rows } = await sql<PositionRow>`
    select position.title, position.unit_id, unit.name as unit, position.manager_id, position.from_day, position.to_day,
           position.from_day <= current_date and (position.to_day is null or position.to_day >= current_date) as now
    from position left join unit on unit.id = position.unit_id
    where position.person_id = ${personId}
    order by position.from_day desc, position.id desc limit 100`.execute(db)
  return rows
}

export const savePerson = (
  tx: Writer,
  id: string,
  person: { does: string; experience: string[]; acceptsQuestions: boolean; shows: string[] },
) => tx.updateTable('person').set(person).where('id', '=', id).execute()

/** Puts another photo, or none, in the place of the one that was; tells which that was. */
export async function savePhoto(tx: Writer, id: string, file: string | null): Promise<string | null> {
  const { rows } = await sql<{ photo: string | null }>`
    with before as (select photo_id from person where id = ${id} for update)
    update person set photo_id = ${file} from before where person.id = ${id} returning before.photo_id as photo`.execute(
    tx,
  )
  return rows[0]?.photo ?? null
}

export async function shareACommunity(db: Reader, one: string, other: string): Promise<boolean> {
  const { rows } = await sql`
    select from membership mine join membership theirs on theirs.community_id = mine.community_id
    where mine.person_id = ${one} and theirs.person_id = ${other} limit 1`.execute(db)
  return rows.length > 0
}

export async function isPhoto(db: Reader, file: string): Promise<boolean> {
  const { rows } = await sql`select from person where photo_id = ${file} and erased_at is null limit 1`.execute(db)
  return rows.length > 0
}

export async function occupationsNamed(db: Reader, words: string | undefined): Promise<NameRow[]> {
  const { rows } = await sql<NameRow>`
    select id, name from occupation
    where ${words ? sql`plain(name) like '%' || ${like(words)} || '%'` : sql`true`} order by name limit 200`.execute(db)
  return rows
}
