import { sql } from 'kysely'
import type { Reader, Writer } from '#platform/database.ts'

export interface LevelRow {
  personId: string
  topicId: string
  gap: number | null
}

/** The assessment of that name that was brought in before, held until it is written. */
export async function importedCalled(tx: Writer, title: string): Promise<{ id: string } | undefined> {
  await sql`select pg_advisory_xact_lock(hashtext('learning.assessment'))`.execute(tx)
  const { rows } = await sql<{ id: string }>`
    select id from needs_assessment where origin = 'imported' and title ->> 'en' = ${title} order by made_at limit 1 for update`.execute(
    tx,
  )
  return rows[0]
}

export const answersThere = async (db: Reader, id: string): Promise<LevelRow[]> =>
  (
    await sql<LevelRow>`
      select person_id as "personId", topic_id as "topicId", gap from needs_assessment_answer
      where assessment_id = ${id} order by 1, 2`.execute(db)
  ).rows

/** One that is closed from its beginning: nobody answers it here. */
export async function openImported(tx: Writer, by: string, title: string, community: string): Promise<string> {
  const both = JSON.stringify({ en: title, fi: title })
  const { rows } = await sql<{ id: string }>`
    insert into needs_assessment (title, purpose, state, origin, communities, made_by, opened_at, closed_at, result)
    values (${both}::jsonb, '{"en":"","fi":""}', 'closed', 'imported', array[${community}::uuid], ${by}, now(), now(),
            '{"asked":null,"answered":null,"topics":[]}') returning id`.execute(tx)
  return rows[0]!.id
}

export async function clearAnswers(tx: Writer, id: string): Promise<void> {
  await sql`delete from needs_assessment_person where assessment_id = ${id}`.execute(tx)
  await sql`delete from needs_assessment_topic where assessment_id = ${id}`.execute(tx)
}

/** People with their levels, and the topics by name as questions. */
export async function saveLevels(tx: Writer, id: string, levels: LevelRow[]): Promise<void> {
  const of = (part: 'personId' | 'topicId') => levels.map((level) => level[part])
  await sql`
    insert into needs_assessment_person (assessment_id, person_id, unit_id, state)
    select ${id}, person.id, (
      select position.unit_id from position
      where position.person_id = person.id and position.unit_id is not null and position.from_day <= current_date
        and (position.to_day is null or position.to_day >= current_date) order by position.from_day desc limit 1), 'finished'
    from person where id = any(${of('personId')}::uuid[])`.execute(tx)
  await sql`
    insert into needs_assessment_answer (assessment_id, person_id, topic_id, gap)
    select ${id}, said.person, said.topic, said.gap
    from unnest(${of('personId')}::uuid[], ${of('topicId')}::uuid[], ${levels.map(({ gap }) => gap)}::smallint[])
      as said (person, topic, gap)`.execute(tx)
  await sql`
    insert into needs_assessment_topic (assessment_id, topic_id, place, words)
    select ${id}, id, least(60, row_number() over (order by plain(name), id)), jsonb_build_object('en', name, 'fi', name)
    from topic where id = any(${of('topicId')}::uuid[])`.execute(tx)
}

export const publishResult = (tx: Writer, id: string, result: object) =>
  sql`update needs_assessment set result = ${JSON.stringify(result)}::jsonb where id = ${id}`.execute(tx)

export const deleteImported = (tx: Writer, id: string) =>
  sql`delete from needs_assessment where id = ${id} and origin = 'imported'`.execute(tx)
